import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { markRead } from '~/server/overview/store-notifications.ts';

/** Marks every message of the reader's house as read. */
export const markAllRead = (actor: Actor) =>
  withActor(actor, (tx) => markRead(tx, asPerson(actor), null, clock.now()));
