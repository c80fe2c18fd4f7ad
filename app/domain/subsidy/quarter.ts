import { addDays, addMonths, quarterOf as calendarQuarter, type Day, day } from '~/domain/kernel/day.ts';

/** A calendar quarter such as `2026Q3`: the period in which subsidies are settled (ours). */
export type Quarter = string & { readonly __quarter: unique symbol };

/** The quarter when the text has the form `2026Q3`, else null. */
export const parseQuarter = (text: string): Quarter | null =>
  /^20\d\dQ[1-4]$/.test(text) ? (text as Quarter) : null;

export const quarterOf = (d: Day): Quarter => calendarQuarter(d) as Quarter;

/** The first day of a quarter. */
export const quarterStart = (q: Quarter): Day =>
  day(`${q.slice(0, 4)}-${String(Number(q.slice(5)) * 3 - 2).padStart(2, '0')}-01`);

/** The first day after a quarter: periods count from a day to a day, the last not counted. */
export const quarterEnd = (q: Quarter): Day => addMonths(quarterStart(q), 3);

/** The quarter that had ended most recently on a day. */
export const lastEnded = (on: Day): Quarter => quarterOf(addDays(quarterStart(quarterOf(on)), -1));
