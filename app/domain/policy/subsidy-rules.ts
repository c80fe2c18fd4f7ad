import type { Day } from '~/domain/kernel/day.ts';
import type { Coverage } from '~/domain/policy/coverage.ts';

/** Both days inclusive. */
export type Window = { readonly from: Day; readonly to: Day };

/** A subsidy of points of interest on the balance, as the central schemes of 2025 and 2026. */
export type SubsidyRules = {
  readonly form: 'points';
  readonly coverage: Coverage;
  /** Of one loan only one central scheme pays. */
  readonly level: 'central' | 'local';
  readonly pointsPpm: number;
  /** Paid from the first drawdown for at most so many months. */
  readonly maxMonths: number;
  /** Principal per borrower at all banks together. */
  readonly principalCapWan: number;
  readonly amountCapWan: number | null;
  readonly contractWindow: Window | null;
  readonly drawdownWindow: Window;
  readonly newMoneyOnly: boolean;
  /** Who pays; the last takes what rounding leaves. */
  readonly funding: readonly { readonly payer: string; readonly sharePpm: number }[];
};
