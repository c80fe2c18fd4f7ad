import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import { nextReview } from './watch-list.ts';

const rule = { reviewMonths: 3 };
const since = day('2026-08-10');

test('a loan on watch is looked at again three months after the last time, or when an alert is due', () => {
  const never = { since, reviewedOn: null, alertDueOn: null };
  expect(nextReview(never, rule)).toBe('2026-11-10');
  expect(nextReview({ ...never, reviewedOn: day('2026-09-30') }, rule)).toBe('2026-12-30');
  expect(nextReview({ ...never, reviewedOn: day('2026-07-01') }, rule)).toBe('2026-11-10');
  const due = { ...never, alertDueOn: day('2026-08-12') };
  expect(nextReview(due, rule)).toBe('2026-08-12');
  expect(nextReview({ ...due, reviewedOn: day('2026-08-11') }, rule)).toBe('2026-08-12');
  expect(nextReview({ ...due, reviewedOn: day('2026-08-20') }, rule)).toBe('2026-08-12');
  expect(nextReview({ ...never, reviewedOn: day('2026-08-20') }, rule)).toBe('2026-11-20');
});

test('it is never later than the rule says after the last look', () => {
  const offset = fc.integer({ min: -200, max: 200 }).map((n) => addDays(since, n));
  fc.assert(
    fc.property(
      fc.option(offset, { nil: null }),
      fc.option(offset, { nil: null }),
      (reviewedOn, alertDueOn) => {
        const due = nextReview({ since, reviewedOn, alertDueOn }, rule);
        const last = reviewedOn && reviewedOn > since ? reviewedOn : since;
        expect(due <= addMonths(last, 3)).toBe(true);
        if (alertDueOn) expect(due <= alertDueOn).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
