import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { divideHalfUp, fen, leastFen, plus, wan } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { dayCounts, yearFraction } from './day-count.ts';
import { splitFunding, subsidyOnBalances } from './subsidy.ts';
import { fineOf } from './subsidy-points.ts';

const from = day('2025-05-01');
const million = wan(100);

test('three million capped at one for 200 days: 5,555.56 on 360, 5,479.45 on 365', () => {
  const of = {
    balances: [{ from, balance: wan(300) }],
    capLeft: million,
    points: fineOf(percent(1)),
    from,
    until: addDays(from, 200),
  };
  expect(subsidyOnBalances({ ...of, dayCount: 'actual360' })).toBe(555_556n);
  expect(subsidyOnBalances({ ...of, dayCount: 'actual365F' })).toBe(547_945n);
});

describe('the days that count', () => {
  const balances = [
    { from, balance: million },
    { from: addDays(from, 90), balance: wan(40) },
    { from: addDays(from, 180), balance: fen(0) },
  ];
  const on = (start: number, end: number) =>
    subsidyOnBalances({
      balances,
      capLeft: million,
      points: fineOf(percent(1)),
      from: addDays(from, start),
      until: addDays(from, end),
      dayCount: 'actual360',
    });

  test.each([
    ['a balance is taken until the next', 0, 180, wan(25) / 100n + wan(10) / 100n],
    ['nothing after the loan is paid off', 180, 300, 0n],
    ['from within a span', 45, 90, wan(125) / 1000n],
    ['the last day is not counted', 0, 0, 0n],
  ])('%s', (_, start, end, amount) => {
    expect(on(start, end)).toBe(amount);
  });
});

test('spans add up to the sum over days', () => {
  const step = fc.record({
    days: fc.integer({ min: 1, max: 60 }),
    balance: fc.bigInt({ min: 0n, max: 10n ** 9n }).map(fen),
  });
  const cap = fc.bigInt({ min: 0n, max: 10n ** 9n }).map(fen);
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      cap,
      fc.constantFrom(...dayCounts),
      (steps, capLeft, dayCount) => {
        const daily: bigint[] = [];
        const balances = steps.map(({ days, balance }) => {
          const span = { from: addDays(from, daily.length), balance };
          for (let i = 0; i < days; i += 1) daily.push(leastFen(balance, capLeft));
          return span;
        });
        const until = addDays(from, daily.length);
        const { denominator } = yearFraction(from, until, dayCount);
        const summed = daily.reduce(
          (sum, counted, i) =>
            sum + counted * yearFraction(addDays(from, i), addDays(from, i + 1), dayCount).numerator,
          0n,
        );
        const points = fineOf(ppm(10_000));
        expect(subsidyOnBalances({ balances, capLeft, points, from, until, dayCount })).toBe(
          divideHalfUp(summed * 10_000n, 1_000_000n * denominator),
        );
      },
    ),
  );
});

test('funding ties to the fen whatever the shares', () => {
  const share = fc.nat(1_000_000);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 10n }).map(fen), share, (amount, central) => {
      const parts = splitFunding(amount, [
        { payer: 'central', sharePpm: central },
        { payer: 'province', sharePpm: 1_000_000 - central },
      ]);
      expect(plus(...parts.map((part) => part.amount))).toBe(amount);
      expect(parts.every((part) => part.amount >= 0n)).toBe(true);
    }),
  );
});
