import { type Depth, yields } from '~/domain/catalogue/ceiling.ts';
import type { Standing } from '~/domain/institution/standing.ts';
import { addDays, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { BranchId, ConsentId, InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import {
  type Consent,
  type ConsentItem,
  coversItem,
  type Detail,
  details,
  type FetchType,
  isPersonal,
  type Mode,
  type Purpose,
  statusAt,
} from './artefact.ts';

/** Who asks: the platform itself, or an institution with its standing today. */
export type Reader =
  | { readonly kind: 'platform' }
  | {
      readonly kind: 'institution';
      readonly institutionId: InstitutionId;
      /** None is the head office. */
      readonly branchId?: BranchId | null;
      readonly standing: Standing;
    };

/** One intended read, at one instant. */
export type Use = {
  readonly reader: Reader;
  readonly purpose: Purpose;
  /** The product of the matter; a consent for one product serves no other. */
  readonly productId: ProductId | null;
  /** The items to be read, as the catalogue describes them today. */
  readonly items: readonly ConsentItem[];
  /** `detail` takes rows away; `score` and `summary` take figures computed from them; `answer` asks yes or no. */
  readonly detail: Depth;
  /** Whether a copy leaves the platform (使用方式: a file, a report to keep). Seen on a page only, nothing is kept. */
  readonly keeps?: boolean;
  /** Monitoring reads again and again and needs a periodic consent. */
  readonly fetchType: FetchType;
  /** When the matter was closed; a one-time consent ends with it (PIPL 47). */
  readonly matterClosedAt: Date | null;
  readonly at: Date;
};

/** What the reader may take now: never more than the consent says. */
export type Permit = {
  readonly consentId: ConsentId;
  readonly items: readonly string[];
  /** Items that were asked for with everything granted and yield figures only. */
  readonly figures?: readonly string[];
  readonly detail: Depth;
  readonly mode: Mode;
  readonly dataFrom: Day | null;
  readonly dataTo: Day | null;
  readonly readsLeft: number;
};

export type UseRefusal =
  | { readonly code: 'consent.none' }
  | { readonly code: 'consent.branch' }
  | { readonly code: 'consent.stored-only' }
  | { readonly code: 'consent.withdrawn'; readonly at: string }
  | { readonly code: 'consent.expired'; readonly at: string }
  | { readonly code: 'consent.paused'; readonly at: string }
  | { readonly code: 'consent.not-yet'; readonly at: string }
  | { readonly code: 'consent.purpose'; readonly purpose: Purpose }
  | { readonly code: 'consent.purpose-reached'; readonly at: string }
  | { readonly code: 'consent.fetch-type' }
  | { readonly code: 'consent.mode'; readonly mode: Mode }
  | { readonly code: 'consent.detail'; readonly detail: Detail }
  | { readonly code: 'consent.items'; readonly items: readonly string[] }
  | { readonly code: 'consent.personal-items'; readonly items: readonly string[] }
  | { readonly code: 'consent.verify-only'; readonly items: readonly string[] }
  | { readonly code: 'consent.ceiling'; readonly items: readonly string[] }
  | { readonly code: 'consent.frequency'; readonly readsPerDay: number; readonly again: string }
  | { readonly code: `institution.${Exclude<Standing, 'good'>}` };

type Verdict = Result<Permit, UseRefusal>;

/**
 * May this reader make this read under this consent? `readsToday` are the reads already made under it on the business
 * day of `use.at`. Checked at every read (domain.md §2.4, edge case 1); a refusal names the first thing missing.
 */
export function checkUse(consent: Consent, use: Use, readsToday: number): Verdict {
  const no =
    checkReader(consent, use) ??
    checkTime(consent, use) ??
    checkMode(consent, use) ??
    checkItems(consent, use) ??
    checkCount(consent, use, readsToday);
  if (no) return refuse(no);
  return accept({
    consentId: consent.id,
    items: use.items.map((item) => item.code),
    detail: use.detail,
    mode: consent.mode,
    dataFrom: consent.dataFrom,
    dataTo: consent.dataTo,
    readsLeft: consent.readsPerDay - readsToday - 1,
  });
}

/**
 * The permit of the first consent that allows the read. Otherwise the reason of the consent that comes closest: one in
 * force before one that ended, the newest first.
 */
export function chooseConsent(
  consents: readonly Consent[],
  use: Use,
  readsToday: ReadonlyMap<ConsentId, number>,
): Verdict {
  const own = consents.filter((consent) => isFor(consent, use));
  const sameUse = own.filter((consent) => consent.purpose === use.purpose && servesProduct(consent, use));
  if (sameUse.length === 0)
    return refuse(
      own.length > 0 ? { code: 'consent.purpose', purpose: use.purpose } : { code: 'consent.none' },
    );
  const ended = (consent: Consent) => Number(statusAt(consent, use.at) !== 'active');
  const verdicts = [...sameUse]
    .sort((a, b) => ended(a) - ended(b) || b.grantedAt.getTime() - a.grantedAt.getTime())
    .map((consent) => checkUse(consent, use, readsToday.get(consent.id) ?? 0));
  return verdicts.find((verdict) => verdict.ok) ?? (verdicts[0] as Verdict);
}

function isFor(consent: Consent, { reader }: Use): boolean {
  if (consent.recipient.kind === 'platform') return reader.kind === 'platform';
  return reader.kind === 'institution' && consent.recipient.institutionId === reader.institutionId;
}

/** The head office reads for its branches; a branch reads under what names it or the whole bank. */
function isForOtherBranch({ recipient }: Consent, { reader }: Use): boolean {
  const named = recipient.kind === 'institution' ? recipient.branchId : null;
  return Boolean(named && reader.kind === 'institution' && reader.branchId && reader.branchId !== named);
}

const servesProduct = ({ recipient }: Consent, use: Use): boolean =>
  recipient.kind === 'platform' || recipient.productId === null || recipient.productId === use.productId;

function checkReader(consent: Consent, use: Use): UseRefusal | null {
  if (!isFor(consent, use)) return { code: 'consent.none' };
  if (isForOtherBranch(consent, use)) return { code: 'consent.branch' };
  if (use.reader.kind === 'institution' && use.reader.standing !== 'good')
    return { code: `institution.${use.reader.standing}` };
  if (consent.purpose !== use.purpose || !servesProduct(consent, use))
    return { code: 'consent.purpose', purpose: use.purpose };
  return null;
}

function checkTime(consent: Consent, use: Use): UseRefusal | null {
  const status = statusAt(consent, use.at);
  if (status === 'withdrawn')
    return { code: 'consent.withdrawn', at: (consent.revokedAt as Date).toISOString() };
  if (status === 'expired') return { code: 'consent.expired', at: consent.validTo.toISOString() };
  if (status === 'paused') return { code: 'consent.paused', at: (consent.pausedAt as Date).toISOString() };
  if (status === 'pending') return { code: 'consent.not-yet', at: consent.validFrom.toISOString() };
  if (consent.fetchType === 'periodic') return null;
  if (use.fetchType === 'periodic') return { code: 'consent.fetch-type' };
  if (use.matterClosedAt && use.matterClosedAt <= use.at)
    return { code: 'consent.purpose-reached', at: use.matterClosedAt.toISOString() };
  return null;
}

/** Yes-or-no answers only is just that; a copy leaves where the firm said that one may be kept. */
function checkMode({ mode }: Consent, use: Use): UseRefusal | null {
  const isTooMuch = mode === 'query' ? use.detail !== 'answer' : use.keeps === true && mode === 'view';
  return isTooMuch ? { code: 'consent.mode', mode } : null;
}

function checkItems(consent: Consent, use: Use): UseRefusal | null {
  if (use.detail !== 'answer' && details.indexOf(use.detail) > details.indexOf(consent.detail))
    return { code: 'consent.detail', detail: use.detail };
  const codes = (test: (item: ConsentItem) => boolean) => use.items.filter(test).map((item) => item.code);
  const personal = codes(isPersonal);
  if (personal.length > 0) return { code: 'consent.personal-items', items: personal };
  const missing = codes((item) => !coversItem(consent, item));
  if (missing.length > 0) return { code: 'consent.items', items: missing };
  const beyond = codes((item) => !yields(item, use.detail));
  if (beyond.length === 0) return null;
  const onlyAnswer = use.items.every((item) => !beyond.includes(item.code) || item.ceiling === 'yes-no');
  return { code: onlyAnswer ? 'consent.verify-only' : 'consent.ceiling', items: beyond };
}

function checkCount(consent: Consent, use: Use, readsToday: number): UseRefusal | null {
  if (readsToday < consent.readsPerDay) return null;
  const again = startOf(addDays(dayAt(use.at), 1)).toISOString();
  return { code: 'consent.frequency', readsPerDay: consent.readsPerDay, again };
}
