import { type Day, daysBetween } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Repayment } from '~/domain/loan/balance.ts';

/** What a schedule asks for on a day. */
export type Due = { readonly dueOn: Day; readonly principal: Fen; readonly interest: Fen };

export type Arrears = {
  /** Days past due: from the oldest due date that is not fully paid; 0 when nothing is overdue. */
  readonly dpd: number;
  readonly oldestUnpaidOn: Day | null;
  readonly overduePrincipal: Fen;
  readonly overdueInterest: Fen;
};

const none: Arrears = { dpd: 0, oldestUnpaidOn: null, overduePrincipal: zeroFen, overdueInterest: zeroFen };

/** Once all principal is back, only what fell due until then is still asked for. */
function paidOffOn(principal: Fen, repayments: readonly Repayment[]): Day | null {
  let paid = zeroFen;
  for (const repayment of [...repayments].sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1))) {
    paid = plus(paid, repayment.principal);
    if (paid >= principal) return repayment.paidOn;
  }
  return null;
}

/**
 * What is unpaid of dues at the end of a day (domain.md §2.8, edge cases 11 and 14). Payments fill the oldest due date
 * first, principal and interest apart; a part payment does not reset the count. Computed from the whole chain, so a
 * payment entered late with its true date corrects every day after it. A due date that a contract moves off a holiday is moved before it comes here (decision 0031).
 */
export function unpaidOn(asOf: Day, dues: readonly Due[], repayments: readonly Repayment[]): Arrears {
  const made = repayments.filter((r) => r.paidOn <= asOf);
  const asked = dues.filter((due) => due.dueOn < asOf).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  let principalLeft = plus(...made.map((r) => r.principal));
  let interestLeft = plus(...made.map((r) => r.interest));
  let arrears = none;
  for (const due of asked) {
    const overduePrincipal = greatestFen(zeroFen, minus(due.principal, principalLeft));
    const overdueInterest = greatestFen(zeroFen, minus(due.interest, interestLeft));
    principalLeft = greatestFen(zeroFen, minus(principalLeft, due.principal));
    interestLeft = greatestFen(zeroFen, minus(interestLeft, due.interest));
    if (overduePrincipal === 0n && overdueInterest === 0n) continue;
    arrears = {
      dpd: arrears.oldestUnpaidOn ? arrears.dpd : daysBetween(due.dueOn, asOf),
      oldestUnpaidOn: arrears.oldestUnpaidOn ?? due.dueOn,
      overduePrincipal: plus(arrears.overduePrincipal, overduePrincipal),
      overdueInterest: plus(arrears.overdueInterest, overdueInterest),
    };
  }
  return arrears;
}

/** Arrears of a loan by its whole schedule: once all principal is back, what falls due later is no longer asked for. */
export function arrearsOn(asOf: Day, dues: readonly Due[], repayments: readonly Repayment[]): Arrears {
  const made = repayments.filter((r) => r.paidOn <= asOf);
  const off = paidOffOn(plus(...dues.map((d) => d.principal)), made);
  return unpaidOn(
    asOf,
    dues.filter((due) => off === null || due.dueOn <= off),
    made,
  );
}
