import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { endSubscription } from '~/server/overview/store-subscription.ts';

/** Ends one's own subscription. */
export function unsubscribeView(
  actor: Person,
  id: string,
): Promise<Result<'ended', { readonly code: 'overview.subscription-not-found' }>> {
  return withActor(actor, async (tx) => {
    const ended = await endSubscription(tx, { id, userId: actor.userId }, 'asked', clock.now());
    if (!ended) return refuse({ code: 'overview.subscription-not-found' });
    await appendAudit(tx, actor, { action: 'overview.view-unsubscribed', detail: { subscription: id } });
    return accept('ended');
  });
}
