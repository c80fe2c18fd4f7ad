import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addPart, findUpload } from '~/server/record/store-upload.ts';
import { mostPartBytes } from '~/server/record/upload-limits.ts';

export type PartRefusal =
  | { readonly code: 'record.upload-not-found' }
  | { readonly code: 'record.upload-ended' }
  | { readonly code: 'record.upload-offset'; readonly offset: number; readonly status: 409 }
  | { readonly code: 'record.part-empty' }
  | { readonly code: 'record.part-too-large'; readonly limit: number };

/**
 * Adds the part that begins at byte `at` and returns how many bytes are here now. A part that is sent twice, or not where
 * the file ends, is refused with the offset from which to go on.
 */
export function appendPart(
  actor: Actor,
  id: string,
  at: number,
  content: Uint8Array<ArrayBuffer>,
): Promise<Result<{ readonly offset: number }, PartRefusal>> {
  return withActor(actor, async (tx) => {
    const upload = await findUpload(tx, id);
    if (!upload) return refuse({ code: 'record.upload-not-found' });
    if (upload.state !== 'open') return refuse({ code: 'record.upload-ended' });
    if (content.length === 0) return refuse({ code: 'record.part-empty' });
    const limit = Math.min(mostPartBytes, upload.bytes - upload.received);
    if (at === upload.received && content.length > limit)
      return refuse({ code: 'record.part-too-large', limit });
    if (at === upload.received && (await addPart(tx, upload, at, content, clock.now())))
      return accept({ offset: at + content.length });
    const now = await findUpload(tx, id);
    return refuse({ code: 'record.upload-offset', offset: now?.received ?? 0, status: 409 });
  });
}
