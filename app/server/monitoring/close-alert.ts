import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, closeCase, type Verdict } from '~/domain/monitoring/case.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addAlertEvent, changeAlert, lockAlert } from '~/server/monitoring/store.ts';
import { notify } from '~/server/platform/notify.ts';

type Closing = { readonly verdict: Verdict; readonly note: string };

/** The officer closes a case with a verdict of the fixed list and a note; the firm hears of it. */
export function closeAlert(
  actor: Actor,
  alertId: string,
  { verdict, note }: Closing,
): Promise<Result<'closed', AlertRefusal | { code: 'monitoring.not-found' }>> {
  const officer = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found || found.institution_id !== officer.institutionId)
      return refuse({ code: 'monitoring.not-found' });
    const at = clock.now();
    const closed = closeCase({ state: found.state, dueAt: found.due_at }, verdict, at);
    if (!closed.ok) return closed;
    const enterpriseId = found.enterprise_id as EnterpriseId;
    const institutionId = found.institution_id as InstitutionId;
    await changeAlert(tx, alertId, {
      state: 'closed',
      closedAt: at,
      closedBy: officer.userId,
      verdict,
      verdictNote: note,
    });
    await addAlertEvent(tx, {
      enterpriseId,
      alertId,
      institutionId,
      kind: 'closed',
      at,
      userId: officer.userId,
      userName: officer.name,
      party: 'institution',
      text: note,
    });
    await notify(tx, {
      to: { enterpriseId },
      kind: 'monitoring.closed',
      params: {},
      href: `/my/alerts/${alertId}`,
    });
    await recordChange(tx, actor, {
      kind: 'monitoring.closed',
      enterpriseId,
      institutionId,
      subjectId: alertId,
      payload: { verdict },
    });
    await appendAudit(tx, actor, { action: 'monitoring.closed', enterpriseId, detail: { alertId, verdict } });
    return closed;
  });
}
