import { addMonths, type Day, daysBetween } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { balanceOn } from '~/domain/policy/counted-balance.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import { byLargestRemainder } from '~/domain/policy/recovery.ts';

/** The month of a day, `YYYY-MM`. */
export const monthOfDay = (on: Day): string => on.slice(0, 7);

const startOfNextMonth = (on: Day): Day => addMonths(`${monthOfDay(on)}-01` as Day, 1);

const least = (a: Day, b: Day): Day => (a < b ? a : b);

/**
 * A subsidy over the months in which it accrues, from the drawdown until a day that is not counted: by balance at the beginning of each stretch × days, whole fen, the parts
 * adding up to the amount. Stretches end with the month and where the balance changes.
 */
export function accrualByMonth(
  amount: Fen,
  loan: Pick<LoanFacts, 'balances' | 'drawnOn'>,
  until: Day,
): { month: string; amount: Fen }[] {
  if (amount === 0n) return [];
  const counted = { spans: loan.balances, from: loan.drawnOn, until };
  const changes = loan.balances.map((span) => span.from).filter((on) => on > loan.drawnOn && on < until);
  const weights = new Map<string, bigint>();
  for (let on = loan.drawnOn; on < until; ) {
    const change = changes.find((each) => each > on) ?? until;
    const end = least(least(startOfNextMonth(on), change), until);
    const weight = balanceOn(counted, on) * BigInt(daysBetween(on, end));
    weights.set(monthOfDay(on), (weights.get(monthOfDay(on)) ?? 0n) + weight);
    on = end;
  }
  const months = [...weights.keys()];
  const parts = byLargestRemainder(amount, [...weights.values()]);
  return months.flatMap((month, at) => {
    const part = parts[at];
    return part ? [{ month, amount: part }] : [];
  });
}
