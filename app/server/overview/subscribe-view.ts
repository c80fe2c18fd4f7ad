import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Cadence, mostSubscriptions, nextAfter } from '~/domain/overview/subscription.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addSubscription, findSubscriptions } from '~/server/overview/store-subscription.ts';

type Refusal =
  | { readonly code: 'overview.subscribed-already' }
  | { readonly code: 'overview.too-many-subscriptions'; readonly most: number };

/** Subscribes a person to the funded firms under some filters; the first notice comes at the next turn of the cadence. */
export function subscribeView(
  actor: Person,
  { query, cadence }: { readonly query: string; readonly cadence: Cadence },
): Promise<Result<string, Refusal>> {
  return withActor(actor, async (tx): Promise<Result<string, Refusal>> => {
    const { userId } = actor;
    if ((await findSubscriptions(tx, userId)).length >= mostSubscriptions)
      return refuse({ code: 'overview.too-many-subscriptions', most: mostSubscriptions });
    const nextOn = nextAfter(cadence, clock.today(), clock.today());
    const id = await addSubscription(tx, { userId, query, cadence, nextOn, at: clock.now() });
    if (!id) return refuse({ code: 'overview.subscribed-already' });
    await appendAudit(tx, actor, { action: 'overview.view-subscribed', detail: { query, cadence } });
    return accept(id);
  });
}
