import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Repayment } from '~/domain/loan/balance.ts';
import type { Due } from '~/domain/loan/dpd.ts';

/**
 * The day up to which interest is paid (先结后贴): the last due date whose interest, with all before it, was covered by a
 * day; the first drawdown when none was. A part payment settles no period. A loan paid off is settled to its last day.
 */
export function settledUntil(
  asOf: Day,
  drawnOn: Day,
  dues: readonly Due[],
  repayments: readonly Repayment[],
  paidOffOn: Day | null,
): { readonly until: Day; readonly interestPaid: Fen } {
  const paid = repayments.filter((r) => r.paidOn < asOf);
  const interestPaid = plus(zeroFen, ...paid.map((r) => r.interest));
  if (paidOffOn !== null && paidOffOn < asOf) return { until: paidOffOn, interestPaid };
  let asked = zeroFen;
  let until = drawnOn;
  for (const due of dues) {
    asked = plus(asked, due.interest);
    if (asked > interestPaid || due.dueOn > asOf) break;
    until = due.dueOn;
  }
  return { until, interestPaid };
}
