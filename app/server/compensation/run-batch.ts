import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import {
  addBatch,
  type BatchRow,
  changeBatch,
  lockBatch,
  proposeHeld,
} from '~/server/compensation/store-batch.ts';
import { findPool, lockPool } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type BatchRefusal =
  | { readonly code: 'compensation.not-found' }
  | { readonly code: 'compensation.nothing-to-settle' }
  | { readonly code: 'compensation.same-person' }
  | { readonly code: 'compensation.batch-state'; readonly state: string };

/** The first funds operator proposes to settle together every claim of a pool whose money is reserved in full. */
export function proposeBatch(actor: Actor, poolId: string): Promise<Result<string, BatchRefusal>> {
  const maker = asPerson(actor);
  return withActor(actor, async (tx) => {
    if (!(await findPool(tx, poolId))) return refuse({ code: 'compensation.not-found' });
    await lockPool(tx, poolId);
    const batchId = randomUUID();
    const { claims, amount } = await proposeHeld(tx, poolId, { batchId, userId: maker.userId });
    if (claims === 0) return refuse({ code: 'compensation.nothing-to-settle' });
    const row = { id: batchId, poolId, state: 'proposed', claims, amountFen: amount };
    await addBatch(tx, { ...row, proposedBy: maker.userId, proposedAt: clock.now() });
    const detail = { batchId, claims, amountFen: amount };
    await appendAudit(tx, actor, { action: 'compensation.batch-proposed', detail });
    return accept(batchId);
  });
}

/** The second funds operator confirms a proposed batch; a job settles it. */
export function confirmBatch(actor: Actor, batchId: string): Promise<Result<'running', BatchRefusal>> {
  const checker = asPerson(actor);
  return changing(actor, batchId, ['proposed'], async (tx, batch) => {
    if (batch.proposedBy === checker.userId) return refuse({ code: 'compensation.same-person' });
    await changeBatch(tx, batchId, { confirmedBy: checker.userId });
    await setGoing(tx, actor, batch, 'compensation.batch-confirmed');
    return accept('running');
  });
}

/** Stops a batch after the chunk that is under way; what is settled stays settled. */
export const stopBatch = (actor: Actor, batchId: string): Promise<Result<'stopped', BatchRefusal>> =>
  changing(actor, batchId, ['running'], async (tx) => {
    await changeBatch(tx, batchId, { state: 'stopped' });
    await appendAudit(tx, actor, { action: 'compensation.batch-stopped', detail: { batchId } });
    return accept('stopped');
  });

/** Lets a stopped batch go on where it stood. */
export const resumeBatch = (actor: Actor, batchId: string): Promise<Result<'running', BatchRefusal>> =>
  changing(actor, batchId, ['stopped'], async (tx, batch) => {
    await setGoing(tx, actor, batch, 'compensation.batch-resumed');
    return accept('running');
  });

async function setGoing(tx: Tx, actor: Actor, batch: BatchRow, action: string): Promise<void> {
  const run = batch.runs + 1;
  await changeBatch(tx, batch.id, { state: 'running', runs: run });
  await appendAudit(tx, actor, { action, detail: { batchId: batch.id, run } });
  const jobs = [{ name: 'compensation.settle-batch' as const, payload: { batchId: batch.id, run } }];
  await recordChange(tx, actor, { kind: action, subjectId: batch.id, jobs });
}

const changing = <T>(
  actor: Actor,
  batchId: string,
  from: readonly string[],
  work: (tx: Tx, batch: BatchRow) => Promise<Result<T, BatchRefusal>>,
): Promise<Result<T, BatchRefusal>> =>
  withActor(actor, async (tx) => {
    const batch = await lockBatch(tx, batchId);
    if (!batch) return refuse({ code: 'compensation.not-found' });
    if (!from.includes(batch.state)) return refuse({ code: 'compensation.batch-state', state: batch.state });
    return work(tx, batch);
  });
