import { type Actor, asPerson } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findOpenUploads } from '~/server/record/store-upload.ts';
import { mostOpenUploads } from '~/server/record/upload-limits.ts';
import { type UploadView, viewsOf } from '~/server/record/upload-view.ts';

/** Uploads that wait to go on: of a liaison’s own department, or all. */
export function listUploads(actor: Actor): Promise<UploadView[]> {
  const { role, institutionId } = asPerson(actor);
  const of = role === 'liaison' ? institutionId : null;
  return withActor(actor, async (tx) => viewsOf(tx, await findOpenUploads(tx, of, mostOpenUploads)));
}
