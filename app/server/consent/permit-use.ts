import { type Depth, yields } from '~/domain/catalogue/ceiling.ts';
import type { Consent, ConsentItem, FetchType, Purpose } from '~/domain/consent/artefact.ts';
import { coversItem } from '~/domain/consent/artefact.ts';
import { chooseConsent, type Permit, type Reader, type UseRefusal } from '~/domain/consent/check-use.ts';
import type { Standing } from '~/domain/institution/standing.ts';
import { dayAt, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { clock } from '~/server/clock.ts';
import { consentsTo, lockConsents, readsSince } from '~/server/consent/store.ts';
import { readGate } from '~/server/consent/store-gate.ts';
import { matterOf, reachedAt } from '~/server/consent/store-matter.ts';
import type { Tx } from '~/server/db/client.ts';

export type IntendedUse = {
  readonly enterpriseId: EnterpriseId;
  /** The bank that would read; null is the platform under the firm's evaluation consent. */
  readonly institutionId: InstitutionId | null;
  readonly purpose: Purpose;
  /** Catalogue codes, or everything that the consent opens. */
  readonly items: readonly string[] | 'granted';
  /** What is taken: rows (`detail`, the default), the score, a summary, or as much as the consent gives. */
  readonly detail?: Depth | 'granted';
  /** A file that the reader keeps. */
  readonly keeps?: boolean;
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
  return permitLocked(tx, intended);
}

/** The same once the firm's consents are locked (`lockConsentsOfFirm`). */
export async function permitLocked(tx: Tx, intended: IntendedUse): Promise<Result<Permit, UseRefusal>> {
  const at = clock.now();
  const named = intended.items === 'granted' ? [] : intended.items;
  const wish = { ...intended, codes: intended.items === 'granted' ? null : named };
  const { storedOnly, standing, items: catalogue } = await readGate(tx, wish, dayAt(at));
  if (storedOnly) return refuse({ code: 'consent.stored-only' });
  const reader = readerOf(intended.institutionId, standing);
  if (!reader) return refuse({ code: 'consent.none' });
  const items = catalogue.filter((item) => named.includes(item.code));
  const unknown = named.filter((code) => !items.some((item) => item.code === code));
  if (unknown.length > 0) return refuse({ code: 'consent.items', items: unknown });
  const use = { ...(await useOf(tx, intended)), reader, items, at };
  const consents = await consentsFor(tx, intended, use.matterClosedAt === null);
  const reads = await readsSince(
    tx,
    consents.map((consent) => consent.id),
    startOf(dayAt(at)),
  );
  const verdict = chooseConsent(consents, use, reads);
  if (!verdict.ok) return verdict;
  const chosen = consents.find((consent) => consent.id === verdict.value.consentId) as Consent;
  const detail = intended.detail === 'granted' ? chosen.detail : use.detail;
  const codes = intended.items === 'granted' ? opened(chosen, catalogue, detail) : verdict.value.items;
  const figures =
    intended.items === 'granted'
      ? opened(chosen, catalogue, 'summary').filter((code) => !codes.includes(code))
      : [];
  return accept({ ...verdict.value, detail, items: codes, figures });
}

/** The firm's consents to the reader; for an open matter without those that have served their own to the end. */
async function consentsFor(tx: Tx, { enterpriseId, institutionId }: IntendedUse, isOpen: boolean) {
  const consents = await consentsTo(tx, enterpriseId, institutionId);
  if (!isOpen) return consents;
  const reached = await reachedAt(tx, consents);
  return consents.filter((consent) => !reached.has(consent.id));
}

/** The use apart from reader, items and instant; "as much as is granted" asks for the least and takes what is there. */
async function useOf(
  tx: Tx,
  { purpose, detail = 'detail', keeps = false, fetchType = 'one-time', ...intended }: IntendedUse,
) {
  const { enterpriseId, applicationId } = intended;
  const matter = applicationId
    ? await matterOf(tx, enterpriseId, applicationId)
    : { productId: null, closedAt: null };
  const { productId, closedAt: matterClosedAt } = matter;
  return {
    purpose,
    detail: detail === 'granted' ? 'summary' : detail,
    keeps,
    fetchType,
    productId,
    matterClosedAt,
  } as const;
}

function readerOf(institutionId: InstitutionId | null, standing: Standing | null): Reader | null {
  if (!institutionId) return { kind: 'platform' };
  return standing && { kind: 'institution', institutionId, standing };
}

/** Every item the consent opens at this depth, none past its own ceiling. */
const opened = (consent: Consent, catalogue: readonly ConsentItem[], depth: Depth): string[] =>
  catalogue.filter((item) => coversItem(consent, item) && yields(item, depth)).map((item) => item.code);
