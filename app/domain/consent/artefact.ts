import type { Ceiling } from '~/domain/catalogue/ceiling.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type {
  BranchId,
  ConsentId,
  EnterpriseId,
  InstitutionId,
  ProductId,
  UserId,
} from '~/domain/kernel/id.ts';

/** What data may be used for (用途); a new purpose needs a new consent (domain.md §2.4, PIPL 14). */
export const purposes = ['evaluation', 'pre-loan', 'in-loan', 'post-loan', 'renewal'] as const;
export type Purpose = (typeof purposes)[number];

/** How closely the recipient may look, from least to most: 摘要, 评分, 明细. */
export const details = ['summary', 'score', 'detail'] as const;
export type Detail = (typeof details)[number];

/** How the recipient may use what it reads; only `store` lets it keep a copy. */
export const modes = ['view', 'store', 'query', 'stream'] as const;
export type Mode = (typeof modes)[number];

/** `one-time` serves one matter and ends with it; `periodic` allows repeated reads such as monitoring. */
export const fetchTypes = ['one-time', 'periodic'] as const;
export type FetchType = (typeof fetchTypes)[number];

/**
 * The platform (for the full score), or one institution, for one of its products or for all. Where it names a branch, that
 * branch and the head office that answers for it are the recipient, and no other branch is.
 */
export type Recipient =
  | { readonly kind: 'platform' }
  | {
      readonly kind: 'institution';
      readonly institutionId: InstitutionId;
      readonly branchId?: BranchId | null;
      readonly productId: ProductId | null;
    };

/** What a firm agrees to: who, why, what, since when, until when, how often, how long it is kept. */
export type ConsentTerms = {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  /** Catalogue codes of non-public items; public items need no naming. */
  readonly items: readonly string[];
  readonly detail: Detail;
  readonly mode: Mode;
  readonly fetchType: FetchType;
  /** Records that occurred in this span (数据期间); null is open. */
  readonly dataFrom: Day | null;
  readonly dataTo: Day | null;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Reads a business day; excess is refused. */
  readonly readsPerDay: number;
  readonly retentionDays: number;
  /** The bank may report approval, balance and class back to the platform (征信条例 29). */
  readonly returnDirection: boolean;
};

export type Consent = ConsentTerms & {
  readonly id: ConsentId;
  readonly enterpriseId: EnterpriseId;
  readonly grantedBy: UserId;
  readonly grantedAt: Date;
  readonly revokedAt: Date | null;
  /** Since when the firm has it paused; null while it is in use. */
  readonly pausedAt: Date | null;
};

/** A catalogue item as far as a consent cares about it. */
export type ConsentItem = {
  readonly code: string;
  readonly version: number;
  readonly subject: 'enterprise' | 'natural-person';
  readonly sensitivity: 'public' | 'consent' | 'verify-only' | 'personal';
  /** The most that any recipient can get of it, whatever this consent says. */
  readonly ceiling: Ceiling;
};

/** Describes natural persons: an enterprise's signature never opens it (domain.md row B6, edge case 9). */
export const isPersonal = (item: ConsentItem): boolean =>
  item.subject === 'natural-person' || item.sensitivity === 'personal';

export type ConsentStatus = 'pending' | 'active' | 'paused' | 'expired' | 'withdrawn';

/** As much of a consent as says whether it holds. */
export type ConsentSpan = Pick<Consent, 'validFrom' | 'validTo' | 'revokedAt' | 'pausedAt'>;

/** Where a consent stands at an instant; withdrawal and a pause count from their very moment. */
export function statusAt(consent: ConsentSpan, at: Date): ConsentStatus {
  if (consent.revokedAt && consent.revokedAt <= at) return 'withdrawn';
  if (consent.validTo <= at) return 'expired';
  if (consent.pausedAt && consent.pausedAt <= at) return 'paused';
  return consent.validFrom > at ? 'pending' : 'active';
}

/**
 * How a consent stands for the firm: a one-time consent whose matter is closed has reached its purpose (PIPL 47) and
 * opens nothing any more, although nobody withdrew it. `reachedAt` is when the last matter under it was closed.
 */
export function standingAt(
  consent: ConsentSpan & Pick<Consent, 'fetchType'>,
  at: Date,
  reachedAt: Date | null,
): ConsentStatus | 'reached' {
  const status = statusAt(consent, at);
  const isOver = consent.fetchType === 'one-time' && reachedAt !== null && reachedAt <= at;
  return status === 'active' && isOver ? 'reached' : status;
}

const productOf = ({ recipient }: ConsentTerms): ProductId | null =>
  recipient.kind === 'institution' ? recipient.productId : null;
const institutionOf = ({ recipient }: ConsentTerms): InstitutionId | null =>
  recipient.kind === 'institution' ? recipient.institutionId : null;

const branchOf = ({ recipient }: Pick<ConsentTerms, 'recipient'>): BranchId | null =>
  recipient.kind === 'institution' ? (recipient.branchId ?? null) : null;

/** The branch that a notice about a consent is meant for, as notices carry it; nothing where it names the whole institution. */
export const toBranch = (terms: Pick<ConsentTerms, 'recipient'>): { readonly branch?: BranchId } => {
  const branch = branchOf(terms);
  return branch ? { branch } : {};
};

/** Whether two consents are for the same recipient, product and purpose: then the newer takes the older one's place. */
export const isSameUse = (a: ConsentTerms, b: ConsentTerms): boolean =>
  a.purpose === b.purpose &&
  institutionOf(a) === institutionOf(b) &&
  branchOf(a) === branchOf(b) &&
  productOf(a) === productOf(b);

/** Whether facts of this item may enter an evaluation or a read under the consent. */
export const coversItem = (consent: Pick<ConsentTerms, 'items'>, item: ConsentItem): boolean =>
  !isPersonal(item) && (item.sensitivity === 'public' || consent.items.includes(item.code));
