import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, type Day, day, monthsBetween, quarterOf } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { monthsOnBook, type VintageLoans, vintagesOf } from './vintage.ts';

const on = day('2026-11-27');

const loan = fc
  .record({
    lent: fc.integer({ min: 0, max: 900 }),
    met: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
    principal: fc.bigInt({ min: 1n, max: 1_000_000n }),
  })
  .map(({ lent, met, principal }): VintageLoans => {
    const disbursedOn = addDays(on, -lent);
    const metOn = met === null ? null : addDays(disbursedOn, met);
    return { disbursedOn, metOn: metOn && metOn <= on ? metOn : null, loans: 1, principal: fen(principal) };
  });

/** The share month by month, each looked up anew in the loans. */
function naive(own: readonly VintageLoans[], month: number): number {
  const all = own.reduce((sum, each) => sum + each.principal, 0n);
  const bad = own
    .filter(({ disbursedOn, metOn }) => metOn !== null && metOn <= addMonths(disbursedOn, month))
    .reduce((sum, each) => sum + each.principal, 0n);
  return Number((bad * 2_000_000n + all) / (2n * all));
}

test('curves are monotone, as long as their youngest loan, and what the loans say month by month', () => {
  fc.assert(
    fc.property(fc.array(loan, { minLength: 1, maxLength: 40 }), (loans) => {
      for (const { quarter, curve, principal } of vintagesOf(loans, on)) {
        const own = loans.filter((each) => quarterOf(each.disbursedOn) === quarter);
        expect(principal).toBe(own.reduce((sum, each) => sum + each.principal, 0n));
        expect(curve).toHaveLength(Math.min(...own.map((l) => monthsBetween(l.disbursedOn, on))) + 1);
        expect(curve).toEqual(curve.map((_, month) => naive(own, month)));
        expect(curve).toEqual([...curve].sort((a, b) => a - b));
      }
    }),
    { numRuns: 80 },
  );
});

test('a quarter is named by its year, and a month on book ends on its day', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((d) => quarterOf(d as Day))).toEqual([
    '2026Q1',
    '2026Q1',
    '2026Q2',
    '2026Q4',
  ]);
  expect(monthsOnBook(day('2026-01-15'), day('2026-02-15'))).toBe(1);
  expect(monthsOnBook(day('2026-01-15'), day('2026-02-16'))).toBe(2);
  expect(monthsOnBook(day('2026-01-31'), day('2026-02-28'))).toBe(1);
  expect(monthsOnBook(day('2026-01-15'), day('2026-01-15'))).toBe(0);
});
