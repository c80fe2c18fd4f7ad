import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import { addWorkingHours } from './working-hours.ts';

const hours = { from: 9, to: 17 };
const at = (text: string) => new Date(`${text}+08:00`);

test.each([
  ['2026-11-27T10:00', 4, '2026-11-27T14:00'],
  ['2026-11-27T15:00', 4, '2026-11-30T11:00'], // over a weekend
  ['2026-11-27T20:00', 1, '2026-11-30T10:00'],
  ['2026-11-28T12:00', 0, '2026-11-30T09:00'],
  ['2026-11-27T06:00', 8, '2026-11-27T17:00'],
  ['2026-11-26T09:00', 16, '2026-11-27T17:00'],
  ['2026-09-30T16:00', 2, '2026-10-08T10:00'], // over National Day
])('from %s, %i working hours end at %s', (since, n, until) => {
  expect(addWorkingHours(at(since), n, hours)).toEqual(at(until));
});

test('it ends within the hours of a working day, later for more hours, never earlier than it began', () => {
  const instant = fc.date({ min: at('2026-01-01T00:00'), max: at('2026-12-20T00:00'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.nat(60), (since, n) => {
      const end = addWorkingHours(since, n, hours);
      const hour = ((end.getTime() / 3_600_000 + 8) % 24) as number;
      expect(end >= since).toBe(true);
      expect(isWorkingDay(dayAt(end))).toBe(true);
      expect(hour >= 9 && hour <= 17).toBe(true);
      expect(addWorkingHours(since, n + 1, hours) > end).toBe(true);
    }),
  );
});
