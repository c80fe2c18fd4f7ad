import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, answerCase } from '~/domain/monitoring/case.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeAlert, lockAlert } from '~/server/monitoring/store.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

/** The firm's answer to an alert (陈述申辩): kept in the case, shown to the bank and the risk desk. */
export function answerAlert(
  actor: Actor,
  alertId: string,
  text: string,
): Promise<Result<'answered', AlertRefusal | { code: 'monitoring.not-found' }>> {
  const firm = asFirm(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found || found.enterprise_id !== firm.enterpriseId) return refuse({ code: 'monitoring.not-found' });
    const answered = answerCase(found);
    if (!answered.ok) return answered;
    await changeAlert(tx, alertId, { state: answered.value });
    const about = { alertId, enterpriseId: found.enterprise_id, institutionId: found.institution_id };
    await writeCaseStep(tx, actor, { ...about, kind: 'answered', party: 'enterprise', text, tell: ['bank'] });
    return accept('answered');
  });
}
