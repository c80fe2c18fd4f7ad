import { createHash } from 'node:crypto';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { admitDelivery, headOf, keepDelivery, type ReceiveRefusal } from '~/server/record/admit-delivery.ts';
import type { Encoding } from '~/server/record/delivery-refused.ts';
import { addFile } from '~/server/record/store-received.ts';

/** Files beyond this size come in parts, through the command line or an interface, not a form. */
export const maxFormBytes = 20_000_000;

export type HandedIn = {
  readonly item: string;
  readonly encoding: Encoding;
  /** Said by whoever does not send a file; found out otherwise. */
  readonly format?: 'push';
  readonly fileName: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

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
  const { item, encoding, content } = handed;
  const open = () => once(content);
  const admitted = await admitDelivery(actor, { item, encoding, maxBytes: maxFormBytes * 10, open });
  if (!admitted.ok) return admitted;
  const head = headOf(actor, admitted.value.item, handed.fileName);
  const receipt = { hash: createHash('sha256').update(content).digest('hex'), bytes: content.length };
  const detected = { ...admitted.value.detected, ...(handed.format && { format: handed.format }) };
  await withActor(actor, async (tx) => {
    await keepDelivery(tx, actor, head, receipt, detected);
    await addFile(tx, head, encoding, content);
    await also?.(tx, head.batchId);
  });
  return accept(head.batchId);
}

async function* once(content: Uint8Array) {
  yield content;
}
