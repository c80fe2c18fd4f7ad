import type { InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import type { Tx } from '~/server/db/client.ts';
import type { Encoding } from '~/server/record/delivery-refused.ts';
import type { Detected } from '~/server/record/open-delivery.ts';
import type { BatchHead, FileReceipt } from '~/server/record/store-batch.ts';
import type { RawRow } from '~/server/record/store-stage.ts';

type Received = {
  readonly head: BatchHead;
  readonly receipt: FileReceipt;
  readonly detected?: Detected;
};

/** Keeps a batch that waits for a worker. */
export async function addReceived(tx: Tx, { head, receipt, detected }: Received): Promise<void> {
  const { batchId: id, ...rest } = head;
  await tx.recordBatch.create({
    data: {
      id,
      ...rest,
      state: 'received',
      fileHash: receipt.hash,
      fileBytes: receipt.bytes,
      format: detected?.format ?? null,
      charset: detected?.encoding ?? null,
    },
    select: { id: true },
  });
}

/** Keeps the file of a batch, as it was handed in. */
export async function addFile(
  tx: Tx,
  head: BatchHead,
  encoding: Encoding,
  content: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.deliveryFile.createMany({
    data: [{ batchId: head.batchId, providerId: head.providerId, encoding, content }],
  });
}

/** Notes how the file of a batch was found to be written, where no form did so before. */
export const saveDetected = ({ client }: BatchTx, batchId: string, { format, encoding }: Detected) =>
  client.query('update record_batch set format = $2, charset = $3 where id = $1', [
    batchId,
    format,
    encoding,
  ]);

/** A batch with what its intake needs to know, whatever its state; null when there is none. */
export async function findBatchHead(
  tx: Tx,
  batchId: string,
): Promise<(BatchHead & { state: string }) | null> {
  const row = await tx.recordBatch.findUnique({ where: { id: batchId } });
  if (!row) return null;
  return {
    batchId: row.id,
    providerId: row.providerId as InstitutionId,
    mapping: row.mapping,
    item: row.item,
    fileName: row.fileName,
    receivedBy: row.receivedBy as UserId | null,
    receivedAt: row.receivedAt,
    replayOf: row.replayOf,
    state: row.state,
  };
}

export const findFile = (tx: Tx, batchId: string) => tx.deliveryFile.findUnique({ where: { batchId } });

/** A record that a replay mends: the row as it is to be read now. */
export type ReplayedRow = { readonly item: string | null; readonly cells: RawRow };

/** The rows of a replay batch in the order of the file they came from. */
export async function findReplayedRows(tx: Tx, replayBatchId: string): Promise<ReplayedRow[]> {
  const rows = await tx.quarantineRow.findMany({
    where: { replayBatchId },
    orderBy: [{ batchId: 'asc' }, { rowNo: 'asc' }, { recordNo: 'asc' }],
    select: { item: true, raw: true, fixed: true },
  });
  return rows.map(({ item, raw, fixed }) => ({ item, cells: (fixed ?? raw) as unknown as RawRow }));
}

export type RowKey = { readonly rowNo: number; readonly recordNo: number };

/** The rows of a batch that still wait in quarantine. */
export const findWaitingRows = (tx: Tx, batchId: string) =>
  tx.quarantineRow.findMany({
    where: { batchId, replayBatchId: null },
    orderBy: [{ rowNo: 'asc' }, { recordNo: 'asc' }],
  });

/** Hands a waiting row to a replay; false when another replay has it already. */
export async function claimRow(
  tx: Tx,
  batchId: string,
  { rowNo, recordNo }: RowKey,
  replay: { readonly replayBatchId: string; readonly fixed: RawRow; readonly at: Date },
): Promise<boolean> {
  const { count } = await tx.quarantineRow.updateMany({
    where: { batchId, rowNo, recordNo, replayBatchId: null },
    data: { replayBatchId: replay.replayBatchId, fixed: replay.fixed as never, replayedAt: replay.at },
  });
  return count === 1;
}
