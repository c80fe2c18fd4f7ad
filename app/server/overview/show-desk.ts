import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readDeskFigures } from '~/server/overview/store-home.ts';

/** The operator's home: figures of what waits. */
export const showDesk = (actor: Actor) => withActor(actor, (tx) => readDeskFigures(tx, clock.now()));
