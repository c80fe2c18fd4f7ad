import { type EnrolmentRow, findLiveClaims } from '~/server/compensation/store.ts';
import { findPool } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';
import { lockLoan } from '~/server/loan/store.ts';

export type ClaimedElsewhere = {
  readonly code: 'compensation.claimed-elsewhere';
  readonly poolZh: string;
  readonly poolEn: string;
};

/**
 * Whether another pool has a claim on the same loan that was neither refused nor given up: one loss is compensated by one
 * pool (domain.md G8). The loan is locked, so that two claims at once cannot miss each other; before any pool, everywhere.
 */
export async function claimedElsewhere(
  tx: Tx,
  { id, loanId }: Pick<EnrolmentRow, 'id' | 'loanId'>,
): Promise<ClaimedElsewhere | null> {
  await lockLoan(tx, loanId);
  const other = (await findLiveClaims(tx, [loanId])).find(({ enrolmentId }) => enrolmentId !== id);
  const pool = other ? await findPool(tx, other.poolId) : null;
  return pool && { code: 'compensation.claimed-elsewhere', poolZh: pool.nameZh, poolEn: pool.nameEn };
}
