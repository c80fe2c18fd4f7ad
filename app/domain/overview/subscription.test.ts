import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import { nextAfter } from './subscription.ts';

test.each([
  ['daily', '2026-11-27', '2026-11-27', '2026-11-28'],
  ['daily', '2026-11-20', '2026-11-27', '2026-11-28'],
  ['weekly', '2026-11-20', '2026-11-27', '2026-12-04'],
  ['weekly', '2026-11-25', '2026-11-27', '2026-12-02'],
  ['monthly', '2026-01-31', '2026-02-03', '2026-02-28'],
  ['monthly', '2026-01-31', '2026-02-28', '2026-03-31'],
] as const)('%s from %s, on %s: next %s', (cadence, from, today, next) => {
  expect(nextAfter(cadence, day(from), day(today))).toBe(next);
});

test('property: turn after turn a monthly one keeps to the day it was made on, or the last of a shorter month', () => {
  const made = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays(day('2026-01-01'), n));
  fc.assert(
    fc.property(made, fc.integer({ min: 1, max: 30 }), (from, turns) => {
      let next = from;
      for (let n = 1; n <= turns; n += 1) {
        next = nextAfter('monthly', from, next);
        expect(next).toBe(addMonths(from, n));
      }
    }),
  );
});
