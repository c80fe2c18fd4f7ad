import { type Fen, fen, plus } from '~/domain/kernel/money.ts';
import { type Ppm, ratioPpm } from '~/domain/kernel/rate.ts';
import { isNonPerforming, type Tier, tiers } from '~/domain/loan/five-tier.ts';

/** Live loans of one lender on one day that share class and band of days past due; `balance` is principal still out. */
export type QualityCell = {
  readonly tier: Tier;
  readonly band: number;
  readonly loans: number;
  readonly balance: Fen;
  /** Of these, under observation after a restructuring, and not cured since they were non-performing. */
  readonly observed: number;
  readonly curing: number;
  /** Either of the two, or both. */
  readonly inPeriod: number;
};

export type Count = { readonly loans: number; readonly balance: Fen };

export type Quality = {
  readonly total: Count;
  readonly byTier: { readonly [T in Tier]: Count };
  /** One for each band of `dpdBands`. */
  readonly byBand: readonly Count[];
  readonly nonPerforming: Count;
  /** 不良率 = (次级 + 可疑 + 损失) ÷ 各项贷款, by balance, rounded half up; 0 of nothing. */
  readonly nplPpm: Ppm;
  /** 关注类占比, by balance. */
  readonly specialMentionPpm: Ppm;
  /** Balances past due for more than 90 days over non-performing balances (逾期90天以上/不良); null where none is bad. */
  readonly overdue90ToNplPpm: Ppm | null;
  readonly observed: number;
  readonly curing: number;
  readonly inPeriod: number;
};

/** The first day past due of each band in which arrears are reported: none, 1–30, 31–60, 61–90, 91–180, 181–270, 271–360, more. */
export const dpdBands = [0, 1, 31, 61, 91, 181, 271, 361] as const;
const moreThan90 = dpdBands.indexOf(91);

/** The band of so many days past due, counted from 0. */
export const bandOf = (dpd: number): number => dpdBands.findLastIndex((from) => dpd >= from);

const sum = (cells: readonly QualityCell[]): Count => ({
  loans: cells.reduce((n, cell) => n + cell.loans, 0),
  balance: plus(fen(0n), ...cells.map((cell) => cell.balance)),
});

/** The quality of a portfolio on a day (domain.md row H9, §2.8): classes, arrears and watch periods, and the ratios made of them. */
export function qualityOf(cells: readonly QualityCell[]): Quality {
  const total = sum(cells);
  const byTier = Object.fromEntries(
    tiers.map((tier) => [tier, sum(cells.filter((cell) => cell.tier === tier))]),
  ) as Record<Tier, Count>;
  const nonPerforming = sum(cells.filter((cell) => isNonPerforming(cell.tier)));
  const longOverdue = sum(cells.filter((cell) => cell.band >= moreThan90));
  return {
    total,
    byTier,
    byBand: dpdBands.map((_, band) => sum(cells.filter((cell) => cell.band === band))),
    nonPerforming,
    nplPpm: ratioPpm(nonPerforming.balance, total.balance),
    specialMentionPpm: ratioPpm(byTier['special-mention'].balance, total.balance),
    overdue90ToNplPpm:
      nonPerforming.balance > 0n ? ratioPpm(longOverdue.balance, nonPerforming.balance) : null,
    observed: cells.reduce((n, cell) => n + cell.observed, 0),
    curing: cells.reduce((n, cell) => n + cell.curing, 0),
    inPeriod: cells.reduce((n, cell) => n + cell.inPeriod, 0),
  };
}
