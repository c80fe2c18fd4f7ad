import chineseDays from 'chinese-days';
import { addDays, type Day, daysBetween } from '~/domain/kernel/day.ts';

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
