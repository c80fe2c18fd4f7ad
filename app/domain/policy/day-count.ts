import { type Day, dayOfMonth, daysBetween, isLeapYear, monthOf, yearOf } from '~/domain/kernel/day.ts';
import { divideHalfUp, type Fen, fen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';

/**
 * How a contract turns days into years (domain.md §2.9). Loan and subsidy use the same one.
 * `actualActual` splits a span at New Year: days of a leap year count over 366, the others over 365.
 */
export const dayCounts = ['actual360', 'actual365F', 'actualActual', 'thirty360'] as const;
export type DayCount = (typeof dayCounts)[number];

/** An exact part of a year. */
export type YearFraction = { readonly numerator: bigint; readonly denominator: bigint };

const days360 = (d: Day): number => yearOf(d) * 360 + monthOf(d) * 30 + Math.min(dayOfMonth(d), 30);

function splitAtNewYears(from: Day, to: Day): { leap: number; common: number } {
  const days = { leap: 0, common: 0 };
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const start = year === yearOf(from) ? from : (`${year}-01-01` as Day);
    const end = year === yearOf(to) ? to : (`${year + 1}-01-01` as Day);
    days[isLeapYear(year) ? 'leap' : 'common'] += daysBetween(start, end);
  }
  return days;
}

/** The part of a year from one day to a later one, the last day not counted. Adding up over a split changes nothing. */
export function yearFraction(from: Day, to: Day, dayCount: DayCount): YearFraction {
  if (dayCount === 'thirty360') return { numerator: BigInt(days360(to) - days360(from)), denominator: 360n };
  if (dayCount === 'actualActual') {
    const { leap, common } = splitAtNewYears(from, to);
    return { numerator: BigInt(leap) * 365n + BigInt(common) * 366n, denominator: 365n * 366n };
  }
  return {
    numerator: BigInt(daysBetween(from, to)),
    denominator: dayCount === 'actual360' ? 360n : 365n,
  };
}

/** Interest on a balance at a yearly rate for a part of a year, half up to the fen. */
export const interestFor = (balance: Fen, rate: Ppm, part: YearFraction): Fen =>
  fen(divideHalfUp(balance * BigInt(rate) * part.numerator, 1_000_000n * part.denominator));

/** Interest on a constant balance between two days, half up to the fen. */
export const accruedInterest = (balance: Fen, rate: Ppm, from: Day, to: Day, dayCount: DayCount): Fen =>
  interestFor(balance, rate, yearFraction(from, to, dayCount));
