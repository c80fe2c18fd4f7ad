import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, dayAt, startOf } from '~/domain/kernel/day.ts';

/** The hours of a working day in Asia/Shanghai, whole ones: from 9 to 17 is eight hours. */
export type WorkingHours = { readonly from: number; readonly to: number };

const hourMs = 3_600_000;

/** The instant at which so many working hours have passed since another; time outside the hours does not count. */
export function addWorkingHours(since: Date, hours: number, { from, to }: WorkingHours): Date {
  if (!Number.isInteger(hours) || hours < 0) throw new RangeError(`not a number of working hours: ${hours}`);
  let left = hours * hourMs;
  let day = dayAt(since);
  for (;;) {
    if (isWorkingDay(day)) {
      const opens = startOf(day).getTime() + from * hourMs;
      const closes = startOf(day).getTime() + to * hourMs;
      const begins = Math.max(opens, since.getTime());
      if (begins <= closes && left <= closes - begins) return new Date(begins + left);
      left -= Math.max(0, closes - begins);
    }
    day = addDays(day, 1);
  }
}
