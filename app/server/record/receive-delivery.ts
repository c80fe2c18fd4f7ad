import { createHash, randomUUID } from 'node:crypto';
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
import type { BatchHead } from '~/server/record/store-batch.ts';
import { addFile, addReceived } from '~/server/record/store-received.ts';

/** Files beyond this size come through the command line or an interface, not a form. */
export const maxFormBytes = 20_000_000;

export type HandedIn = {
  readonly item: string;
  readonly encoding: Encoding;
  /** Said by whoever does not send a file; found out otherwise. */
  readonly format?: 'push';
  readonly fileName: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

export type ReceiveRefusal =
  | DeliveryRefusal
  | { readonly code: 'record.item-of-other'; readonly item: string }
  | { readonly code: 'record.item-verify-only'; readonly item: string };

/**
 * Takes a file from a form: item, kind, encoding and header are judged at once, the rows by a worker. A liaison delivers
 * the items of the own department; an operator those of any. Returns the id of the waiting batch; `also` writes in the
 * same transaction.
 */
export async function receiveDelivery(
  actor: Actor,
  handed: HandedIn,
  also?: (tx: Tx, batchId: string) => Promise<void>,
): Promise<Result<string, ReceiveRefusal>> {
  const world = await readCheckWorld(clock.today());
  const item = world.catalogue.get(handed.item);
  const refusal = refuseItem(actor, handed.item, item);
  if (refusal || !item)
    return noteRefusal(actor, handed, refusal ?? { code: 'record.item-unknown', item: handed.item });
  const opened = await openHeader(world, item, handed);
  if (!opened.ok) return noteRefusal(actor, handed, opened.refusal);
  const head = headOf(actor, item, handed);
  const receipt = {
    hash: createHash('sha256').update(handed.content).digest('hex'),
    bytes: handed.content.length,
  };
  await withActor(actor, async (tx) => {
    const detected = { ...opened.value, ...(handed.format && { format: handed.format }) };
    await addReceived(tx, { head, receipt, detected });
    await addFile(tx, head, handed.encoding, handed.content);
    const detail = { batchId: head.batchId, item: item.code, fileHash: receipt.hash };
    await appendAudit(tx, actor, { action: 'record.delivered', detail });
    await recordChange(tx, actor, {
      kind: 'record.delivered',
      institutionId: head.providerId,
      subjectId: head.batchId,
      jobs: [{ name: 'record.take-in', payload: { batchId: head.batchId } }],
    });
    await also?.(tx, head.batchId);
  });
  return accept(head.batchId);
}

function refuseItem(actor: Actor, code: string, item: Item | undefined): ReceiveRefusal | null {
  if (!item) return { code: 'record.item-unknown', item: code };
  if (asPerson(actor).role === 'liaison' && asPerson(actor).institutionId !== item.providerId)
    return { code: 'record.item-of-other', item: code };
  return isDeliverable(item) ? null : { code: 'record.item-verify-only', item: code };
}

/** How the file is written, if its header has what the item needs. */
async function openHeader(
  world: CheckWorld,
  item: Item,
  handed: HandedIn,
): Promise<Result<Detected, DeliveryRefusal>> {
  const { mapping, table } = deliveryTable(item);
  try {
    const read = { encoding: handed.encoding, expected: columnNames(table), dates: dateColumns(table) };
    const { header, detected } = await openDelivery(once(handed.content), {
      ...read,
      maxBytes: maxFormBytes * 10,
    });
    const bound = bindTable(mapping, table, header, checkContext(world, item));
    return bound.ok ? accept(detected) : bound;
  } catch (fault) {
    if (fault instanceof DeliveryRefused) return refuse(fault.refusal);
    throw fault;
  }
}

async function* once(content: Uint8Array) {
  yield content;
}

function headOf(actor: Actor, item: Item, { fileName }: HandedIn): BatchHead {
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

async function noteRefusal<R extends ReceiveRefusal>(actor: Actor, handed: HandedIn, refusal: R) {
  const detail = { item: handed.item.slice(0, 64), code: refusal.code };
  await withActor(actor, (tx) =>
    appendAudit(tx, actor, { action: 'record.refused', outcome: 'refused', detail }),
  );
  return refuse(refusal);
}
