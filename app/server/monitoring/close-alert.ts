import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, closeCase, type Verdict } from '~/domain/monitoring/case.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeAlert, lockAlert } from '~/server/monitoring/store.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

type Closing = { readonly verdict: Verdict; readonly note: string };

/** The officer closes a case with a verdict of the fixed list and a note; the firm hears of it. */
export function closeAlert(
  actor: Actor,
  alertId: string,
  { verdict, note }: Closing,
): Promise<Result<'closed', AlertRefusal | { code: 'monitoring.not-found' }>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found || found.institution_id !== institutionId) return refuse({ code: 'monitoring.not-found' });
    const at = clock.now();
    const closed = closeCase({ state: found.state, dueAt: found.due_at }, verdict, at);
    if (!closed.ok) return closed;
    const change = { state: closed.value, closedAt: at, closedBy: userId, verdict, verdictNote: note };
    await changeAlert(tx, alertId, change);
    const about = {
      alertId,
      enterpriseId: found.enterprise_id,
      institutionId,
      text: note,
      facts: { verdict },
    };
    await writeCaseStep(tx, actor, { ...about, kind: 'closed', party: 'institution', tell: ['firm'] });
    return closed;
  });
}
