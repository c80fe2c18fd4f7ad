import { addMonths, type Day } from '~/domain/kernel/day.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';

/** A floating rate: a prime rate plus a spread, repriced every so many months counted from the day of the contract. */
export type FloatingTerms = { readonly contractOn: Day; readonly months: number; readonly spread: Ppm };

/** The days on which a floating loan reprices after one day and up to another: on its contract date, not on publication. */
export function repricingDays({ contractOn, months }: FloatingTerms, after: Day, through: Day): Day[] {
  const days: Day[] = [];
  for (let k = 1; ; k += 1) {
    const on = addMonths(contractOn, k * months);
    if (on > through) return days;
    if (on > after) days.push(on);
  }
}
