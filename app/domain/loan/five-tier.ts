import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, plus } from '~/domain/kernel/money.ts';

/** 正常 · 关注 · 次级 · 可疑 · 损失, best first; the last three are non-performing (不良). */
export const tiers = ['normal', 'special-mention', 'substandard', 'doubtful', 'loss'] as const;
export type Tier = (typeof tiers)[number];

/** Thresholds of the risk classification as effective-dated data (2023 Measures, domain.md §2.8). */
export type ClassificationTable = {
  /** From how many days past due a loan is at least in the tier; the worst that applies counts. */
  readonly overdueFrom: readonly { readonly tier: Tier; readonly dpd: number }[];
  /** An overdue of at most so many days for a technical cause is not counted. */
  readonly technicalDays: number;
  /** Above this share of non-performing claims all claims on a non-retail debtor in the bank are non-performing. */
  readonly debtorRulePpm: number;
  /** Above this share of debts overdue for longer, over all banks, the claims here are non-performing. */
  readonly crossBank: { readonly overdueDays: number; readonly sharePpm: number };
  /** How long a loan stays under observation when it is restructured while in the tier or worse. */
  readonly observation: Period & { readonly startsAtTier: Tier };
  /** How long a non-performing loan must be paid normally before it is performing again. */
  readonly cure: Period;
};

/** The longer of so many months and so many due dates. */
export type Period = { readonly months: number; readonly periods: number };

export type Claim = {
  readonly loanId: string;
  readonly outstanding: Fen;
  readonly dpd: number;
  /** The overdue has a technical cause, such as a failed transfer. */
  readonly technical?: boolean;
  /** The money was used for something else than the contract says. */
  readonly misused?: boolean;
  /** Under observation after a restructuring; `until` is null while it is past due again and the time has not begun. */
  readonly observed?: { readonly until: Day | null } | null;
  /** Was non-performing and is not cured; `until` is null while something is unpaid. */
  readonly curing?: { readonly until: Day | null } | null;
  /** Repaid an old loan outside the rules for renewals of small firms (借新还旧). */
  readonly borrowedToRepay?: boolean;
};

export type TierReason =
  | { readonly code: 'overdue'; readonly dpd: number }
  | { readonly code: 'misused' }
  | { readonly code: 'borrowed-to-repay' }
  | { readonly code: 'under-observation'; readonly until: Day | null }
  | { readonly code: 'curing'; readonly until: Day | null }
  | { readonly code: 'cross-bank' }
  | { readonly code: 'debtor-rule'; readonly nonPerforming: Fen; readonly total: Fen };

export type Classified = {
  readonly loanId: string;
  readonly tier: Tier;
  readonly because: readonly TierReason[];
};

const worse = (a: Tier, b: Tier): Tier => (tiers.indexOf(b) > tiers.indexOf(a) ? b : a);

export const isNonPerforming = (tier: Tier): boolean => tiers.indexOf(tier) >= tiers.indexOf('substandard');

function tierByDays(claim: Claim, table: ClassificationTable): Tier {
  const excused = claim.technical && claim.dpd <= table.technicalDays;
  const reached = excused ? [] : table.overdueFrom.filter((floor) => claim.dpd >= floor.dpd);
  return reached.reduce<Tier>((tier, floor) => worse(tier, floor.tier), 'normal');
}

function classifyAlone(claim: Claim, table: ClassificationTable): Classified {
  const because: TierReason[] = [];
  let tier = tierByDays(claim, table);
  if (tier !== 'normal') because.push({ code: 'overdue', dpd: claim.dpd });
  if (claim.observed) because.push({ code: 'under-observation', ...claim.observed });
  if (claim.misused) because.push({ code: 'misused' });
  if (claim.borrowedToRepay) because.push({ code: 'borrowed-to-repay' });
  if (because.length > 0) tier = worse(tier, 'special-mention');
  if (claim.curing && !isNonPerforming(tier)) {
    because.push({ code: 'curing', ...claim.curing });
    tier = 'substandard';
  }
  return { loanId: claim.loanId, tier, because };
}

const pulled = (own: Classified, reason: TierReason): Classified =>
  isNonPerforming(own.tier) ? own : { ...own, tier: 'substandard', because: [...own.because, reason] };

/**
 * Classes of all claims of one bank on one debtor on a day. Each is classed alone; then, for a non-retail debtor,
 * more than the rule's share of non-performing claims here, or of long overdue debts over all banks, pulls every claim
 * to at least 次级.
 */
export function classifyDebtor(
  claims: readonly Claim[],
  debtor: { readonly retail: boolean; readonly overdueElsewhere?: boolean },
  table: ClassificationTable,
): Classified[] {
  const alone = claims.map((claim) => classifyAlone(claim, table));
  if (debtor.retail) return alone;
  const total = plus(...claims.map((claim) => claim.outstanding));
  const bad = claims.filter((_, i) => isNonPerforming(alone[i]?.tier ?? 'normal'));
  const nonPerforming = plus(...bad.map((claim) => claim.outstanding));
  if (nonPerforming * 1_000_000n > total * BigInt(table.debtorRulePpm))
    return alone.map((own) => pulled(own, { code: 'debtor-rule', nonPerforming, total }));
  return debtor.overdueElsewhere ? alone.map((own) => pulled(own, { code: 'cross-bank' })) : alone;
}
