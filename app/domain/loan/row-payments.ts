import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Repayment } from '~/domain/loan/balance.ts';
import type { Due } from '~/domain/loan/dpd.ts';

/** What was paid of a row of the schedule, oldest due date first, principal and interest apart. */
export type RowPaid = {
  readonly principalPaid: Fen;
  readonly interestPaid: Fen;
  /** The day on which nothing of the row was left unpaid; null while something is. */
  readonly clearedOn: Day | null;
};

type Flow = { readonly on: Day; readonly total: Fen }[];

function flowOf(payments: readonly Repayment[], part: 'principal' | 'interest'): Flow {
  let total = zeroFen;
  return payments.map((p) => {
    total = plus(total, p[part]);
    return { on: p.paidOn, total };
  });
}

/** The first day on which payments in all reached an amount: null before, the row's own day when nothing was asked. */
function reachedOn(flow: Flow, amount: Fen, nothingOn: Day): Day | null {
  if (amount === 0n) return nothingOn;
  return flow.find((step) => step.total >= amount)?.on ?? null;
}

/**
 * What became of each row in the order of due dates: for subsidies that follow interest actually paid, period by period
 * (先结后贴: `from` to `dueOn` of the row is the time the interest is for).
 */
export function payRows<R extends Due>(rows: readonly R[], payments: readonly Repayment[]): (R & RowPaid)[] {
  const made = [...payments].sort((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0));
  const flows = { principal: flowOf(made, 'principal'), interest: flowOf(made, 'interest') };
  const asked = { principal: zeroFen, interest: zeroFen };
  const paidOf = (row: R, part: 'principal' | 'interest'): Fen => {
    const paid = flows[part].at(-1)?.total ?? zeroFen;
    return leastFen(row[part], greatestFen(zeroFen, minus(paid, minus(asked[part], row[part]))));
  };
  return rows.map((row) => {
    asked.principal = plus(asked.principal, row.principal);
    asked.interest = plus(asked.interest, row.interest);
    const days = [
      reachedOn(flows.principal, asked.principal, row.dueOn),
      reachedOn(flows.interest, asked.interest, row.dueOn),
    ];
    const [a, b] = days;
    const clearedOn = a && b ? (a > b ? a : b) : null;
    return {
      ...row,
      principalPaid: paidOf(row, 'principal'),
      interestPaid: paidOf(row, 'interest'),
      clearedOn,
    };
  });
}
