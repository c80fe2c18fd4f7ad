import type { LoanContract } from '~/domain/loan/contract.ts';
import type { PlanRow } from '~/domain/loan/plan.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';

/** A fraction of whole numbers; the denominator is positive. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });

/** Whether a whole number lies within half a unit of a fraction: as near as a single rounding can be. */
const isNearest = (value: bigint, exact: Fraction): boolean => {
  const apart = value * exact.d - exact.n;
  return 2n * (apart < 0n ? -apart : apart) <= exact.d;
};

/** Days since 1970 of a calendar day, counted from years and months alone: no clock, no library. */
function dayNumber(y: number, m: number, d: number): number {
  const a = m <= 2 ? y - 1 : y;
  const era = Math.floor(a / 400);
  const ofEra = a - era * 400;
  const ofYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

const partsOf = (day: string) => {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  return { y, m, d };
};
const numberOf = (day: string): number => {
  const { y, m, d } = partsOf(day);
  return dayNumber(y, m, d);
};
const daysOfYear = (y: number): number => dayNumber(y + 1, 1, 1) - dayNumber(y, 1, 1);

/** The part of a year from one due date to the next, after the contract's count; months are whole on 30/360. */
function yearPart(from: string, to: string, months: number, dayCount: DayCount): Fraction {
  if (dayCount === 'thirty360') return { n: BigInt(months), d: 12n };
  const days = numberOf(to) - numberOf(from);
  if (dayCount !== 'actualActual') return { n: BigInt(days), d: dayCount === 'actual360' ? 360n : 365n };
  let sum: Fraction = { n: 0n, d: 1n };
  for (let y = partsOf(from).y; y <= partsOf(to).y; y += 1) {
    const start = Math.max(numberOf(from), dayNumber(y, 1, 1));
    const end = Math.min(numberOf(to), dayNumber(y + 1, 1, 1));
    if (end <= start) continue;
    const d = BigInt(daysOfYear(y));
    sum = { n: sum.n * d + BigInt(end - start) * sum.d, d: sum.d * d };
  }
  return sum;
}

/** The level payment as a fraction: P·i(1+i)^n ÷ ((1+i)^n − 1), i a twelfth of the rate. */
function exactLevel(principal: bigint, rate: number, n: number): Fraction {
  if (rate === 0) return { n: principal, d: BigInt(n) };
  const i: Fraction = { n: BigInt(rate), d: 12_000_000n };
  const grown = (i.n + i.d) ** BigInt(n);
  return { n: principal * i.n * grown, d: i.d * (grown - i.d ** BigInt(n)) };
}

const monthsBetweenRows = (from: string, to: string): number => {
  const [a, b] = [partsOf(from), partsOf(to)];
  return (b.y - a.y) * 12 + b.m - a.m;
};

/**
 * What is wrong with a schedule against exact fractions, or null: interest of each row is the exact interest on the
 * balance carried, and principal or the level payment the exact one, each to the nearest fen; the last row takes the rest.
 */
export function faultOf(contract: LoanContract, principal: bigint, rows: readonly PlanRow[]): string | null {
  const level = exactLevel(principal, contract.rate, contract.termMonths);
  const share: Fraction = { n: principal, d: BigInt(contract.termMonths) };
  let balance = principal;
  for (const [at, row] of rows.entries()) {
    const months = monthsBetweenRows(row.from, row.dueOn);
    const part = yearPart(row.from, row.dueOn, months, contract.dayCount);
    const rate: Fraction = { n: BigInt(contract.rate), d: 1_000_000n };
    if (!isNearest(row.interest, times({ n: balance, d: 1n }, times(rate, part))))
      return `interest of row ${at}`;
    const isLast = at === rows.length - 1;
    const whole = row.principal + row.interest;
    if (isLast && row.principal !== balance) return 'the last row leaves a rest';
    if (!isLast && contract.method === 'equal-instalment' && row.principal > 0n && !isNearest(whole, level))
      return `level of row ${at}`;
    if (!isLast && contract.method === 'equal-principal' && !isNearest(row.principal, share))
      return `principal of row ${at}`;
    balance -= row.principal;
    if (balance < 0n || row.balanceAfter !== balance) return `balance of row ${at}`;
  }
  return balance === 0n ? null : 'a rest is left';
}
