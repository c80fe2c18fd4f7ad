import { addDays, type Day, dayOfMonth } from '~/domain/kernel/day.ts';
import { type Actor, system } from '~/server/access/actor.ts';

/** Whether the reader gets statistics only: a regulator sees no record, and no figure that a few firms stand behind. */
export const readsStatistics = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.role === 'regulator';

/** Who reads the store: a bank as itself, so that row-level security holds; statistics over all by the platform. */
export const readerOf = (actor: Actor): Actor => (readsStatistics(actor) ? system('statistics') : actor);

/**
 * The day for which the reader gets figures: statistics are of closed months, so that no two days next to each other can be held
 * against one another to see a single firm come or go.
 */
export const dayFor = (actor: Actor, on: Day): Day => {
  const isMonthEnd = dayOfMonth(addDays(on, 1)) === 1;
  return readsStatistics(actor) && !isMonthEnd ? addDays(on, -dayOfMonth(on)) : on;
};
