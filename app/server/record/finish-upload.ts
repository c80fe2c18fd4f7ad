import { createHash } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { admitDelivery, headOf, keepDelivery, type ReceiveRefusal } from '~/server/record/admit-delivery.ts';
import { discardUpload } from '~/server/record/discard-upload.ts';
import { endUpload, findUpload, readParts, type Upload } from '~/server/record/store-upload.ts';
import { mostUploadText } from '~/server/record/upload-limits.ts';

export type FinishRefusal =
  | ReceiveRefusal
  | { readonly code: 'record.upload-not-found' }
  | { readonly code: 'record.upload-ended' }
  | { readonly code: 'record.upload-incomplete'; readonly offset: number; readonly bytes: number }
  | { readonly code: 'record.upload-altered' };

/**
 * Ends an upload: size and SHA-256 must be those that the sender has, then the file is admitted as one from a form is.
 * The value is the id of the batch that waits for a worker; asked again, the same one. What is refused is given up.
 */
export async function finishUpload(
  actor: Actor,
  id: string,
  sha256: string,
): Promise<Result<string, FinishRefusal>> {
  const read = <T>(work: (tx: Tx) => Promise<T>) => withActor(actor, work);
  const upload = await read((tx) => findUpload(tx, id));
  if (!upload) return refuse({ code: 'record.upload-not-found' });
  if (upload.batchId) return accept(upload.batchId);
  if (upload.state !== 'open') return refuse({ code: 'record.upload-ended' });
  const { received: offset, bytes } = upload;
  if (offset < bytes) return refuse({ code: 'record.upload-incomplete', offset, bytes });
  const open = () => readParts(upload, read);
  if ((await hashOf(open())) !== sha256) {
    await discardUpload(actor, id);
    return refuse({ code: 'record.upload-altered' });
  }
  const { item, encoding } = upload;
  const admitted = await admitDelivery(actor, { item, encoding, maxBytes: mostUploadText, open });
  if (admitted.ok) return keep(actor, upload, sha256, admitted.value);
  await discardUpload(actor, id);
  return admitted;
}

type Admitted = Extract<Awaited<ReturnType<typeof admitDelivery>>, { ok: true }>['value'];

function keep(
  actor: Actor,
  upload: Upload,
  sha256: string,
  { item, detected }: Admitted,
): Promise<Result<string, FinishRefusal>> {
  const head = headOf(actor, item, upload.fileName);
  return withActor(actor, async (tx) => {
    const { batchId } = head;
    if (!(await endUpload(tx, upload.id, { state: 'finished', batchId, sha256 }))) {
      const ended = await findUpload(tx, upload.id);
      return ended?.batchId ? accept(ended.batchId) : refuse({ code: 'record.upload-ended' });
    }
    await keepDelivery(tx, actor, head, { hash: sha256, bytes: upload.bytes }, detected);
    return accept(batchId);
  });
}

async function hashOf(parts: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of parts) hash.update(part);
  return hash.digest('hex');
}
