import { type Fen, fen } from '~/domain/kernel/money.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

export const findBatch = (tx: Tx, id: string) => tx.settlementBatch.findFirst({ where: { id } });
export type BatchRow = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

export async function lockBatch(tx: Tx, id: string): Promise<BatchRow | null> {
  await tx.$queryRaw`select 1 from settlement_batch where id = ${id}::uuid for update`;
  return findBatch(tx, id);
}

export const addBatch = (tx: Tx, data: Prisma.SettlementBatchCreateManyInput) =>
  tx.settlementBatch.createMany({ data: [data] });

export const changeBatch = (tx: Tx, id: string, data: Prisma.SettlementBatchUncheckedUpdateManyInput) =>
  tx.settlementBatch.updateMany({ where: { id }, data });

export const findBatches = (tx: Tx, poolId: string) =>
  tx.settlementBatch.findMany({ where: { poolId }, orderBy: { proposedAt: 'desc' }, take: 20 });

/** Puts every claim of a pool that is reserved in full on one proposal; says how many and how much. */
export async function proposeHeld(
  tx: Tx,
  poolId: string,
  by: { readonly batchId: string; readonly userId: string },
): Promise<{ claims: number; amount: Fen }> {
  const rows = await tx.$queryRaw<{ hold_fen: bigint }[]>`
    update compensation_claim set state = 'proposed', batch_id = ${by.batchId}::uuid, proposed_by = ${by.userId}::uuid
    where pool_id = ${poolId}::uuid and state = 'held' and waits is null
    returning hold_fen`;
  return { claims: rows.length, amount: fen(rows.reduce((sum, row) => sum + row.hold_fen, 0n)) };
}

/** The next claims of a batch that are not settled yet, in serial order. */
export const findOpenOfBatch = (tx: Tx, batchId: string, most: number) =>
  tx.compensationClaim.findMany({
    where: { batchId, state: 'proposed' },
    orderBy: [{ determinedOn: 'asc' }, { enrolledOn: 'asc' }, { id: 'asc' }],
    take: most,
    select: { id: true },
  });

export const countOpenOfBatch = (tx: Tx, batchId: string) =>
  tx.compensationClaim.count({ where: { batchId, state: 'proposed' } });
