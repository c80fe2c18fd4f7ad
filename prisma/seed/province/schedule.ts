import type { DeliveryRow } from '#prisma/seed/deliver.ts';
import { addDays, addMonths, type Day, dayOfMonth } from '~/domain/kernel/day.ts';
import type { SourceRow } from './supply.ts';

/** Sources that have not delivered when they should have: the operator's desk has somebody to call. */
const late: Readonly<Record<string, number>> = {
  'utility.gas-usage': 74,
  'husbandry.scale': 152,
  'labour.dispute': 51,
  // what indicators and products hang on
  'ip.patent': 41,
};

/** How long before the base day the province began to collect. */
export const collectedSince = 200;

/**
 * The days on which an item is delivered, the first with everything known until then: monthly items on the 18th of the
 * last months, all others in spring, in summer and a few days ago.
 */
export function deliveryDays(item: string, period: string, base: Day): Day[] {
  const latest = late[item] ?? 3 + (item.length % 11);
  if (period === 'monthly') {
    const eighteenth = addDays(base, 18 - dayOfMonth(base));
    const days = [-6, -5, -4, -3, -2, -1, 0].map((months) => addMonths(eighteenth, months));
    const last = addDays(base, late[item] === undefined ? -1 : -latest);
    return days.filter((day) => day <= last);
  }
  return [addDays(base, 1 - collectedSince), addDays(base, -95 - (item.length % 7)), addDays(base, -latest)];
}

/** How far back a delivery repeats what was delivered before, as full monthly exports do. */
const repeatedDays = 12;

/** What is handed in on a day: what became known since the delivery before, a little of what is known already, and ends. */
export function rowsDue(rows: readonly SourceRow[], since: Day | null, on: Day): DeliveryRow[] {
  const from = since === null ? null : addDays(since, -repeatedDays);
  const between = (day: Day | undefined) => day !== undefined && day <= on && (from === null || day > from);
  return rows
    .filter(({ knownOn, endKnownOn }) => knownOn <= on && (between(knownOn) || between(endKnownOn)))
    .map(({ knownOn: _, endKnownOn, end, ...row }) =>
      end !== undefined && endKnownOn !== undefined && endKnownOn <= on ? { ...row, end } : row,
    );
}
