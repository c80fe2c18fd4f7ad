import { randomUUID } from 'node:crypto';
import { type Item, isDeliverable } from '~/domain/catalogue/item.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { bindTable } from '~/domain/record/bind-table.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type DeliveryRefusal, DeliveryRefused, type Encoding } from '~/server/record/delivery-refused.ts';
import { type Detected, openDelivery } from '~/server/record/open-delivery.ts';
import { type CheckWorld, checkContext, readCheckWorld } from '~/server/record/read-check-context.ts';
import { columnNames, dateColumns, deliveryTable, nameOf } from '~/server/record/read-mapping.ts';
import type { BatchHead, FileReceipt } from '~/server/record/store-batch.ts';
import { addReceived } from '~/server/record/store-received.ts';

export type ItemRefusal =
  | { readonly code: 'record.item-unknown'; readonly item: string }
  | { readonly code: 'record.item-of-other'; readonly item: string }
  | { readonly code: 'record.item-verify-only'; readonly item: string };

export type ReceiveRefusal = DeliveryRefusal | ItemRefusal;

/** A delivery that may wait for a worker. */
export type Admitted = { readonly item: Item; readonly detected: Detected };

type Handed = {
  readonly item: string;
  readonly encoding: Encoding;
  /** Bytes of text, after unpacking, beyond which it is refused. */
  readonly maxBytes: number;
  open(): AsyncIterable<Uint8Array>;
};

/** Whether the actor may deliver an item: a liaison those of the own department, an operator those of any. */
export function admitItem(actor: Actor, world: CheckWorld, code: string): Result<Item, ItemRefusal> {
  const item = world.catalogue.get(code);
  if (!item) return refuse({ code: 'record.item-unknown', item: code.slice(0, 60) });
  const { role, institutionId } = asPerson(actor);
  if (role === 'liaison' && institutionId !== item.providerId)
    return refuse({ code: 'record.item-of-other', item: code });
  return isDeliverable(item) ? accept(item) : refuse({ code: 'record.item-verify-only', item: code });
}

/** Judges item, kind, encoding and header; the rows are a worker's. A refusal leaves a line in the log. */
export async function admitDelivery(actor: Actor, handed: Handed): Promise<Result<Admitted, ReceiveRefusal>> {
  const world = await readCheckWorld(clock.today());
  const item = admitItem(actor, world, handed.item);
  if (!item.ok) return noteRefusal(actor, handed, item.refusal);
  const opened = await openHeader(world, item.value, handed);
  if (!opened.ok) return noteRefusal(actor, handed, opened.refusal);
  return accept({ item: item.value, detected: opened.value });
}

/** How the file is written, if its header has what the item needs. */
async function openHeader(
  world: CheckWorld,
  item: Item,
  { encoding, maxBytes, open }: Handed,
): Promise<Result<Detected, DeliveryRefusal>> {
  const { mapping, table } = deliveryTable(item);
  try {
    const read = { encoding, expected: columnNames(table), dates: dateColumns(table) };
    const { header, detected } = await openDelivery(open(), { ...read, maxBytes });
    const bound = bindTable(mapping, table, header, checkContext(world, item));
    return bound.ok ? accept(detected) : bound;
  } catch (fault) {
    if (fault instanceof DeliveryRefused) return refuse(fault.refusal);
    throw fault;
  }
}

/** The batch of an admitted delivery. */
export function headOf(actor: Actor, item: Item, fileName: string): BatchHead {
  const { mapping, table } = deliveryTable(item);
  return {
    batchId: randomUUID(),
    providerId: item.providerId as InstitutionId,
    mapping: nameOf(mapping, table),
    item: item.code,
    fileName,
    receivedBy: asPerson(actor).userId,
    receivedAt: clock.now(),
    replayOf: null,
  };
}

/** Keeps the batch, its line in the log and the order to take it in; the caller keeps the file in the same transaction. */
export async function keepDelivery(
  tx: Tx,
  actor: Actor,
  head: BatchHead,
  receipt: FileReceipt,
  detected: Detected,
): Promise<void> {
  await addReceived(tx, { head, receipt, detected });
  const detail = { batchId: head.batchId, item: head.item, fileHash: receipt.hash };
  await appendAudit(tx, actor, { action: 'record.delivered', detail });
  await recordChange(tx, actor, {
    kind: 'record.delivered',
    institutionId: head.providerId,
    subjectId: head.batchId,
    jobs: [{ name: 'record.take-in', payload: { batchId: head.batchId } }],
  });
}

async function noteRefusal<R extends ReceiveRefusal>(actor: Actor, handed: Handed, refusal: R) {
  const detail = { item: handed.item.slice(0, 64), code: refusal.code };
  await withActor(actor, (tx) =>
    appendAudit(tx, actor, { action: 'record.refused', outcome: 'refused', detail }),
  );
  return refuse(refusal);
}
