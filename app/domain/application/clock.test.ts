import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReference } from '#prisma/seed/read-csv.ts';
import { decisionDays } from '~/domain/institution/response-times.ts';
import {
  addWorkingDays,
  isCalendarPublished,
  isWorkingDay,
  workingDaysBetween,
} from '~/domain/institution/working-days.ts';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import { deadlineOf, workingDeadline } from './clock.ts';

test('every day from 2018 to 2026 agrees with the notices of the State Council', () => {
  const rows = readReference('cn_statutory_holidays_2018_2026.csv');
  const notices = new Map(rows.map((row) => [row.date ?? '', row.is_off_day === '0']));
  expect(notices.size).toBe(rows.length);
  for (let on = day('2018-01-01'); on <= '2026-12-31'; on = addDays(on, 1)) {
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    expect(isWorkingDay(on), on).toBe(notices.get(on) ?? (weekday !== 0 && weekday !== 6));
  }
});

test.each([
  [2018, true],
  [2026, true],
  [2030, false],
  [2033, false],
])('the calendar of %i is published: %s', (year, published) => {
  expect(isCalendarPublished(year)).toBe(published);
});

describe('deadlines', () => {
  test.each([
    ['over National Day and its make-up Saturday', '2026-09-30', 3, '2026-10-10'],
    ['over a weekend', '2026-11-20', 1, '2026-11-23'],
    ['from a day off', '2026-11-22', 1, '2026-11-23'],
    ['no days at all', '2026-11-22', 0, '2026-11-22'],
  ])('%s', (_, from, n, lastDay) => {
    expect(deadlineOf(day(from), n)).toEqual({ lastDay, provisional: false });
  });

  test('beyond the published years a deadline is provisional', () => {
    expect(deadlineOf(day('2033-01-03'), 5).provisional).toBe(true);
  });

  test.each([
    ['three of five days were left', '2026-11-26', '2026-11-30', '2026-12-03'],
    ['a pause from the first day restarts the clock after it', '2026-11-24', '2026-11-27', '2026-12-04'],
    ['a pause after the deadline changes nothing', '2026-12-01', '2026-12-04', '2026-11-30'],
    ['a pause before the clock changes nothing', '2026-11-01', '2026-11-05', '2026-11-30'],
  ])('%s', (_, from, to, lastDay) => {
    expect(deadlineOf(day('2026-11-23'), 5, { from: day(from), to: day(to) }).lastDay).toBe(lastDay);
  });

  test('the first moment too late is midnight in Shanghai after the last day', () => {
    expect(workingDeadline(new Date('2026-11-23T01:00:00Z'), 2)).toEqual(new Date('2026-11-25T16:00:00Z'));
  });
});

const anyDay = fc.integer({ min: 0, max: 3650 }).map((n): Day => addDays(day('2018-01-01'), n));

test('a deadline is a working day and holds exactly its working days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const last = addWorkingDays(from, n);
      expect(isWorkingDay(last)).toBe(true);
      expect(workingDaysBetween(from, last)).toBe(n);
    }),
  );
});

test('a pause moves the deadline by its working days within the clock, never nearer', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 30 }), fc.nat(40), fc.nat(20), (from, n, after, length) => {
      const plain = deadlineOf(from, n).lastDay;
      const pause = { from: addDays(from, after), to: addDays(from, after + length) };
      const last = deadlineOf(from, n, pause).lastDay;
      expect(last >= plain).toBe(true);
      if (pause.from <= plain && after > 0)
        expect(workingDaysBetween(from, last)).toBe(
          n + workingDaysBetween(addDays(pause.from, -1), pause.to),
        );
    }),
  );
});

test('what is measured of a bank agrees with the clock it was given: the last day is the n-th, with a pause or without', () => {
  const from = fc.nat(700).map((n) => addDays(day('2024-12-01'), n));
  fc.assert(
    fc.property(from, fc.integer({ min: 1, max: 15 }), fc.nat(30), fc.nat(40), (sent, n, asked, awaited) => {
      const began = addDays(sent, asked);
      fc.pre(began <= deadlineOf(sent, n).lastDay);
      const paused = { from: began, to: addDays(began, awaited) };
      const onLastDay = { submittedOn: sent, decidedOn: deadlineOf(sent, n, paused).lastDay, paused };
      expect(decisionDays(onLastDay)).toBe(n);
      const without = { submittedOn: sent, decidedOn: deadlineOf(sent, n).lastDay, paused: null };
      expect(decisionDays(without)).toBe(n);
      expect(decisionDays({ ...onLastDay, decidedOn: paused.to })).toBeLessThan(n);
    }),
  );
});
