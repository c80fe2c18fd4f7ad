import type { Handler } from '#jobs/handler.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { sendSubscription } from '~/server/overview/send-subscription.ts';
import { findDueSubscriptions } from '~/server/overview/store-subscription.ts';

/** A new day: each subscription whose turn it is, a job of its own. */
export async function orderSubscriptions(tx: Tx, day: Day): Promise<void> {
  for (const { id } of await findDueSubscriptions(tx, day))
    await recordChange(tx, system('overview.subscriptions'), {
      kind: 'overview.view-due',
      subjectId: id,
      jobs: [{ name: 'overview.send-subscription', payload: { subscriptionId: id, day } }],
    });
}

/** Tells a subscriber, once a turn. */
export const sendView: Handler<'overview.send-subscription'> = ({ subscriptionId, day }, { actor, once }) =>
  sendSubscription(actor, subscriptionId, day, once);
