import { isFinal } from '~/domain/application/state.ts';
import { type DocumentRefusal, mostDocuments } from '~/domain/institution/document-kind.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { resumeClock } from '~/server/application/resume-clock.ts';
import { lockApplication } from '~/server/application/store.ts';
import { addAttachments, countAttachments } from '~/server/application/store-attachment.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { keepDocuments, type Upload } from '~/server/platform/keep-documents.ts';

export type AttachRefusal =
  | DocumentRefusal
  | { readonly code: 'application.not-found' | 'application.closed' | 'application.no-document' }
  | { readonly code: 'application.too-many-documents'; readonly most: number };

/** The firm adds documents to an application that is still going on. */
export async function attachDocuments(
  actor: Actor,
  id: ApplicationId,
  uploads: readonly Upload[],
): Promise<Result<number, AttachRefusal>> {
  const firm = asFirm(actor);
  if (uploads.length === 0) return refuse({ code: 'application.no-document' });
  const kept = await keepDocuments(uploads);
  if (!kept.ok) return kept;
  return withActor(actor, async (tx): Promise<Result<number, AttachRefusal>> => {
    const application = await lockApplication(tx, id);
    if (!application) return refuse({ code: 'application.not-found' });
    if (isFinal(application.state)) return refuse({ code: 'application.closed' });
    if ((await countAttachments(tx, id)) + kept.value.length > mostDocuments)
      return refuse({ code: 'application.too-many-documents', most: mostDocuments });
    await addAttachments(tx, application, kept.value, { uploadedBy: firm.userId, uploadedAt: clock.now() });
    await resumeClock(tx, actor, application);
    const { enterpriseId, institutionId } = application;
    const change = { enterpriseId, institutionId, subjectId: id, payload: { documents: kept.value.length } };
    await recordChange(tx, actor, { kind: 'application.documented', ...change });
    await appendAudit(tx, actor, {
      action: 'application.documented',
      enterpriseId,
      detail: { applicationId: id },
    });
    return accept(kept.value.length);
  });
}
