import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { findAttachment } from '~/server/application/store-attachment.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openStorage } from '~/server/platform/storage.ts';

export type OpenedDocument = { readonly name: string; readonly type: string; readonly body: Uint8Array };

/** A document of the firm's own application. */
export async function readDocument(
  actor: Actor,
  applicationId: string,
  id: string,
): Promise<Result<OpenedDocument, { readonly code: 'application.not-found' }>> {
  asFirm(actor);
  const found = await withActor(actor, (tx) => findAttachment(tx, applicationId, id));
  const body = found && (await openStorage().read(found.sha256));
  if (!found || !body) return refuse({ code: 'application.not-found' });
  return accept({ name: found.name, type: found.contentType, body });
}
