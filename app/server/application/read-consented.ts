import type { UseRefusal } from '~/domain/consent/check-use.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { findApplication } from '~/server/application/store.ts';
import { attachmentsOf } from '~/server/application/store-attachment.ts';
import { consentedRecords } from '~/server/application/store-file.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

const mostRecords = 400;

/** What a firm consented that the bank of its application reads, for the bank's own system. */
export type Consented = Awaited<ReturnType<typeof consentedPart>>;

/**
 * Records and documents behind the consent, asked at this very read. They leave the platform, so a consent to look alone
 * does not do; rows only where it lets the bank read them.
 */
export async function readConsented(
  actor: Actor,
  applicationId: string,
): Promise<Result<Consented, UseRefusal | { readonly code: 'application.not-found' }>> {
  asInstitution(actor);
  const application = await withActor(actor, (tx) => findApplication(tx, applicationId));
  if (!application) return refuse({ code: 'application.not-found' });
  const { enterpriseId } = application;
  const read = {
    enterpriseId,
    applicationId,
    purpose: 'pre-loan',
    items: 'granted',
    detail: 'granted',
    keeps: true,
    what: 'application.records',
  } as const;
  return readUnderConsent(actor, read, (tx, permit) =>
    consentedPart(tx, application, permit.detail === 'detail', permit),
  );
}

async function consentedPart(
  tx: Tx,
  { id, enterpriseId }: NonNullable<Awaited<ReturnType<typeof findApplication>>>,
  isRows: boolean,
  permit: Parameters<typeof consentedRecords>[2],
) {
  const rows = isRows ? await consentedRecords(tx, enterpriseId, permit, mostRecords) : [];
  return {
    records: rows.map(({ item, itemZh, itemEn, occurredOn, endedOn, amountFen, quantity, ...row }) => ({
      ...{ item, zh: itemZh, en: itemEn, occurredOn, endedOn, amount: amountFen, quantity },
      category: row.categoryZh,
      disputed: row.disputed,
      statement: row.statement,
    })),
    documents: await attachmentsOf(tx, id),
  };
}
