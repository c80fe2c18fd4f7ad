import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { endUpload, findUpload } from '~/server/record/store-upload.ts';

export type DiscardRefusal =
  | { readonly code: 'record.upload-not-found' }
  | { readonly code: 'record.upload-ended' };

/** Gives an unfinished upload up: what was received of it is deleted. */
export function discardUpload(actor: Actor, id: string): Promise<Result<null, DiscardRefusal>> {
  return withActor(actor, async (tx) => {
    const upload = await findUpload(tx, id);
    if (!upload) return refuse({ code: 'record.upload-not-found' });
    if (!(await endUpload(tx, id, { state: 'discarded' }))) return refuse({ code: 'record.upload-ended' });
    const detail = { upload: id, received: upload.received };
    await appendAudit(tx, actor, { action: 'record.upload-discarded', detail });
    const { providerId: institutionId } = upload;
    await recordChange(tx, actor, { kind: 'record.upload-discarded', institutionId, subjectId: id });
    return accept(null);
  });
}
