import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findContract } from '~/server/guarantee/store.ts';
import { addAffiliates, findFirmByCode } from '~/server/guarantee/store-book.ts';

export type AffiliateRefusal =
  | { readonly code: 'guarantee.contract-not-found' }
  | { readonly code: 'guarantee.no-such-firm'; readonly field: 'uscc' };

/** The guarantor counts a firm as an affiliate of the one that a contract covers: their liabilities share one limit. */
export function stateAffiliate(
  actor: Actor,
  contractId: string,
  uscc: string,
): Promise<Result<null, AffiliateRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const contract = await findContract(tx, contractId);
    if (!contract || contract.guarantorId !== institutionId)
      return refuse({ code: 'guarantee.contract-not-found' });
    const firm = await findFirmByCode(tx, uscc);
    if (!firm || firm.id === contract.enterpriseId)
      return refuse({ code: 'guarantee.no-such-firm', field: 'uscc' });
    const stated = { guarantorId: institutionId, statedBy: userId, statedAt: clock.now() };
    await addAffiliates(tx, [
      { ...stated, enterpriseId: contract.enterpriseId, affiliateId: firm.id },
      { ...stated, enterpriseId: firm.id, affiliateId: contract.enterpriseId },
    ]);
    const enterpriseId = contract.enterpriseId as EnterpriseId;
    await appendAudit(tx, actor, {
      action: 'guarantee.affiliate-stated',
      enterpriseId,
      detail: { contractId },
    });
    return accept(null);
  });
}
