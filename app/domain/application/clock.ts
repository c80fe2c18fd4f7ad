import {
  addWorkingDays,
  isCalendarPublished,
  workingDaysBetween,
} from '~/domain/institution/working-days.ts';
import { addDays, type Day, dayAt, startOf, yearOf } from '~/domain/kernel/day.ts';

/**
 * Working days a bank has to pick an application up and to decide it, and calendar days: for which its offer binds (row E6),
 * in which a declined firm may ask for a second look (row F5), and on which the measured response times look back (row E10).
 */
export type ResponseClocks = {
  readonly pickupWorkingDays: number;
  readonly decisionWorkingDays: number;
  readonly offerDays: number;
  readonly secondLookDays: number;
  readonly measuredDays: number;
  /** Working days for which a clock stands still at most while documents are awaited. */
  readonly documentWorkingDays: number;
  /** Calendar days after the last day of an accepted offer within which its contract is signed. */
  readonly contractDays: number;
  /** Calendar days after a contract was recorded within which its money is paid out. */
  readonly disbursementDays: number;
};

/** A last day to act; provisional when it rests on a year whose holidays are not published yet. */
export type Deadline = { readonly lastDay: Day; readonly provisional: boolean };

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

/** The first moment that is too late for a clock of n working days from a day that stood still from a day to another, both inclusive. */
export const dueAfterPause = (from: Day, n: number, pause: { readonly from: Day; readonly to: Day }): Date =>
  startOf(addDays(deadlineOf(from, n, pause).lastDay, 1));

/** The end of the n-th working day after an instant: the deadline itself is the first moment that is too late. */
export const workingDeadline = (from: Date, n: number): Date =>
  startOf(addDays(addWorkingDays(dayAt(from), n), 1));
