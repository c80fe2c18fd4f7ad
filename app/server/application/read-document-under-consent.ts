import type { UseRefusal } from '~/domain/consent/check-use.ts';
import { isShown } from '~/domain/institution/document-kind.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import type { OpenedDocument } from '~/server/application/read-document.ts';
import { findApplication } from '~/server/application/store.ts';
import { findAttachment } from '~/server/application/store-attachment.ts';
import { deliverUnderConsent } from '~/server/consent/deliver-under-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openStorage } from '~/server/platform/storage.ts';

type Wanted = { readonly id: string; readonly document: string };

/**
 * A document of an application for its bank: the link works while the consent does, asked at every download. `keeps`: it
 * leaves as a file; so does what a browser cannot show by itself, whatever was asked.
 */
export async function readDocumentUnderConsent(
  actor: Actor,
  { id: applicationId, document }: Wanted,
  keeps: boolean,
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
    keeps,
    what: 'application.document',
  } as const;
  const opened = await deliverUnderConsent(
    actor,
    read,
    async (tx, { mode }) => ({ mode, found: await findAttachment(tx, applicationId, document) }),
    async ({ mode, found }) => ({ mode, found, body: found && (await openStorage().read(found.sha256)) }),
  );
  if (!opened.ok) return opened;
  const { mode, found, body } = opened.value;
  if (!found || !body) return refuse({ code: 'application.not-found' });
  if (mode === 'view' && !isShown(found.contentType)) return refuse({ code: 'consent.mode', mode });
  return accept({ name: found.name, type: found.contentType, body });
}
