import type { Day } from '~/domain/kernel/day.ts';
import { nextAfter } from '~/domain/overview/subscription.ts';
import type { Actor, Person } from '~/server/access/actor.ts';
import { findPersonAsOf, isKeptFrom } from '~/server/access/find-person.ts';
import { reachOf } from '~/server/access/policy.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { FundedFilter } from '~/server/overview/list-funded-firms.ts';
import { sumFunded } from '~/server/overview/store-funded.ts';
import {
  endSubscription,
  findLiveSubscription,
  type Subscription,
  setNextOn,
} from '~/server/overview/store-subscription.ts';
import { notify } from '~/server/platform/notify.ts';

type Sums = Awaited<ReturnType<typeof sumFunded>>;

/**
 * One turn of a subscription: the list is read as the subscriber would read it today, by the same query and behind the same walls
 * as page and export, and they are told of its sums with a link to the live list. Nobody who may no longer open the list is told
 * anything: the subscription ends there. While an institution may not read, the turn waits until it may again.
 */
export async function sendSubscription(
  actor: Actor,
  id: string,
  day: Day,
  record: (write: (tx: Tx) => Promise<void>) => Promise<unknown>,
): Promise<void> {
  const found = await withActor(actor, async (tx) => {
    const subscription = await findLiveSubscription(tx, id);
    const reader = subscription && (await findPersonAsOf(tx, subscription.userId, clock.now()));
    if (!reader && subscription && (await isKeptFrom(tx, subscription.userId, clock.now()))) return null;
    return subscription && { subscription, person: reader?.person ?? null };
  });
  if (!found || found.subscription.nextOn > day) return;
  const { subscription, person } = found;
  if (!person || reachOf(person, 'overview.funded-firms') === null) {
    await record(async (tx) => {
      if (!(await endSubscription(tx, subscription, 'rights', clock.now()))) return;
      await appendAudit(tx, actor, { action: 'overview.view-ended', detail: { subscription: id } });
    });
    return;
  }
  const filter = { ...Object.fromEntries(new URLSearchParams(subscription.query)), now: clock.now() };
  const sums = await withActor(person, (tx) => sumFunded(tx, filter as FundedFilter));
  await record((tx) => tell(tx, person, subscription, sums, day));
}

async function tell(
  tx: Tx,
  person: Person,
  { id, query, cadence, since }: Subscription,
  sums: Sums,
  day: Day,
) {
  if (!(await setNextOn(tx, id, { on: day, next: nextAfter(cadence, since, day) }))) return;
  if (!person.institutionId) return;
  await appendAudit(tx, person, { action: 'overview.view-sent', detail: { subscription: id, query } });
  await notify(tx, {
    to: { institutionId: person.institutionId },
    userId: person.userId,
    kind: 'overview.view-sent',
    params: { loans: sums.loans, red: sums.red, orange: sums.orange },
    href: `/operator/funded${query ? `?${query}` : ''}`,
  });
}
