import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { addAlertEvent, changeAlert } from '~/server/monitoring/store.ts';
import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';
import { notify } from '~/server/platform/notify.ts';

/** Closes a live case whose signal finds nothing any more: the fact was cured, corrected or repaired (H6). */
export async function clearCured(tx: Tx, actor: Actor, loan: WatchedLoan, alertId: string): Promise<void> {
  const at = clock.now();
  const about = {
    enterpriseId: loan.enterprise_id as EnterpriseId,
    institutionId: loan.institution_id as InstitutionId,
  };
  await changeAlert(tx, alertId, { state: 'closed', closedAt: at, verdict: 'cured' });
  await addAlertEvent(tx, {
    ...about,
    alertId,
    kind: 'closed',
    at,
    userId: null,
    userName: '',
    party: 'system',
    text: '',
  });
  const notice = { kind: 'monitoring.cleared', params: {} };
  await notify(tx, {
    ...notice,
    to: { institutionId: about.institutionId },
    href: `/bank/alerts/${alertId}`,
  });
  await notify(tx, { ...notice, to: { enterpriseId: about.enterpriseId }, href: `/my/alerts/${alertId}` });
  await recordChange(tx, actor, { ...about, kind: 'monitoring.cleared', subjectId: alertId });
}
