import type { UseRefusal } from '~/domain/consent/check-use.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { findApplication } from '~/server/application/store.ts';
import { consentedRecords, type RecordRow } from '~/server/application/store-file.ts';
import { deliverUnderConsent } from '~/server/consent/deliver-under-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';

const mostRows = 20_000;

/**
 * The consented records of an application's firm as a file. Making it takes time; the consent is asked again before it
 * leaves, so a withdrawal meanwhile leaves no file. `render` turns the rows into text in the reader's language.
 */
export async function exportRecords<F>(
  actor: Actor,
  applicationId: string,
  render: (rows: readonly RecordRow[]) => F | Promise<F>,
): Promise<Result<F, UseRefusal | { readonly code: 'application.not-found' }>> {
  asInstitution(actor);
  const application = await withActor(actor, (tx) => findApplication(tx, applicationId));
  if (!application) return refuse({ code: 'application.not-found' });
  const { enterpriseId } = application;
  const read = {
    enterpriseId,
    applicationId,
    purpose: 'pre-loan',
    items: 'granted',
    keeps: true,
    what: 'application.export',
  } as const;
  return deliverUnderConsent(
    actor,
    read,
    (tx, permit) => consentedRecords(tx, enterpriseId, permit, mostRows),
    async (rows) => render(rows),
  );
}
