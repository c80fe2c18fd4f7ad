import { addMonths, type Day } from '~/domain/kernel/day.ts';
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
  /** How long a restructured loan stays under observation, counted anew from its latest overdue day. */
  readonly observationMonths: number;
};

export type Claim = {
  readonly loanId: string;
  readonly outstanding: Fen;
  readonly dpd: number;
  /** The overdue has a technical cause, such as a failed transfer. */
  readonly technical?: boolean;
  /** The money was used for something else than the contract says. */
  readonly misused?: boolean;
  /** Changed because of financial difficulty; a no-repayment renewal alone is none. */
  readonly restructured?: { readonly on: Day; readonly lastOverdueOn: Day | null };
};

export type TierReason =
  | { readonly code: 'overdue'; readonly dpd: number }
  | { readonly code: 'misused' }
  | { readonly code: 'under-observation'; readonly until: Day }
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

function observationUntil(claim: Claim, table: ClassificationTable): Day | null {
  if (!claim.restructured) return null;
  const { on, lastOverdueOn } = claim.restructured;
  return addMonths(
    lastOverdueOn !== null && lastOverdueOn > on ? lastOverdueOn : on,
    table.observationMonths,
  );
}

function classifyAlone(claim: Claim, asOf: Day, table: ClassificationTable): Classified {
  const because: TierReason[] = [];
  let tier = tierByDays(claim, table);
  if (tier !== 'normal') because.push({ code: 'overdue', dpd: claim.dpd });
  const until = observationUntil(claim, table);
  if (until !== null && until > asOf) because.push({ code: 'under-observation', until });
  if (claim.misused) because.push({ code: 'misused' });
  if (because.length > 0) tier = worse(tier, 'special-mention');
  return { loanId: claim.loanId, tier, because };
}

/**
 * Classes of all claims of one bank on one debtor as of a day. Each is classed alone; then, for a non-retail debtor,
 * more than the rule's share of non-performing claims pulls every claim to at least 次级.
 */
export function classifyDebtor(
  claims: readonly Claim[],
  debtor: { readonly retail: boolean },
  asOf: Day,
  table: ClassificationTable,
): Classified[] {
  const alone = claims.map((claim) => classifyAlone(claim, asOf, table));
  const total = plus(...claims.map((claim) => claim.outstanding));
  const bad = claims.filter((_, i) => isNonPerforming(alone[i]?.tier ?? 'normal'));
  const nonPerforming = plus(...bad.map((claim) => claim.outstanding));
  if (debtor.retail || nonPerforming * 1_000_000n <= total * BigInt(table.debtorRulePpm)) return alone;
  return alone.map((own) =>
    isNonPerforming(own.tier)
      ? own
      : {
          ...own,
          tier: 'substandard',
          because: [...own.because, { code: 'debtor-rule', nonPerforming, total }],
        },
  );
}
