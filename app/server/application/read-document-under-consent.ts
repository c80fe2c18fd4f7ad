import type { UseRefusal } from '~/domain/consent/check-use.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import type { OpenedDocument } from '~/server/application/read-document.ts';
import { findApplication } from '~/server/application/store.ts';
import { findAttachment } from '~/server/application/store-attachment.ts';
import { deliverUnderConsent } from '~/server/consent/deliver-under-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openStorage } from '~/server/platform/storage.ts';

/** A document of an application for its bank: the link works while the consent does, asked at every download. */
export async function readDocumentUnderConsent(
  actor: Actor,
  applicationId: string,
  id: string,
): Promise<Result<OpenedDocument, UseRefusal | { readonly code: 'application.not-found' }>> {
  asInstitution(actor);
  const application = await withActor(actor, (tx) => findApplication(tx, applicationId));
  if (!application) return refuse({ code: 'application.not-found' });
  const { enterpriseId } = application;
  const read = {
    enterpriseId,
    applicationId,
    purpose: 'pre-loan',
    items: [],
    detail: 'granted',
    what: 'application.document',
  } as const;
  const opened = await deliverUnderConsent(
    actor,
    read,
    (tx) => findAttachment(tx, applicationId, id),
    async (found) => ({ found, body: found && (await openStorage().read(found.sha256)) }),
  );
  if (!opened.ok) return opened;
  const { found, body } = opened.value;
  return found && body
    ? accept({ name: found.name, type: found.contentType, body })
    : refuse({ code: 'application.not-found' });
}
