import type { Day } from '~/domain/kernel/day.ts';
import { greatestFen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Repayment } from '~/domain/loan/balance.ts';
import type { Due } from '~/domain/loan/dpd.ts';

export type InstalmentState = 'paid' | 'part-paid' | 'overdue' | 'due';

/**
 * What became of each instalment at the end of a day, in the order of the schedule. Payments fill the oldest due date
 * first, principal and interest apart, as the days past due are counted.
 */
export function instalmentStates(
  asOf: Day,
  dues: readonly Due[],
  repayments: readonly Repayment[],
): InstalmentState[] {
  const made = repayments.filter((r) => r.paidOn <= asOf);
  let principal = plus(...made.map((r) => r.principal));
  let interest = plus(...made.map((r) => r.interest));
  return dues.map((due) => {
    const toPrincipal = leastFen(due.principal, principal);
    const toInterest = leastFen(due.interest, interest);
    principal = greatestFen(zeroFen, minus(principal, toPrincipal));
    interest = greatestFen(zeroFen, minus(interest, toInterest));
    if (toPrincipal === due.principal && toInterest === due.interest) return 'paid';
    if (due.dueOn < asOf) return 'overdue';
    return toPrincipal + toInterest > 0n ? 'part-paid' : 'due';
  });
}
