import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { accruedInterest, dayCounts, yearFraction } from './day-count.ts';

test.each([
  ['actual360', 3_710_833],
  ['actual365F', 3_660_000],
  ['actualActual', 3_650_328],
  ['thirty360', 3_650_000],
] as const)(
  'on %s a year over 29 February bears %i fen on one million at 3.65 percent',
  (dayCount, interest) => {
    const bearing = accruedInterest(
      yuan(1_000_000),
      percent('3.65'),
      day('2023-12-20'),
      day('2024-12-20'),
      dayCount,
    );
    expect(bearing).toBe(fen(interest));
  },
);

test.each([
  ['2024-02-28', '2024-03-01', 2, 3],
  ['2023-02-28', '2023-03-01', 1, 3],
  ['2024-01-31', '2024-02-29', 29, 29],
  ['2026-01-15', '2026-02-15', 31, 30],
])('from %s to %s there are %i actual and %i banker’s days', (from, to, actual, thirty) => {
  expect(yearFraction(day(from), day(to), 'actual360').numerator).toBe(BigInt(actual));
  expect(yearFraction(day(from), day(to), 'thirty360').numerator).toBe(BigInt(thirty));
});

test('a whole leap year is one year on actual/actual', () => {
  const { numerator, denominator } = yearFraction(day('2024-01-01'), day('2025-01-01'), 'actualActual');
  expect(numerator).toBe(denominator);
});

test('splitting a span anywhere changes nothing', () => {
  const offset = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(fc.constantFrom(...dayCounts), offset, offset, offset, (dayCount, start, first, second) => {
      const from = addDays(day('2019-11-05'), start);
      const middle = addDays(from, first);
      const to = addDays(middle, second);
      const part = (a: typeof from, b: typeof from) => yearFraction(a, b, dayCount).numerator;
      expect(part(from, middle) + part(middle, to)).toBe(part(from, to));
    }),
  );
});

test('no balance, no rate or no day bears no interest', () => {
  const from = day('2026-01-01');
  expect(accruedInterest(fen(0), ppm(36_500), from, addDays(from, 9), 'actual360')).toBe(0n);
  expect(accruedInterest(yuan(9), ppm(0), from, addDays(from, 9), 'actual360')).toBe(0n);
  expect(accruedInterest(yuan(9), ppm(36_500), from, from, 'actual360')).toBe(0n);
});
