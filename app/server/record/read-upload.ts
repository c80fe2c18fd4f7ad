import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { showUpload } from '~/server/record/show-upload.ts';
import { mostPartBytes } from '~/server/record/upload-limits.ts';
import type { UploadView } from '~/server/record/upload-view.ts';

export type UploadMissing = { readonly code: 'record.upload-not-found' };

const stateOf = ({ item, received, startedAt: _, ...upload }: UploadView) => ({
  ...upload,
  item: item.code,
  offset: received,
  partBytes: mostPartBytes,
});

/** An upload as a machine reads it. */
export type UploadState = ReturnType<typeof stateOf>;

/** Where an upload stands. */
export async function readUpload(actor: Person, id: string): Promise<Result<UploadState, UploadMissing>> {
  const shown = await showUpload(actor, id);
  return shown.ok ? accept(stateOf(shown.value)) : shown;
}
