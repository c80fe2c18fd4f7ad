import { batchFollowers } from '#jobs/contract.ts';
import type { Item } from '~/domain/catalogue/item.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { bindTable } from '~/domain/record/bind-table.ts';
import type { Mapping, MappingTable } from '~/domain/record/mapping.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
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
  saveBatch,
  saveRefusedBatch,
  stageItems,
} from '~/server/record/store-batch.ts';
import { registerFirms } from '~/server/record/store-firms.ts';
import {
  keepQuarantine,
  lockProviders,
  mergeFacts,
  quarantineConflicts,
  quarantineUnknownFirms,
} from '~/server/record/store-merge.ts';
import { copyToStage } from '~/server/record/store-stage.ts';

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
  await stageItems(tx, items);
  const byUscc = mapping.firms === 'uscc';
  await copyToStage(tx, stageRows(file, bound.value.check, byUscc, delivery.watch));
  if (byUscc) await quarantineConflicts(tx);
  await registerFirms(tx, { firms: mapping.firms, origin: delivery.origin, knownAt: head.receivedAt });
  if (byUscc) await quarantineUnknownFirms(tx, bound.value.firmColumn);
  await mergeFacts(tx, { batchId: head.batchId, knownAt: head.receivedAt });
  await keepQuarantine(tx, head.batchId, head.providerId);
  const outcome = { ...(await countDelivery(tx, head)), ...(await hashFacts(tx, head.batchId)) };
  await saveBatch(tx, head, file.receipt(), outcome, clock.now());
  await delivery.also?.(tx);
  await tellAll(tx, delivery, file, outcome);
  return { ...outcome, batchId: head.batchId };
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
  file: OpenFile,
  outcome: BatchOutcome,
): Promise<void> {
  const { head, actor } = delivery;
  const { batchId } = head;
  const detail = { batchId, fileHash: file.receipt().hash, ...outcome };
  await appendAudit(tx, actor, { action: 'record.ingested', detail });
  const follows = delivery.announced && outcome.accepted > 0;
  await recordChange(tx, actor, {
    kind: 'record.ingested',
    institutionId: head.providerId,
    subjectId: batchId,
    payload: { read: outcome.read, accepted: outcome.accepted, quarantined: outcome.quarantined },
    jobs: follows ? batchFollowers.map((name) => ({ name, payload: { batchId } })) : [],
  });
}

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
