import type { Day } from '~/domain/kernel/day.ts';
import type { Coverage } from '~/domain/policy/coverage.ts';

/** Both days inclusive. */
export type Window = { readonly from: Day; readonly to: Day };

/** What every subsidy scheme says of its money, whatever way it reaches its points of interest. */
type Frame = {
  readonly coverage: Coverage;
  /** Of one loan only one central scheme pays. */
  readonly level: 'central' | 'local';
  /** Paid from the first drawdown for at most so many months, extensions included. */
  readonly maxMonths: number;
  /** Principal per borrower at all banks together; null without a limit. */
  readonly principalCapWan: number | null;
  /** Subsidy per borrower at all banks together. */
  readonly amountCapWan: number | null;
  /** Subsidy per borrower for the days of one calendar year, at all banks together. */
  readonly yearAmountCapWan?: number | null;
  readonly contractWindow: Window | null;
  readonly drawdownWindow: Window;
  readonly newMoneyOnly: boolean;
  /** Interest is subsidised only after it was paid (先结后贴). */
  readonly paidFirst?: boolean;
  /** A loan whose interest other schemes subsidise already is refused, whatever the rate leaves. */
  readonly excludes?: readonly string[];
  /** Paid to the bank for new lending, as a share of it. */
  readonly volumeRewardPpm?: number;
  /** Paid to the bank for first loans (首贷), as a share of them; taken back where evidence shows an earlier loan. */
  readonly firstLoanRewardPpm?: number;
  /** Whether a business loan of the owner makes a loan to the firm no first one; the general rule where nothing is said. */
  readonly ownerLoan?: 'counts' | 'ignored';
  /** Who pays; the last takes what rounding leaves. */
  readonly funding: readonly { readonly payer: string; readonly sharePpm: number }[];
};

/** Points of interest on the balance, as the central schemes of 2025 and 2026. */
export type PointsRules = Frame & { readonly form: 'points'; readonly pointsPpm: number };

/** A share of the contract's interest, as Leiyang: all of it, or half. */
export type InterestShareRules = Frame & { readonly form: 'interest-share'; readonly sharePpm: number };

/** What is above a line that the borrower bears: LPR plus points, as Hubei 2021 (LPR − 1.5 points). */
export type AboveLineRules = Frame & {
  readonly form: 'above-line';
  readonly tenor: 'one-year' | 'five-year';
  /** Added to the LPR; negative for a line below it. */
  readonly plusPpm: number;
};

/** A subsidy of interest on the balance, day by day. */
export type SubsidyRules = PointsRules | InterestShareRules | AboveLineRules;
