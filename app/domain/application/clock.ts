import chineseDays from 'chinese-days';
import { addDays, type Day, dayAt, daysBetween, startOf, yearOf } from '~/domain/kernel/day.ts';

/** Working days a bank has to pick an application up and to decide it, and calendar days its offer binds (row E6). */
export type ResponseClocks = {
  readonly pickupWorkingDays: number;
  readonly decisionWorkingDays: number;
  readonly offerDays: number;
};

/** A last day to act; provisional when it rests on a year whose holidays are not published yet. */
export type Deadline = { readonly lastDay: Day; readonly provisional: boolean };

/** The State Council's calendar: public holidays are off, make-up workdays (调休) are not, else Monday to Friday. */
export const isWorkingDay = (day: Day): boolean => chineseDays.isWorkday(day);

/** Whether the calendar of a year is published: National Day, always three days off, then has its holidays. */
export const isCalendarPublished = (year: number): boolean =>
  ['10-01', '10-02', '10-03'].every((date) => chineseDays.isHoliday(`${year}-${date}`));

/**
 * The n-th working day after a day by the State Council's calendar with its make-up workdays; weekends alone where a
 * year's calendar is not published yet (domain.md edge case 11).
 */
export function addWorkingDays(from: Day, n: number): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = from;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Working days after one day up to and including a later one. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let i = 1; i <= daysBetween(from, to); i += 1) if (isWorkingDay(addDays(from, i))) count += 1;
  return count;
}

/**
 * The last day of a clock of n working days that starts the day after `from`. A pause (the firm supplements its
 * documents) stops it once: the working days from its first to its last day, both inclusive, are not counted.
 */
export function deadlineOf(from: Day, n: number, pause?: { readonly from: Day; readonly to: Day }): Deadline {
  let lastDay = addWorkingDays(from, n);
  if (pause && pause.from <= lastDay && pause.to > from) {
    const began = pause.from > from ? addDays(pause.from, -1) : from;
    const used = workingDaysBetween(from, began);
    lastDay = addWorkingDays(pause.to, n - used);
  }
  return { lastDay, provisional: !isCalendarPublished(yearOf(lastDay)) };
}

/** The end of the n-th working day after an instant: the deadline itself is the first moment that is too late. */
export const workingDeadline = (from: Date, n: number): Date =>
  startOf(addDays(addWorkingDays(dayAt(from), n), 1));
