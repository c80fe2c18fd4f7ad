import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, daysBetween } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { badOutcomes, leadTimesOf, lookBackDays, type WarnedLoan } from './lead-time.ts';

const on = day('2026-06-01');
const firm = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as EnterpriseId;
const warned = (...daysAhead: number[]): WarnedLoan => ({
  ...{ enterpriseId: firm(daysAhead.length), outcome: 'overdue-30', on },
  alerts: daysAhead.map((n) => ({ family: n % 2 ? 'tax' : 'credit', on: addDays(on, -n) })),
});

test('the first alert within a year before it counts, one of the day itself or later does not', () => {
  const [first] = leadTimesOf([warned(40, 7), warned(400, 10), warned(0), warned(-3), warned(400), warned()]);
  expect(first?.all).toEqual({
    ...{ loans: 6, warned: 2, firms: { all: 3, warned: 1, unwarned: 2, byOthers: 0 }, warnedPpm: 333_333 },
    days: { lower: 10, median: 10, upper: 40 },
  });
  expect(first?.families).toEqual([
    {
      family: 'credit',
      loans: 6,
      warned: 2,
      firms: { all: 3, warned: 1, unwarned: 2, byOthers: 0 },
      warnedPpm: 333_333,
      days: { lower: 10, median: 10, upper: 40 },
    },
    {
      ...{ family: 'tax', loans: 6, warned: 1, warnedPpm: 166_667 },
      ...{ firms: { all: 3, warned: 1, unwarned: 3, byOthers: 0 }, days: { lower: 7, median: 7, upper: 7 } },
    },
  ]);
});

test('quartiles are days of real loans in order, and no family warned of more than all did', () => {
  const loan = fc.record({
    enterpriseId: fc.integer({ min: 1, max: 9 }).map(firm),
    outcome: fc.constantFrom(...badOutcomes),
    on: fc.integer({ min: 0, max: 500 }).map((n) => addDays(on, n)),
    alerts: fc.array(
      fc.record({
        family: fc.constantFrom('tax', 'credit', 'media'),
        on: fc.integer({ min: -300, max: 500 }).map((n) => addDays(on, n)),
      }),
      { maxLength: 4 },
    ),
  });
  fc.assert(
    fc.property(fc.array(loan, { maxLength: 30 }), (loans) => {
      for (const { outcome, all, families } of leadTimesOf(loans)) {
        const own = loans.filter((each) => each.outcome === outcome);
        const leads = own
          .map((each) =>
            Math.max(
              0,
              ...each.alerts.map((a) => daysBetween(a.on, each.on)).filter((n) => n <= lookBackDays),
            ),
          )
          .filter((n) => n > 0)
          .sort((a, b) => a - b);
        expect([all.loans, all.warned]).toEqual([own.length, leads.length]);
        expect(all.firms.all).toBe(new Set(own.map(({ enterpriseId }) => enterpriseId)).size);
        expect(all.firms.warned).toBeLessThanOrEqual(all.warned);
        if (all.days) {
          const { lower, median, upper } = all.days;
          expect(leads.filter((n) => n <= median).length * 2).toBeGreaterThanOrEqual(leads.length);
          expect(lower <= median && median <= upper && leads.includes(median)).toBe(true);
        }
        for (const family of families) expect(family.warned).toBeLessThanOrEqual(all.warned);
      }
    }),
    { numRuns: 80 },
  );
});
