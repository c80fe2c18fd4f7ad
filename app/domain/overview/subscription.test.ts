import { expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
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
