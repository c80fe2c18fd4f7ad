import { type Actor, system } from '~/server/access/actor.ts';

/** Whether the reader gets statistics only: a regulator sees no record, and no figure that a few firms stand behind. */
export const readsStatistics = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.role === 'regulator';

/** Who reads the store: a bank as itself, so that row-level security holds; statistics over all by the platform. */
export const readerOf = (actor: Actor): Actor => (readsStatistics(actor) ? system('statistics') : actor);
