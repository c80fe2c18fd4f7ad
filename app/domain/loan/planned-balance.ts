import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { greatestFen, minus, zeroFen } from '~/domain/kernel/money.ts';
import type { LoanEvent } from '~/domain/loan/event.ts';
import type { LoanReplay } from '~/domain/loan/replay.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';

/** The maturity of a contract, and the day to which extensions (展期) in effect moved it; null without one. */
export function termOf(
  { startOn, termMonths }: { readonly startOn: Day; readonly termMonths: number },
  events: readonly LoanEvent[],
): { readonly maturityOn: Day; readonly extendedTo: Day | null } {
  const maturityOn = addMonths(startOn, termMonths);
  const longer = events.reduce((months, e) => months + (e.kind === 'extension' ? e.months : 0), 0);
  return { maturityOn, extendedTo: longer > 0 ? addMonths(maturityOn, longer) : null };
}

/**
 * The balances of a loan as they were until the day of its replay and as its schedule will repay them after; what is
 * overdue stays out. A loan that has ended has nothing to repay.
 */
export function plannedBalances({ asOf, balances, schedule, state }: LoanReplay): BalanceSpan[] {
  let balance = balances.at(-1)?.balance ?? zeroFen;
  if (state !== 'active' || balance === zeroFen) return [...balances];
  const spans = [...balances];
  for (const due of schedule.filter(({ dueOn, principal }) => dueOn > asOf && principal > 0n)) {
    balance = greatestFen(zeroFen, minus(balance, due.principal));
    if (spans.at(-1)?.from === due.dueOn) spans.pop();
    spans.push({ from: due.dueOn, balance });
  }
  return spans;
}
