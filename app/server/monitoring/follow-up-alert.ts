import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, answerCase } from '~/domain/monitoring/case.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addAlertEvent, lockAlert } from '~/server/monitoring/store.ts';
import { notify } from '~/server/platform/notify.ts';

type FollowUp = { readonly text: string; readonly bankOnly: boolean };

/** A note of the bank or the risk desk in a live case (跟进); the other side hears of it unless it is the bank's own. */
export function followUpAlert(
  actor: Actor,
  alertId: string,
  { text, bankOnly }: FollowUp,
): Promise<Result<'noted', AlertRefusal | { code: 'monitoring.not-found' }>> {
  const person = asPerson(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found) return refuse({ code: 'monitoring.not-found' });
    const live = answerCase(found);
    if (!live.ok) return live;
    const at = clock.now();
    const enterpriseId = found.enterprise_id as EnterpriseId;
    const institutionId = found.institution_id as InstitutionId;
    const fromBank = person.institutionId === institutionId;
    await addAlertEvent(tx, {
      enterpriseId,
      alertId,
      institutionId,
      kind: 'followed-up',
      at,
      userId: person.userId,
      userName: person.name,
      party: fromBank ? 'institution' : 'operator',
      text,
      bankOnly: fromBank && bankOnly,
    });
    const notice = { kind: 'monitoring.followed-up', params: {} };
    if (!fromBank) await notify(tx, { ...notice, to: { institutionId }, href: `/bank/alerts/${alertId}` });
    else if (!bankOnly) await notify(tx, { ...notice, to: { enterpriseId }, href: `/my/alerts/${alertId}` });
    await recordChange(tx, actor, {
      kind: 'monitoring.followed-up',
      enterpriseId,
      institutionId,
      subjectId: alertId,
    });
    await appendAudit(tx, actor, { action: 'monitoring.followed-up', enterpriseId, detail: { alertId } });
    return accept('noted');
  });
}
