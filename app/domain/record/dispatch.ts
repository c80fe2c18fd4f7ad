import { addDays, addMonths, type Day, dayOfMonth } from '~/domain/kernel/day.ts';

/** What one dispatch tells of: its month, the first and the last day that it covers. */
export type DispatchSpan = { readonly month: string; readonly from: Day; readonly to: Day };

/**
 * The dispatch that is due on a day: that of its month once the day of dispatch has come, else that of the month before,
 * so that a platform that stood still on the day tells it later. It covers the month up to the day before.
 */
export function dispatchDue(today: Day, onDay: number): DispatchSpan {
  const ofMonth = (first: Day): Day => addDays(first, onDay - 1);
  const first = addDays(today, 1 - dayOfMonth(today));
  const due = dayOfMonth(today) >= onDay ? first : addMonths(first, -1);
  return { month: due.slice(0, 7), from: ofMonth(addMonths(due, -1)), to: addDays(ofMonth(due), -1) };
}
