import type { Person } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findSubscriptions } from '~/server/overview/store-subscription.ts';

/** One's own live subscriptions. */
export async function listSubscriptions(actor: Person) {
  const found = await withActor(actor, (tx) => findSubscriptions(tx, actor.userId));
  return found.map(({ id, query, cadence, nextOn }) => ({ id, query, cadence, nextOn: nextOn as string }));
}
