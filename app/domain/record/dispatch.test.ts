import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import { dispatchDue } from './dispatch.ts';

test.each([
  ['2026-11-20', '2026-11', '2026-10-20', '2026-11-19'],
  ['2026-11-30', '2026-11', '2026-10-20', '2026-11-19'],
  ['2026-11-19', '2026-10', '2026-09-20', '2026-10-19'],
  ['2027-01-05', '2026-12', '2026-11-20', '2026-12-19'],
])('on %s the dispatch of %s is due: %s to %s', (today, month, from, to) => {
  expect(dispatchDue(day(today), 20)).toEqual({ month, from, to });
});

test('from day to day spans follow one another without gap or overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 28 }), (days, onDay) => {
      const today = addDays('2024-01-01' as Day, days);
      const [now, next] = [dispatchDue(today, onDay), dispatchDue(addDays(today, 1), onDay)];
      expect(now.to < today).toBe(true);
      expect(next.month === now.month ? next.from : addDays(now.to, 1)).toBe(next.from);
    }),
  );
});
