import { randomUUID } from 'node:crypto';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { admitItem, type ItemRefusal } from '~/server/record/admit-delivery.ts';
import type { Encoding } from '~/server/record/delivery-refused.ts';
import { readCheckWorld } from '~/server/record/read-check-context.ts';
import { addUpload, findOpenUploads } from '~/server/record/store-upload.ts';
import { mostOpenUploads, mostUploadBytes } from '~/server/record/upload-limits.ts';

export type NewUpload = {
  readonly item: string;
  readonly encoding: Encoding;
  readonly fileName: string;
  readonly bytes: number;
};

export type StartRefusal =
  | ItemRefusal
  | { readonly code: 'record.empty-file' }
  | { readonly code: 'record.too-large'; readonly limit: number }
  | { readonly code: 'record.uploads-open'; readonly limit: number };

/** Begins an upload: who may deliver the item and how large the file is are judged before a byte is sent. */
export async function startUpload(
  actor: Actor,
  { item: code, encoding, fileName, bytes }: NewUpload,
): Promise<Result<string, StartRefusal>> {
  const item = admitItem(actor, await readCheckWorld(clock.today()), code);
  if (!item.ok) return item;
  if (bytes <= 0) return refuse({ code: 'record.empty-file' });
  if (bytes > mostUploadBytes) return refuse({ code: 'record.too-large', limit: mostUploadBytes });
  const id = randomUUID();
  const providerId = item.value.providerId as InstitutionId;
  const at = clock.now();
  return withActor(actor, async (tx) => {
    const open = await findOpenUploads(tx, providerId, mostOpenUploads);
    if (open.length >= mostOpenUploads)
      return refuse({ code: 'record.uploads-open', limit: mostOpenUploads });
    const startedBy = asPerson(actor).userId;
    await addUpload(tx, {
      ...{ id, providerId, item: code, encoding, bytes, startedBy },
      fileName: fileName.slice(0, 200),
      startedAt: at,
      touchedAt: at,
    });
    const detail = { upload: id, item: code, bytes };
    await appendAudit(tx, actor, { action: 'record.upload-started', detail });
    await recordChange(tx, actor, {
      kind: 'record.upload-started',
      institutionId: providerId,
      subjectId: id,
    });
    return accept(id);
  });
}
