import type { Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { readUpload, type UploadMissing, type UploadState } from '~/server/record/read-upload.ts';
import { type NewUpload, type StartRefusal, startUpload } from '~/server/record/start-upload.ts';

/** Begins an upload for a machine and tells where it stands. */
export async function openUpload(
  actor: Person,
  wanted: NewUpload,
): Promise<Result<UploadState, StartRefusal | UploadMissing>> {
  const started = await startUpload(actor, wanted);
  return started.ok ? readUpload(actor, started.value) : started;
}
