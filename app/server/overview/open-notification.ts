import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findNotification, markRead } from '~/server/overview/store-notifications.ts';

/** Marks a message as read and answers where it leads. */
export function openNotification(
  actor: Actor,
  id: string,
): Promise<Result<string, { code: 'notification.not-found' }>> {
  return withActor(actor, async (tx) => {
    const found = await findNotification(tx, asPerson(actor), id);
    if (!found) return refuse({ code: 'notification.not-found' });
    await markRead(tx, asPerson(actor), id, clock.now());
    return accept(found.href);
  });
}
