import { insist } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { followLosses, type Place } from '~/server/compensation/follow-loss.ts';
import { openClaim } from '~/server/compensation/open-claim.ts';
import { settleClaim } from '~/server/compensation/settle-claim.ts';
import { shareOut } from '~/server/compensation/share-out.ts';
import { type BatchRow, changeBatch, findOpenOfBatch, lockBatch } from '~/server/compensation/store-batch.ts';
import { lockPool } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

const chunkSize = 50;

/**
 * Settles a batch that two people agreed on, in chunks of one transaction each, after what came back on the loans since is read. What marks a claim as done is its own
 * state, so a batch that was stopped or cut off anywhere goes on where it stood and ends the same. Returns how many
 * claims were settled now.
 */
export async function settleBatchChunks(actor: Actor, batchId: string, size = chunkSize): Promise<number> {
  let settled = 0;
  for (;;) {
    const done = await withActor(actor, (tx) => settleChunk(tx, actor, batchId, size));
    settled += done;
    if (done < size) return settled;
  }
}

async function settleChunk(tx: Tx, actor: Actor, batchId: string, size: number): Promise<number> {
  const batch = await lockBatch(tx, batchId);
  if (batch?.state !== 'running') return 0;
  await lockPool(tx, batch.poolId);
  const chunk = await findOpenOfBatch(tx, batchId, size);
  const opened: Place[] = [];
  for (const { id } of chunk) opened.push(await openOne(tx, id));
  for (const place of await followLosses(tx, opened)) await settleOne(tx, actor, batch, place);
  if (chunk.length < size) await finish(tx, actor, batch);
  return chunk.length;
}

async function openOne(tx: Tx, claimId: string): Promise<Place> {
  const opened = await openClaim(tx, claimId);
  if (!opened) throw new Error(`claim ${claimId} of a batch is gone`);
  return opened;
}

async function settleOne(tx: Tx, actor: Actor, batch: BatchRow, place: Place): Promise<void> {
  if (batch.confirmedBy === null) throw new Error(`batch ${batch.id} runs unconfirmed`);
  const hands = { proposedBy: batch.proposedBy, confirmedBy: batch.confirmedBy };
  insist(await settleClaim(tx, actor, place, hands));
}

async function finish(tx: Tx, actor: Actor, batch: BatchRow): Promise<void> {
  await changeBatch(tx, batch.id, { state: 'done', finishedAt: clock.now() });
  await appendAudit(tx, actor, {
    action: 'compensation.batch-settled',
    detail: { batchId: batch.id, claims: batch.claims },
  });
  await shareOut(tx, actor, batch.poolId);
}
