import { addDays, type Day, day, yearOf } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, leastFen, minus, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

/** What of a subsidy belongs to the days of one calendar year. */
export type YearPart = { readonly year: number; readonly amount: Fen };

/** The most that a borrower receives for the days of one calendar year; null without a limit. */
export const yearAmountCapOf = ({ yearAmountCapWan }: SubsidyRules): Fen | null =>
  yearAmountCapWan === undefined || yearAmountCapWan === null ? null : wan(yearAmountCapWan);

/**
 * A sum that grows with its last day, divided over the calendar years of its days: each year gets what the sum is at the
 * year's end less what it was at its beginning, so the years add up to the whole to the fen. `upTo` is asked for days
 * that are not counted themselves.
 */
export function yearsOf(upTo: (until: Day) => Fen, from: Day, until: Day): YearPart[] {
  if (from >= until) return [];
  const parts: YearPart[] = [];
  let before = zeroFen;
  for (let year = yearOf(from); year <= yearOf(addDays(until, -1)); year += 1) {
    const next = day(`${year + 1}-01-01`);
    const sum = upTo(next < until ? next : until);
    parts.push({ year, amount: minus(sum, before) });
    before = sum;
  }
  return parts;
}

/** Each year within what its cap leaves after `used`; unchanged without a cap. */
export const capYears = (
  parts: readonly YearPart[],
  cap: Fen | null,
  used: ReadonlyMap<number, Fen>,
): YearPart[] =>
  parts.map(({ year, amount }) => {
    if (cap === null) return { year, amount };
    const left = greatestFen(zeroFen, minus(cap, used.get(year) ?? zeroFen));
    return { year, amount: leastFen(amount, left) };
  });

export const sumYears = (parts: readonly YearPart[]): Fen =>
  plus(zeroFen, ...parts.map(({ amount }) => amount));

/** The years of a sum that another limit made smaller: earlier years keep theirs first. */
export function trimYears(parts: readonly YearPart[], whole: Fen): YearPart[] {
  let left = whole;
  return parts.map(({ year, amount }) => {
    const kept = leastFen(amount, left);
    left = minus(left, kept);
    return { year, amount: kept };
  });
}

/** What the years hold once some more is added. */
export function withYears(
  used: ReadonlyMap<number, Fen>,
  parts: readonly YearPart[],
): ReadonlyMap<number, Fen> {
  const sums = new Map(used);
  for (const { year, amount } of parts) sums.set(year, plus(sums.get(year) ?? zeroFen, amount));
  return sums;
}
