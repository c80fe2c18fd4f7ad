import { dayAt } from '~/domain/kernel/day.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, closeCase, type Verdict } from '~/domain/monitoring/case.ts';
import { factsOfVerdict, type VerdictFacts, type VerdictRefusal } from '~/domain/monitoring/verdict.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import type { Also } from '~/server/application/also.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeAlert, lockAlert } from '~/server/monitoring/store.ts';
import { findWaiting } from '~/server/monitoring/store-measure.ts';
import { addVerdict } from '~/server/monitoring/store-verdict.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

export type Closing = { readonly verdict: Verdict; readonly note: string } & VerdictFacts;

export type CloseRefusal =
  | AlertRefusal
  | VerdictRefusal
  | { readonly code: 'monitoring.not-found' | 'monitoring.measure-waits' };

/**
 * The officer closes a case with a verdict of the fixed list, what belongs to it and a note; the firm hears of it. A measure that waits
 * for a second person is decided before.
 */
export function closeAlert(
  actor: Actor,
  alertId: string,
  { verdict, note, ...typed }: Closing,
  also?: Also<'closed'>,
): Promise<Result<'closed', CloseRefusal>> {
  const { institutionId, userId, name } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found || found.institution_id !== institutionId) return refuse({ code: 'monitoring.not-found' });
    const at = clock.now();
    const closed = closeCase({ state: found.state, dueAt: found.due_at }, verdict, at);
    if (!closed.ok) return closed;
    if ((await findWaiting(tx, [found.enterprise_id], [alertId])).length > 0)
      return refuse({ code: 'monitoring.measure-waits' });
    const facts = factsOfVerdict(verdict, typed, dayAt(at));
    if (!facts.ok) return facts;
    const change = { state: closed.value, closedAt: at, closedBy: userId, verdict, verdictNote: note };
    await changeAlert(tx, alertId, { ...change, snoozedUntil: null });
    const about = { alertId, enterpriseId: found.enterprise_id, institutionId };
    const by = { userId, userName: name, at };
    await addVerdict(tx, { ...about, verdict, note, facts: facts.value, ...by });
    const step = { kind: 'closed', party: 'institution', tell: ['firm'], text: note } as const;
    await writeCaseStep(tx, actor, { ...about, ...step, facts: { verdict } });
    await also?.(tx, closed.value);
    return closed;
  });
}
