import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { countOpenOfBatch, findBatch } from '~/server/compensation/store-batch.ts';
import { findPool } from '~/server/compensation/store-pool.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** A batch of settlements with how far it is. */
export function showBatch(
  actor: Actor,
  id: string,
): Promise<Result<BatchShown, { code: 'compensation.not-found' }>> {
  return withActor(actor, async (tx) => {
    const batch = await findBatch(tx, id);
    const pool = batch && (await findPool(tx, batch.poolId));
    if (!batch || !pool) return refuse({ code: 'compensation.not-found' });
    const open = await countOpenOfBatch(tx, id);
    return accept({
      ...{ id, state: batch.state, claims: batch.claims, settled: batch.claims - open },
      ...{ poolId: pool.id, poolZh: pool.nameZh, poolEn: pool.nameEn },
      amountFen: batch.amountFen.toString(),
      isProposer: actor.kind === 'person' && batch.proposedBy === actor.userId,
      at: batch.proposedAt.toISOString(),
    });
  });
}

export type BatchShown = {
  readonly id: string;
  readonly state: string;
  readonly claims: number;
  readonly settled: number;
  readonly poolId: string;
  readonly poolZh: string;
  readonly poolEn: string;
  readonly amountFen: string;
  readonly isProposer: boolean;
  readonly at: string;
};
