import { type Depth, yields } from '~/domain/catalogue/ceiling.ts';
import type { Consent, ConsentItem, FetchType, Purpose } from '~/domain/consent/artefact.ts';
import { coversItem } from '~/domain/consent/artefact.ts';
import { chooseConsent, type Permit, type Reader, type UseRefusal } from '~/domain/consent/check-use.ts';
import type { Standing } from '~/domain/institution/standing.ts';
import { dayAt, startOf } from '~/domain/kernel/day.ts';
import type { BranchId, ConsentId, EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { clock } from '~/server/clock.ts';
import { consentsTo, lockConsents, readsSince } from '~/server/consent/store.ts';
import { type Gate, readGate } from '~/server/consent/store-gate.ts';
import { type Matter, matterOf, noMatter, reachedAt } from '~/server/consent/store-matter.ts';
import type { Tx } from '~/server/db/client.ts';

export type IntendedUse = {
  readonly enterpriseId: EnterpriseId;
  /** The bank that would read; null is the platform under the firm's evaluation consent. */
  readonly institutionId: InstitutionId | null;
  /** The branch of the bank that would read; none is its head office. */
  readonly branchId?: BranchId | null;
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
  /** A read under this consent that was counted goes on: may it still? No other consent serves, and it is not counted again. */
  readonly continues?: ConsentId;
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
  const gate = await readGate(tx, { ...intended, codes: codesOf(intended) }, dayAt(at));
  const entry = passGate(intended, gate);
  if (!entry.ok) return entry;
  const matter = await matterFor(tx, intended);
  const consents = await consentsFor(tx, intended, matter.closedAt === null);
  const reads = intended.continues ? noReads : await readsSince(tx, idsOf(consents), startOf(dayAt(at)));
  return judgeUse(intended, entry.value, { catalogue: gate.items, matter, consents, reads, at });
}

const noReads: ReadonlyMap<ConsentId, number> = new Map();
const idsOf = (consents: readonly Consent[]) => consents.map((consent) => consent.id);

/** The items that a use names; null where it takes what is granted. */
const codesOf = ({ items }: IntendedUse): readonly string[] | null => (items === 'granted' ? null : items);

type Entry = { readonly reader: Reader; readonly items: readonly ConsentItem[] };

/** What can be told of a use before any consent is asked. */
export function passGate(intended: IntendedUse, gate: Gate): Result<Entry, UseRefusal> {
  if (gate.storedOnly) return refuse({ code: 'consent.stored-only' });
  const reader = readerOf(intended, gate.standing);
  if (!reader) return refuse({ code: 'consent.none' });
  const named = codesOf(intended) ?? [];
  const items = gate.items.filter((item) => named.includes(item.code));
  const unknown = named.filter((code) => !items.some((item) => item.code === code));
  return unknown.length > 0 ? refuse({ code: 'consent.items', items: unknown }) : accept({ reader, items });
}

/** What a use is judged by. */
export type Ground = {
  readonly catalogue: readonly ConsentItem[];
  readonly matter: Matter;
  /** The firm's consents to the reader that may still serve. */
  readonly consents: readonly Consent[];
  /** Today's reads under each. */
  readonly reads: ReadonlyMap<ConsentId, number>;
  readonly at: Date;
};

/** Whether one of the consents allows the use, and what it opens. */
export function judgeUse(
  intended: IntendedUse,
  entry: Entry,
  { catalogue, matter, consents, reads, at }: Ground,
): Result<Permit, UseRefusal> {
  const use = { ...useOf(intended, matter), ...entry, at };
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
async function consentsFor(tx: Tx, { enterpriseId, institutionId, continues }: IntendedUse, isOpen: boolean) {
  const all = await consentsTo(tx, enterpriseId, institutionId);
  const consents = continues ? all.filter(({ id }) => id === continues) : all;
  if (!isOpen) return consents;
  const reached = await reachedAt(tx, consents);
  return consents.filter((consent) => !reached.has(consent.id));
}

const matterFor = async (tx: Tx, { enterpriseId, applicationId }: IntendedUse): Promise<Matter> =>
  applicationId ? matterOf(tx, enterpriseId, applicationId) : noMatter;

/** The use apart from reader, items and instant; "as much as is granted" asks for the least and takes what is there. */
function useOf(
  { purpose, detail = 'detail', keeps = false, fetchType = 'one-time' }: IntendedUse,
  { productId, closedAt: matterClosedAt }: Matter,
) {
  return {
    purpose,
    detail: detail === 'granted' ? 'summary' : detail,
    keeps,
    fetchType,
    productId,
    matterClosedAt,
  } as const;
}

function readerOf({ institutionId, branchId = null }: IntendedUse, standing: Standing | null): Reader | null {
  if (!institutionId) return { kind: 'platform' };
  return standing && { kind: 'institution', institutionId, branchId, standing };
}

/** Every item the consent opens at this depth, none past its own ceiling. */
const opened = (consent: Consent, catalogue: readonly ConsentItem[], depth: Depth): string[] =>
  catalogue.filter((item) => coversItem(consent, item) && yields(item, depth)).map((item) => item.code);
