import type { BranchId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import type { AlertRow } from '~/server/monitoring/store.ts';

/**
 * Whether a branch may see what a case rests on: when it was raised or since, the firm agreed that the branch, or the whole
 * bank, watches the loan. A case that was raised under a consent to another branch stays shut after a transfer (decision 0062).
 */
export async function isOpenToBranch(
  tx: Tx,
  { enterprise_id: enterpriseId, institution_id: institutionId, raised_at: raisedAt }: AlertRow,
  branchId: BranchId,
): Promise<boolean> {
  const held = await tx.consent.count({
    where: {
      enterpriseId,
      institutionId,
      purpose: 'post-loan',
      validTo: { gt: raisedAt },
      AND: [
        { OR: [{ branchId: null }, { branchId }] },
        { OR: [{ revokedAt: null }, { revokedAt: { gt: raisedAt } }] },
      ],
    },
  });
  return held > 0;
}
