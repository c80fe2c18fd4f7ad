import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { needView } from '~/server/need/need-view.ts';
import { needsOf } from '~/server/need/store.ts';

/** The firm's needs for its list page. */
export function listNeeds(actor: Actor) {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => ({ needs: (await needsOf(tx, enterpriseId)).map(needView) }));
}
