import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, answerCase } from '~/domain/monitoring/case.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addAlertEvent, changeAlert, lockAlert } from '~/server/monitoring/store.ts';
import { notify } from '~/server/platform/notify.ts';

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
    const at = clock.now();
    const institutionId = found.institution_id as InstitutionId;
    const enterpriseId = found.enterprise_id as EnterpriseId;
    await changeAlert(tx, alertId, { state: answered.value });
    await addAlertEvent(tx, {
      enterpriseId,
      alertId,
      institutionId,
      kind: 'answered',
      at,
      userId: firm.userId,
      userName: firm.name,
      party: 'enterprise',
      text,
    });
    await notify(tx, {
      to: { institutionId },
      kind: 'monitoring.answered',
      params: {},
      href: `/bank/alerts/${alertId}`,
    });
    await recordChange(tx, actor, {
      kind: 'monitoring.answered',
      enterpriseId,
      institutionId,
      subjectId: alertId,
    });
    await appendAudit(tx, actor, { action: 'monitoring.answered', enterpriseId, detail: { alertId } });
    return accept('answered');
  });
}
