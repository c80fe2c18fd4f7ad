import { expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { freshnessOf } from './freshness.ts';

test.each([
  [null, 'never'],
  ['2026-11-23', 'fresh'],
  ['2026-10-24', 'fresh'],
  ['2026-10-23', 'stale'],
])('an item due every 30 days and delivered on %s is %s', (delivered, freshness) => {
  const last = delivered === null ? null : day(delivered);
  expect(freshnessOf({ freshDays: 30 }, last, day('2026-11-23'))).toBe(freshness);
});
