import type { Consent, ConsentItem, Detail, FetchType, Purpose } from '~/domain/consent/artefact.ts';
import { coversItem } from '~/domain/consent/artefact.ts';
import { chooseConsent, type Permit, type Reader, type UseRefusal } from '~/domain/consent/check-use.ts';
import { dayAt, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { clock } from '~/server/clock.ts';
import { catalogueToday, consentsTo, lockConsents, readsSince } from '~/server/consent/store.ts';
import { matterOf, recipientParty } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';

export type IntendedUse = {
  readonly enterpriseId: EnterpriseId;
  /** The bank that would read; null is the platform under the firm's evaluation consent. */
  readonly institutionId: InstitutionId | null;
  readonly purpose: Purpose;
  /** Catalogue codes, or everything that the consent opens. */
  readonly items: readonly string[] | 'granted';
  /** What is taken: rows (`detail`, the default), the score, or a summary. */
  readonly detail?: Detail;
  /** Monitoring asks `periodic`. */
  readonly fetchType?: FetchType;
  /** The application the read is for: its product binds, and a one-time consent ends when it is closed. */
  readonly applicationId?: string;
};

/**
 * Asks the firm's consents, as they are at this moment, whether this use is allowed. The firm's consents stay locked
 * until the transaction ends: no withdrawal and no other read slips in between. Counts nothing by itself; a read that
 * is carried out is counted by its audit line `consent.read` (see `readUnderConsent`).
 */
export async function permitUse(tx: Tx, intended: IntendedUse): Promise<Result<Permit, UseRefusal>> {
  await lockConsents(tx, intended.enterpriseId);
  const at = clock.now();
  const today = dayAt(at);
  const consents = await consentsTo(tx, intended.enterpriseId, intended.institutionId);
  const reader = await readerOf(tx, intended.institutionId);
  if (!reader) return refuse({ code: 'consent.none' });
  const catalogue = await catalogueToday(tx, today);
  const items = intended.items === 'granted' ? [] : named(catalogue, intended.items);
  const unknown =
    intended.items === 'granted' ? [] : intended.items.filter((c) => !items.some((i) => i.code === c));
  if (unknown.length > 0) return refuse({ code: 'consent.items', items: unknown });
  const matter = intended.applicationId
    ? await matterOf(tx, intended.enterpriseId, intended.applicationId)
    : { productId: null, closedAt: null };
  const { purpose, detail = 'detail', fetchType = 'one-time' } = intended;
  const use = {
    reader,
    purpose,
    detail,
    fetchType,
    items,
    productId: matter.productId,
    matterClosedAt: matter.closedAt,
    at,
  };
  const reads = await readsSince(
    tx,
    consents.map((consent) => consent.id),
    startOf(today),
  );
  const verdict = chooseConsent(consents, use, reads);
  if (!verdict.ok || intended.items !== 'granted') return verdict;
  const chosen = consents.find((consent) => consent.id === verdict.value.consentId) as Consent;
  return accept({ ...verdict.value, items: opened(chosen, catalogue, detail) });
}

async function readerOf(tx: Tx, institutionId: InstitutionId | null): Promise<Reader | null> {
  if (!institutionId) return { kind: 'platform' };
  const party = await recipientParty(tx, institutionId, clock.today());
  return party && { kind: 'institution', institutionId, standing: party.standing };
}

const named = <I extends ConsentItem>(catalogue: readonly I[], codes: readonly string[]): I[] =>
  catalogue.filter((item) => codes.includes(item.code));

/** Every item the consent opens at this depth; verify-only items never as rows. */
const opened = (consent: Consent, catalogue: readonly ConsentItem[], detail: Detail): string[] =>
  catalogue
    .filter(
      (item) => coversItem(consent, item) && !(detail === 'detail' && item.sensitivity === 'verify-only'),
    )
    .map((item) => item.code);
