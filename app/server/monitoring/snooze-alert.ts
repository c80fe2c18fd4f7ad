import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type SnoozeRefusal, snoozeCase } from '~/domain/monitoring/case-desk.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import { changeAlert, lockAlert } from '~/server/monitoring/store.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

/** Until when and why a case is put aside; without a day it comes back now. */
export type Snooze = { readonly until: Day | null; readonly reason: string };

/**
 * The bank puts a live case aside until a day, or takes it back. New evidence, a reply, an escalation and a deadline that passed wake it
 * before. The most is that of the rules of the day the case was raised.
 */
export function snoozeAlert(
  actor: Actor,
  alertId: string,
  { until, reason }: Snooze,
): Promise<Result<Day | null, SnoozeRefusal | { code: 'monitoring.not-found' }>> {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found || found.institution_id !== institutionId) return refuse({ code: 'monitoring.not-found' });
    const alert = { state: found.state, severity: found.severity, dueAt: found.due_at };
    const handling = await readHandling(tx, dayAt(found.raised_at));
    const put = until === null ? wake(alert.state) : snoozeCase(alert, until, handling, clock.now());
    if (!put.ok) return put;
    await changeAlert(tx, alertId, { snoozedUntil: put.value && dateOfDay(put.value) });
    await writeCaseStep(tx, actor, {
      ...{ alertId, institutionId, enterpriseId: found.enterprise_id },
      ...{ kind: 'snoozed', party: 'institution', bankOnly: true, tell: [] },
      text: [put.value, reason].filter(Boolean).join(' · '),
      facts: { until: put.value },
    });
    return put;
  });
}

const wake = (state: string): Result<null, SnoozeRefusal> =>
  state === 'closed' ? refuse({ code: 'monitoring.closed' }) : accept(null);
