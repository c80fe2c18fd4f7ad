import { type ClaimRow, findClaim, lockClaim } from '~/server/compensation/store.ts';
import { lockPool, type PoolRow } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';

/** A claim to work on, with its pool: the pool is locked first, then the claim, so that no two ways cross. */
export async function openClaim(tx: Tx, id: string): Promise<{ claim: ClaimRow; pool: PoolRow } | null> {
  const seen = await findClaim(tx, id);
  if (!seen) return null;
  const pool = await lockPool(tx, seen.poolId);
  const claim = await lockClaim(tx, id);
  return claim && { claim, pool };
}
