import { addDays, addMonths, addYears, type Day, type DayPrecision, parseDay } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** A date with the precision its source gave; of month or year precision `day` is the first of the period. */
export type ReadDate = { readonly day: Day; readonly precision: DayPrecision };

export type DateRefusal =
  | { readonly code: 'record.date-unreadable'; readonly text: string }
  | { readonly code: 'record.date-impossible'; readonly text: string }
  | { readonly code: 'record.date-future'; readonly text: string; readonly today: Day };

/** Year, month, day as sources write them: 2015年8月29日, 2015-08-29, 2015/8/29, 2015.08.29, with or without a time. */
const forms = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})年(\d{1,2})月$/,
  /^(\d{4})[-/](\d{1,2})$/,
  /^(\d{4})\.(\d{2})$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})年?$/,
  /^(\d{4})\.0$/,
];

const earliestYear = 1800;

/**
 * Reads a date of day, month or year precision. Refused: what is no date (`上周`), what the calendar does not have
 * (2015年13月, 2023-02-29), and what begins after `today`.
 */
export function readDate(text: string, today: Day): Result<ReadDate, DateRefusal> {
  const read = readAnyDate(text);
  if (read.ok && read.value.day > today)
    return refuse({ code: 'record.date-future', text: text.trim(), today });
  return read;
}

/** Reads a date that may lie ahead, such as the last day of a licence. */
export function readAnyDate(text: string): Result<ReadDate, DateRefusal> {
  const written = text.normalize('NFKC').trim();
  const match = forms.map((form) => form.exec(written)).find((found) => found !== null);
  if (!match) return refuse({ code: 'record.date-unreadable', text: written });
  const [, year = '', month, date] = match;
  const day = parseDay(`${year}-${two(month ?? '1')}-${two(date ?? '1')}`);
  if (!day || Number(year) < earliestYear) return refuse({ code: 'record.date-impossible', text: written });
  return accept({ day, precision: date ? 'day' : month ? 'month' : 'year' });
}

const two = (digits: string): string => digits.padStart(2, '0');

/** The last day of the period that a date of month or year precision names; a day is its own. */
export function lastDayOf({ day, precision }: ReadDate): Day {
  if (precision === 'day') return day;
  return addDays(precision === 'month' ? addMonths(day, 1) : addYears(day, 1), -1);
}
