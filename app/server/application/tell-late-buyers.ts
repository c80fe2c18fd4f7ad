import type { Actor } from '~/server/access/actor.ts';
import { banksShown, type LateTrade, lateTrades } from '~/server/application/store-trade-late.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { notify } from '~/server/platform/notify.ts';

/**
 * Tells of buyers that let their days for a confirmation run out (domain.md row E8): the firm, which may complain, the buyer
 * where it has an account, and the banks that the claim was shown to with an application that goes on. Once for a claim.
 */
export async function tellLateBuyers(tx: Tx, actor: Actor): Promise<number> {
  const late = await lateTrades(tx, clock.today(), clock.now());
  for (const claim of late) await tell(tx, actor, claim);
  return late.length;
}

async function tell(tx: Tx, actor: Actor, claim: LateTrade): Promise<void> {
  const { id, enterpriseId, buyerEnterpriseId, reference, buyer } = claim;
  const banks = await banksShown(tx, claim);
  const detail = { claimId: id, banks: banks.length };
  await recordChange(tx, actor, { kind: 'application.buyer-late', enterpriseId, subjectId: id });
  await appendAudit(tx, actor, { action: 'application.buyer-late', enterpriseId, detail });
  const told = (kind: string, to: Parameters<typeof notify>[1]['to'], href: string) =>
    notify(tx, { to, kind, params: { reference, buyer }, href });
  await told('application.buyer-late', { enterpriseId }, `/my/trade/${id}`);
  if (buyerEnterpriseId)
    await told('application.buyer-reminded', { enterpriseId: buyerEnterpriseId }, '/my/trade');
  for (const { institutionId, applicationId } of banks)
    await told(
      'application.claim-late',
      { institutionId },
      `/bank/applications/${applicationId}?tab=documents`,
    );
}
