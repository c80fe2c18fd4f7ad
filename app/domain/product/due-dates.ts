import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, addMonths, type Day, monthOf } from '~/domain/kernel/day.ts';

/**
 * What becomes of a due date that is no working day by the calendar with its make-up workdays (调休): the next working day (顺延), the same unless
 * that is in another month, or the last one before (提前).
 */
export const holidayRules = ['following', 'modified-following', 'preceding'] as const;
export type HolidayRule = (typeof holidayRules)[number];

/** What a contract says of its due dates; nothing: on the day of the month of the drawdown, wherever it falls. */
export type DueTerms = {
  /** A day of the month (结息日), 1–28; with interest by quarters it is that of March, June, September and December. */
  readonly dueDay?: number | undefined;
  readonly holiday?: HolidayRule | undefined;
};

export const isPlain = ({ dueDay, holiday }: DueTerms): boolean => !dueDay && !holiday;

const seek = (from: Day, step: 1 | -1): Day => {
  let day = from;
  while (!isWorkingDay(day)) day = addDays(day, step);
  return day;
};

/** The day on which a nominal due date is due. Beyond the published calendar weekends alone count, so it is provisional. */
export function adjusted(on: Day, rule: HolidayRule | undefined): Day {
  if (!rule) return on;
  if (rule === 'preceding') return seek(on, -1);
  const next = seek(on, 1);
  return rule === 'modified-following' && monthOf(next) !== monthOf(on) ? seek(on, -1) : next;
}

type Span = { readonly startOn: Day; readonly termMonths: number; readonly step: number };

/**
 * The start and all due dates of a contract, in order; the last is its maturity. Interest runs from one to the next as they are after the
 * holiday rule. A date that the rule moves onto or past its neighbour is left out.
 */
export function dueDatesOf({ startOn, termMonths, step }: Span, due: DueTerms): Day[] {
  const maturity = addMonths(startOn, termMonths);
  const last = adjusted(maturity, due.holiday);
  const dates = [startOn];
  for (const nominal of nominalDates({ startOn, termMonths, step }, due.dueDay)) {
    const on = adjusted(nominal, due.holiday);
    if (on > (dates.at(-1) as Day) && on < last) dates.push(on);
  }
  return [...dates, last > startOn ? last : maturity];
}

/** Due dates strictly between start and maturity, before the holiday rule. */
function nominalDates({ startOn, termMonths, step }: Span, dueDay: number | undefined): Day[] {
  const maturity = addMonths(startOn, termMonths);
  const dates: Day[] = [];
  if (!dueDay) {
    for (let months = step; months < termMonths; months += step) dates.push(addMonths(startOn, months));
    return dates;
  }
  if (step >= termMonths) return dates;
  const first = `${startOn.slice(0, 7)}-${String(dueDay).padStart(2, '0')}` as Day;
  for (let k = 0, on = first; on < maturity; k += 1, on = addMonths(first, k))
    if (on > startOn && (step !== 3 || monthOf(on) % 3 === 0)) dates.push(on);
  return dates;
}
