import type { Actor } from '~/server/access/actor.ts';
import { countEntries } from '~/server/audit/store.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** How many lines the audit log holds by its heads: what a verification has before it. */
export const countLines = (actor: Actor): Promise<number> => withActor(actor, countEntries);
