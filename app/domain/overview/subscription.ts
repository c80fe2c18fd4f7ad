import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';

export const cadences = ['daily', 'weekly', 'monthly'] as const;
export type Cadence = (typeof cadences)[number];

/** So many subscriptions a person may hold; ours. */
export const mostSubscriptions = 10;

/**
 * The first of the days counted from `from` at a cadence that lies after today: days missed are not made up for. `from` is the day the
 * subscription was made, so that one made on the 31st comes on the last day of a short month and on the 31st again after it.
 */
export function nextAfter(cadence: Cadence, from: Day, today: Day): Day {
  const at = (n: number): Day => {
    if (cadence === 'monthly') return addMonths(from, n);
    return addDays(from, cadence === 'weekly' ? 7 * n : n);
  };
  let n = 1;
  while (at(n) <= today) n += 1;
  return at(n);
}
