/** A business date `YYYY-MM-DD` in the zone Asia/Shanghai, distinct from an instant. */
export type Day = string & { readonly __day: unique symbol };

/** How exactly a source gave a date; a fact keeps the precision it came with. */
export type DayPrecision = 'day' | 'month' | 'year';

const dayMs = 86_400_000;
const toMs = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
const padded = (n: number, length: number): string => String(n).padStart(length, '0');
const dayOf = (year: number, month: number, date: number): Day =>
  `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}` as Day;

function fromMs(ms: number): Day {
  const at = new Date(ms);
  return dayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

/** The day when the text is a real date in the form `YYYY-MM-DD`, else null. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || fromMs(ms) !== text ? null : (text as Day);
}

/** A literal that is known to be a date; anything else is a fault. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

export const addDays = (d: Day, n: number): Day => fromMs(toMs(d) + n * dayMs);

/** Days from a to b: positive when b is later. */
export const daysBetween = (a: Day, b: Day): number => Math.round((toMs(b) - toMs(a)) / dayMs);

export const yearOf = (d: Day): number => Number(d.slice(0, 4));
export const monthOf = (d: Day): number => Number(d.slice(5, 7));
export const dayOfMonth = (d: Day): number => Number(d.slice(8, 10));
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The same day of the month n months on; the last day of a shorter month (01-31 + 1 → 02-28). */
export function addMonths(d: Day, n: number): Day {
  const index = yearOf(d) * 12 + monthOf(d) - 1 + n;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const last = month === 1 ? (isLeapYear(year) ? 29 : 28) : (monthLengths[month] ?? 31);
  return dayOf(year, month + 1, Math.min(dayOfMonth(d), last));
}

export const addYears = (d: Day, n: number): Day => addMonths(d, n * 12);

/** Whole months from a to b, counted as a person would: 01-31 → 02-28 is one month. */
export function monthsBetween(a: Day, b: Day): number {
  let months = (yearOf(b) - yearOf(a)) * 12 + monthOf(b) - monthOf(a);
  if (months > 0 && addMonths(a, months) > b) months -= 1;
  if (months < 0 && addMonths(a, months) < b) months += 1;
  return months;
}

/** The business date in Asia/Shanghai (UTC+8, no summer time) at an instant. */
export const dayAt = (instant: Date): Day => fromMs(instant.getTime() + 8 * 3_600_000);

/** 00:00 of the day in Asia/Shanghai as an instant. */
export const startOf = (d: Day): Date => new Date(toMs(d) - 8 * 3_600_000);

/** The calendar quarter of a day, as `2026Q1`. */
export const quarterOf = (d: Day): string => `${yearOf(d)}Q${Math.ceil(monthOf(d) / 3)}`;
