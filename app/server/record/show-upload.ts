import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findUpload } from '~/server/record/store-upload.ts';
import { type UploadView, viewsOf } from '~/server/record/upload-view.ts';

/** One upload as it stands. */
export function showUpload(
  actor: Actor,
  id: string,
): Promise<Result<UploadView, { readonly code: 'record.upload-not-found' }>> {
  return withActor(actor, async (tx) => {
    const upload = await findUpload(tx, id);
    const [view] = upload ? await viewsOf(tx, [upload]) : [];
    return view ? accept(view) : refuse({ code: 'record.upload-not-found' });
  });
}
