import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { ProbingRefusal } from '~/domain/privacy/question.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { platformParty } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { notify } from '~/server/platform/notify.ts';

type About = { readonly enterpriseId: EnterpriseId; readonly item: string };

/**
 * Raises the alarm where an institution asks about amounts in the manner of a search for the figure (domain.md row C4):
 * on record in the firm's log; the firm and the platform are told. A budget that is used up is no alarm.
 */
export async function alarmProbing(
  tx: Tx,
  bank: InstitutionPerson,
  { enterpriseId, item }: About,
  { code }: ProbingRefusal,
): Promise<void> {
  if (code !== 'privacy.probing-narrowing') return;
  const line = { action: 'privacy.probing-alarm', enterpriseId, detail: { item, code } };
  await appendAudit(tx, bank, { ...line, outcome: 'refused' });
  const told = { kind: 'privacy.probing-alarm', params: { bank: bank.institutionName ?? '' } };
  await notify(tx, { ...told, to: { enterpriseId }, href: '/my/data/readers' });
  const platform = await platformParty(tx);
  await notify(tx, { ...told, to: { institutionId: platform.id }, href: '/operator/privacy' });
}
