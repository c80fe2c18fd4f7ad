import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { countReasons, type ReasonCount } from '~/server/record/store.ts';

/** Why records of batches lie in quarantine, by item and reason. */
export const summariseQuarantine = (actor: Actor, batchIds: readonly string[]): Promise<ReasonCount[]> =>
  withActor(actor, (tx) => countReasons(tx, batchIds));
