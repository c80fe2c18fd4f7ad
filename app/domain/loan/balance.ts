import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, minus, plus } from '~/domain/kernel/money.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';

/** Money that went out to the borrower. */
export type Drawdown = { readonly drawnOn: Day; readonly amount: Fen };

/** Money that came back. */
export type Repayment = { readonly paidOn: Day; readonly principal: Fen; readonly interest: Fen };

/** Principal outstanding at the end of a day: drawdowns less repayments, always a sum. */
export const outstandingOn = (
  asOf: Day,
  drawdowns: readonly Drawdown[],
  repayments: readonly Repayment[],
): Fen =>
  minus(
    plus(...drawdowns.filter((d) => d.drawnOn <= asOf).map((d) => d.amount)),
    plus(...repayments.filter((r) => r.paidOn <= asOf).map((r) => r.principal)),
  );

/** The balance day by day as spans of one balance each, in order: what subsidies and interest are computed on. */
export function balanceSpans(
  drawdowns: readonly Drawdown[],
  repayments: readonly Repayment[],
): BalanceSpan[] {
  const days = new Set([...drawdowns.map((d) => d.drawnOn), ...repayments.map((r) => r.paidOn)]);
  return [...days].sort().map((from) => ({ from, balance: outstandingOn(from, drawdowns, repayments) }));
}
