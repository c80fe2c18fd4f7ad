import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';

/** Days on which a record of the file was disputed, first and last included. */
export type Dispute = { readonly from: Day; readonly to: Day };

/**
 * The last of n working days after a day, leaving out those on which a record of the file is disputed: the bank's clock
 * stands still only for an application that the record belongs to (domain.md edge case 15). The order of the disputes
 * and their overlaps change nothing.
 */
export function decisionLastDay(from: Day, n: number, disputes: readonly Dispute[]): Day {
  let day = from;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day) && !disputes.some((d) => d.from <= day && day <= d.to)) left -= 1;
  }
  return day;
}
