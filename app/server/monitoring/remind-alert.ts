import { dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, mayRemind } from '~/domain/monitoring/case.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findAlertEvents, lockAlert } from '~/server/monitoring/store.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

export type ReminderRefusal =
  | AlertRefusal
  | { readonly code: 'monitoring.not-found' }
  | { readonly code: 'monitoring.reminded-today' };

/**
 * The risk desk presses the lender or the firm for what a live case waits for (催办): urgent in their inbox, a line in the case, the
 * firm's chain. One a day for each of them: pressing more often moves nothing and trains people to look away.
 */
export function remindAlert(
  actor: Actor,
  alertId: string,
  whom: 'bank' | 'firm',
): Promise<Result<'reminded', ReminderRefusal>> {
  return withActor(actor, async (tx): Promise<Result<'reminded', ReminderRefusal>> => {
    const found = await lockAlert(tx, alertId);
    if (!found) return refuse({ code: 'monitoring.not-found' });
    const may = mayRemind(found, whom);
    if (!may.ok) return may;
    const today = clock.today();
    const before = (await findAlertEvents(tx, alertId)).some(
      (event) => event.kind === 'reminded' && event.text === whom && dayAt(event.at) === today,
    );
    if (before) return refuse({ code: 'monitoring.reminded-today' });
    await writeCaseStep(tx, actor, {
      alertId,
      enterpriseId: found.enterprise_id,
      institutionId: found.institution_id,
      kind: 'reminded',
      party: 'operator',
      text: whom,
      tell: [whom],
      urgent: true,
      facts: { whom },
    });
    return accept('reminded');
  });
}
