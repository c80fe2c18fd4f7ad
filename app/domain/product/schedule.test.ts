import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus, yuan } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import {
  type Instalment,
  plannedBalances,
  repaymentMethods,
  type ScheduleTerms,
  scheduleOf,
} from './schedule.ts';

const million: ScheduleTerms = {
  principal: yuan(1_000_000),
  rate: percent('3.65'),
  method: 'equal-instalment',
  disbursedOn: day('2025-12-20'),
  termMonths: 12,
  dayCount: 'thirty360',
};
const paid = (row: Instalment | undefined): Fen => plus(row?.principal ?? fen(0), row?.interest ?? fen(0));
const interest = (rows: Instalment[]): Fen => plus(...rows.map((row) => row.interest));

test('the planned balance falls with each repayment of principal only', () => {
  const bullet = scheduleOf({ ...million, method: 'bullet-monthly', termMonths: 3 });
  expect(plannedBalances(million.disbursedOn, million.principal, bullet)).toEqual([
    { from: '2025-12-20', balance: million.principal },
    { from: '2026-03-20', balance: 0n },
  ]);
});

describe('vectors of domain.md §2.9', () => {
  test('等额本息', () => {
    const rows = scheduleOf(million);
    expect([paid(rows[0]), paid(rows[10])]).toEqual([8_499_008n, 8_499_008n]);
    expect([rows[0]?.interest, paid(rows[11]), interest(rows)]).toEqual([304_167n, 8_499_004n, 1_988_092n]);
  });

  test('等额本金', () => {
    const rows = scheduleOf({ ...million, method: 'equal-principal' });
    expect([paid(rows[0]), paid(rows[11])]).toEqual([8_637_500n, 8_358_684n]);
    expect([rows[11]?.principal, interest(rows)]).toEqual([8_333_337n, 1_977_083n]);
  });

  test.each([
    ['actual360', 3_710_833n],
    ['actual365F', 3_660_000n],
    ['actualActual', 3_650_328n],
  ] as const)('到期还本，利随本清 over 29 February on %s', (dayCount, expected) => {
    const terms = {
      ...million,
      method: 'bullet-at-maturity',
      disbursedOn: day('2023-12-20'),
      dayCount,
    } as const;
    expect(scheduleOf(terms)).toEqual([
      { seq: 1, dueOn: '2024-12-20', principal: 100_000_000n, interest: expected, balanceAfter: 0n },
    ]);
  });
});

test('interest of a bullet loan falls due monthly, quarterly or with the principal', () => {
  const dues = (method: ScheduleTerms['method']) =>
    scheduleOf({ ...million, method, termMonths: 8 }).map((r) => r.dueOn);
  expect(dues('bullet-monthly')).toHaveLength(8);
  expect(dues('bullet-quarterly')).toEqual(['2026-03-20', '2026-06-20', '2026-08-20']);
  expect(dues('bullet-at-maturity')).toEqual(['2026-08-20']);
});

test('a loan of the 31st falls due on the last day of shorter months, a twelfth of the year each', () => {
  const rows = scheduleOf({
    ...million,
    method: 'bullet-monthly',
    disbursedOn: day('2026-01-31'),
    termMonths: 3,
  });
  expect(rows.map((row) => row.dueOn)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  expect(new Set(rows.map((row) => row.interest))).toEqual(new Set([304_167n]));
});

test.each([
  { ...million, termMonths: 0 },
  { ...million, termMonths: 1.5 },
  { ...million, principal: fen(-1) },
  { ...million, rate: ppm(-1) },
])('terms without a schedule are a fault', (terms) => {
  expect(() => scheduleOf(terms)).toThrow(RangeError);
});

const anyTerms: fc.Arbitrary<ScheduleTerms> = fc.record({
  principal: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(fen),
  rate: fc.integer({ min: 0, max: 360_000 }).map(ppm),
  method: fc.constantFrom(...repaymentMethods),
  disbursedOn: fc.constantFrom(day('2023-12-20'), day('2024-01-31'), day('2026-02-28'), day('2027-08-15')),
  termMonths: fc.integer({ min: 1, max: 120 }),
  dayCount: fc.constantFrom(...dayCounts),
});

test('principal adds up to the fen, nothing is negative, the balance falls to zero', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const rows = scheduleOf(terms);
      expect(plus(...rows.map((row) => row.principal))).toBe(terms.principal);
      expect(rows.at(-1)?.balanceAfter).toBe(0n);
      let before = terms.principal;
      for (const row of rows) {
        expect(row.principal >= 0n && row.interest >= 0n).toBe(true);
        expect(row.balanceAfter).toBe(before - row.principal);
        before = row.balanceAfter;
      }
    }),
  );
});

/** |a − n/d| < 1 fen, on whole numbers. */
const withinOneFen = (a: bigint, n: bigint, d: bigint): boolean => {
  const gap = a * d - n;
  return (gap < 0n ? -gap : gap) < d;
};

test('every level payment but the last is within a fen of the exact annuity', () => {
  fc.assert(
    fc.property(anyTerms, (any) => {
      const terms = {
        ...any,
        method: 'equal-instalment',
        dayCount: 'thirty360',
        rate: ppm(any.rate + 1),
      } as const;
      const rows = scheduleOf(terms);
      // present value Σ A/(1+i)^k = P, so A = P ÷ Σ v^k with v = 12e6 ÷ (12e6 + ppm)
      const [v, w, n] = [12_000_000n, 12_000_000n + BigInt(terms.rate), BigInt(terms.termMonths)];
      let annuity = 0n;
      for (let k = 1n; k <= n; k += 1n) annuity += v ** k * w ** (n - k);
      for (const row of rows.slice(0, -1))
        if (row.balanceAfter > 0n)
          expect(withinOneFen(paid(row), terms.principal * w ** n, annuity)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('interest of equal principal strays from exact interest by its own rounding and that of the balance only', () => {
  fc.assert(
    fc.property(anyTerms, (any) => {
      const terms = { ...any, method: 'equal-principal', dayCount: 'thirty360' } as const;
      const [n, rate] = [BigInt(terms.termMonths), BigInt(terms.rate)];
      const unit = n * 12_000_000n;
      scheduleOf(terms).forEach((row, k) => {
        const gap = row.interest * unit - terms.principal * (n - BigInt(k)) * rate;
        // half a fen for this row, and interest on half a fen of balance for each row before
        expect(2n * (gap < 0n ? -gap : gap)).toBeLessThanOrEqual(unit + BigInt(k) * rate * n);
      });
    }),
  );
});
