import { batchFollowers } from '#jobs/contract.ts';
import type { Item } from '~/domain/catalogue/item.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { bindTable, type TableReader } from '~/domain/record/bind-table.ts';
import type { Mapping, MappingTable } from '~/domain/record/mapping.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { NeedsWhole } from '~/server/record/chunk-rows.ts';
import { type DeliveryRefusal, DeliveryRefused } from '~/server/record/delivery-refused.ts';
import type { OpenFile } from '~/server/record/open-file.ts';
import { type CheckWorld, checkContext } from '~/server/record/read-check-context.ts';
import { stageRows, type Watch } from '~/server/record/stage-rows.ts';
import {
  type BatchHead,
  type BatchOutcome,
  countDelivery,
  type FileReceipt,
  hashFacts,
  type RowCounts,
  saveBatch,
  saveRefusedBatch,
  stageItems,
} from '~/server/record/store-batch.ts';
import { SomeKnown } from '~/server/record/store-chunk.ts';
import { registerFirms } from '~/server/record/store-firms.ts';
import { hasSuccessions } from '~/server/record/store-inherit.ts';
import {
  keepQuarantine,
  lockProviders,
  mergeFacts,
  quarantineConflicts,
  quarantineUnknownFirms,
} from '~/server/record/store-merge.ts';
import { copyToStage } from '~/server/record/store-stage.ts';
import { isChunkable, takeInChunks } from '~/server/record/take-in-chunks.ts';

/** One file of one table on its way in. */
export type Delivery = {
  readonly head: BatchHead;
  readonly actor: Actor;
  readonly mapping: Mapping;
  readonly table: MappingTable;
  /** The item that the delivery names; null where the mapping names its items. */
  readonly item: Item | null;
  /** Where new firms come from: the name of a data set, or of a register. */
  readonly origin: string;
  /** Whether the stages behind are told at once; a first load is followed by one run over all firms instead. */
  readonly announced: boolean;
  open(): Promise<OpenFile>;
  readonly watch?: Watch;
  /** Further writes of the same transaction, once the batch is in. */
  readonly also?: (tx: BatchTx) => Promise<void>;
};

export type TakenIn = BatchOutcome & { readonly batchId: string };

/**
 * Takes a file in, wholly or not at all: firms, facts, quarantine, batch, audit line, event and jobs are one
 * transaction, under a lock per provider. Taking the same file in again finds duplicates and changes no fact. A refused
 * file leaves the note that it was refused, in words of `record.*`; a fault leaves nothing.
 */
export async function takeIn(
  world: CheckWorld,
  delivery: Delivery,
): Promise<Result<TakenIn, DeliveryRefusal>> {
  let receipt: FileReceipt = { hash: '', bytes: 0 };
  try {
    const file = await delivery.open();
    try {
      return accept(await withBatchTransaction((tx) => takeInRows(tx, world, delivery, file)));
    } finally {
      receipt = file.receipt();
    }
  } catch (fault) {
    if (!(fault instanceof DeliveryRefused)) throw fault;
    await withBatchTransaction((tx) => noteRefusal(tx, delivery, receipt, fault.refusal));
    return refuse(fault.refusal);
  }
}

async function takeInRows(
  tx: BatchTx,
  world: CheckWorld,
  delivery: Delivery,
  file: OpenFile,
): Promise<TakenIn> {
  const { head, mapping, table } = delivery;
  const context = checkContext(world, delivery.item);
  const bound = bindTable(mapping, table, file.header, context);
  if (!bound.ok) throw new DeliveryRefused(bound.refusal);
  const items = itemsOf(delivery, world);
  await lockProviders(tx, [head.providerId, ...items.map(({ providerId }) => providerId)]);
  const { counts, receipt } = await takeInRecords(tx, delivery, items, file, bound.value);
  const outcome = { ...counts, ...(await hashFacts(tx, head.batchId)) };
  await saveBatch(tx, head, receipt, outcome, clock.now());
  await delivery.also?.(tx);
  await tellAll(tx, delivery, receipt, outcome);
  return { ...outcome, batchId: head.batchId };
}

type Taken = { readonly counts: RowCounts; readonly receipt: FileReceipt };

/** In chunks where that comes to the same, else as a whole: then the file is read once more from its beginning. */
async function takeInRecords(
  tx: BatchTx,
  delivery: Delivery,
  items: readonly Item[],
  file: OpenFile,
  reader: TableReader,
  asksFirst = false,
): Promise<Taken> {
  const whole = async (of: OpenFile) => {
    const counts = await takeInWhole(tx, delivery, items, of, reader);
    return { counts, receipt: of.receipt() };
  };
  const { item } = delivery;
  if (!item || !isChunkable(delivery, file)) return whole(file);
  await tx.client.query('savepoint chunks');
  try {
    const counts = await takeInChunks(tx, { ...delivery, item }, file, reader, asksFirst);
    return { counts, receipt: file.receipt() };
  } catch (fault) {
    const isSomeKnown = fault instanceof SomeKnown && !asksFirst;
    if (!isSomeKnown && !(fault instanceof NeedsWhole)) throw fault;
    await tx.client.query('rollback to savepoint chunks');
    const again = await delivery.open();
    return isSomeKnown ? takeInRecords(tx, delivery, items, again, reader, true) : whole(again);
  }
}

async function takeInWhole(
  tx: BatchTx,
  delivery: Delivery,
  items: readonly Item[],
  file: OpenFile,
  { check, firmColumn }: TableReader,
): Promise<RowCounts> {
  const { head, mapping } = delivery;
  const byUscc = mapping.firms === 'uscc';
  await stageItems(tx, items);
  await copyToStage(tx, stageRows(file, check, byUscc, delivery.watch));
  if (byUscc) await quarantineConflicts(tx);
  await registerFirms(tx, { firms: mapping.firms, origin: delivery.origin, knownAt: head.receivedAt });
  if (byUscc) await quarantineUnknownFirms(tx, firmColumn);
  await mergeFacts(tx, { batchId: head.batchId, knownAt: head.receivedAt });
  await keepQuarantine(tx, head.batchId, head.providerId);
  return countDelivery(tx, head);
}

/** The items that a delivery may bring, each once. */
function itemsOf({ item, table }: Delivery, { catalogue }: CheckWorld): Item[] {
  if (item) return [item];
  return [...new Set(table.records.map((record) => record.item))].flatMap(
    (code) => catalogue.get(code) ?? [],
  );
}

async function tellAll(
  tx: BatchTx,
  delivery: Delivery,
  receipt: FileReceipt,
  outcome: BatchOutcome,
): Promise<void> {
  const { head, actor } = delivery;
  const { batchId } = head;
  const detail = { batchId, fileHash: receipt.hash, ...outcome };
  await appendAudit(tx, actor, { action: 'record.ingested', detail });
  const follows = delivery.announced && outcome.accepted > 0;
  await recordChange(tx, actor, {
    kind: 'record.ingested',
    institutionId: head.providerId,
    subjectId: batchId,
    payload: { read: outcome.read, accepted: outcome.accepted, quarantined: outcome.quarantined },
    jobs: follows
      ? [
          ...batchFollowers.map((name) => ({ name, payload: { batchId } })),
          ...(await successions(tx, batchId)),
        ]
      : [],
  });
}

/** Records about a firm that others succeed reach them as well. */
const successions = async (tx: BatchTx, ref: string) =>
  (await hasSuccessions(tx)) ? [{ name: 'record.follow-succession' as const, payload: { ref } }] : [];

async function noteRefusal(
  tx: BatchTx,
  { head, actor, also }: Delivery,
  receipt: FileReceipt,
  refusal: DeliveryRefusal,
): Promise<void> {
  await saveRefusedBatch(tx, head, receipt, refusal, clock.now());
  await also?.(tx);
  const detail = { batchId: head.batchId, code: refusal.code };
  await appendAudit(tx, actor, { action: 'record.refused', outcome: 'refused', detail });
  await recordChange(tx, actor, {
    kind: 'record.refused',
    institutionId: head.providerId,
    subjectId: head.batchId,
  });
}
