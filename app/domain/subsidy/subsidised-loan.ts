import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';
import type { Fine } from '~/domain/policy/subsidy-points.ts';

/** Why a subsidy ends before its term. */
export const stopCauses = ['misuse', 'wilful-default', 'refused'] as const;
export type StopCause = (typeof stopCauses)[number];

/** From this day on nothing is subsidised; `whole` takes back what was subsidised before it too. */
export type Stop = { readonly on: Day; readonly cause: StopCause; readonly scope: 'from-day' | 'whole' };

/** What a scheme gives, taken from the version in force on the day of the first drawdown. */
export type SubsidyTerms = {
  /** Yearly, in parts per 10^12: what the scheme would pay before anything else does. */
  readonly points: Fine;
  /** Of a scheme that pays a share of the interest: the share, so that the points follow the contract rate of each day. */
  readonly interestShare?: Ppm | null;
  /** From the first drawdown of the money, for at most so many months, extensions and renewals included. */
  readonly maxMonths: number;
  /** An extended loan keeps its subsidy while its whole term is within so many months (notice 003 七(三)). */
  readonly extendedMonths: number;
  /** Principal of the borrower at all banks together; null where the scheme sets none. */
  readonly principalCap: Fen | null;
  /** Subsidy of the borrower at most, all its loans together. */
  readonly amountCap: Fen | null;
  /** The same for the days of one calendar year. */
  readonly yearAmountCap: Fen | null;
  /** 先结后贴: only days whose interest is paid count, and never more than the interest paid. */
  readonly paidFirst: boolean;
  /** Who pays; the last takes what rounding leaves. */
  readonly funding: readonly { readonly payer: string; readonly sharePpm: number }[];
};

/** The contract rate from a day on. */
export type RateSpan = { readonly from: Day; readonly rate: Ppm };

/** A loan as the settlement of a subsidy sees it: what happened, not what was planned. */
export type SubsidisedLoan = {
  readonly id: string;
  /** The contract rate on the day of the first drawdown. */
  readonly rate: Ppm;
  /** Later contract rates (LPR repricing, changes, restructuring), in order; none where the rate never changed. */
  readonly laterRates?: readonly RateSpan[];
  /** The subsidy counts days as the contract does (domain.md §2.7). */
  readonly dayCount: DayCount;
  readonly drawnOn: Day;
  /** First drawdown of the money, under whatever contract: a renewal does not start a new term. */
  readonly moneySince: Day;
  readonly maturityOn: Day;
  readonly extendedTo: Day | null;
  readonly balances: readonly BalanceSpan[];
  /** Part of the money that goes where the scheme wants it. */
  readonly eligiblePart: Ppm;
  /** 先结后贴: interest is paid for every day before this one. */
  readonly settledUntil: Day;
  readonly interestPaid: Fen;
  /** Points that other schemes pay on the same money. */
  readonly otherPoints: Ppm;
  readonly stops: readonly Stop[];
};
