import { randomUUID } from 'node:crypto';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import type { Cadence } from '~/domain/overview/subscription.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

type Row = NonNullable<Awaited<ReturnType<Tx['viewSubscription']['findUnique']>>>;

const subscriptionOf = (row: Row) => ({
  id: row.id,
  userId: row.userId as UserId,
  query: row.query,
  cadence: row.cadence as Cadence,
  /** The day it was made, from which its turns are counted. */
  since: dayAt(row.createdAt),
  nextOn: dayOfDate(row.nextOn),
});
export type Subscription = ReturnType<typeof subscriptionOf>;

/** The live subscriptions of a person, the next one first. */
export const findSubscriptions = async (tx: Tx, userId: UserId): Promise<Subscription[]> =>
  (
    await tx.viewSubscription.findMany({
      where: { userId, endedAt: null },
      orderBy: [{ nextOn: 'asc' }, { id: 'asc' }],
    })
  ).map(subscriptionOf);

type NewSubscription = {
  readonly userId: UserId;
  readonly query: string;
  readonly cadence: Cadence;
  readonly nextOn: Day;
  readonly at: Date;
};

/** Adds a subscription unless the person has one to the same list; its id, or null. */
export async function addSubscription(
  tx: Tx,
  { at, nextOn, ...rest }: NewSubscription,
): Promise<string | null> {
  const id = randomUUID();
  const data = { id, ...rest, view: 'funded-firms', nextOn: dateOfDay(nextOn), createdAt: at };
  const { count } = await tx.viewSubscription.createMany({ data: [data], skipDuplicates: true });
  return count === 1 ? id : null;
}

/** Ends a live subscription of a person; whether there was one. */
export async function endSubscription(
  tx: Tx,
  { id, userId }: { readonly id: string; readonly userId: UserId },
  endedFor: 'asked' | 'rights',
  at: Date,
): Promise<boolean> {
  const data = { endedAt: at, endedFor };
  return (await tx.viewSubscription.updateMany({ where: { id, userId, endedAt: null }, data })).count > 0;
}

export const findDueSubscriptions = (tx: Tx, today: Day) =>
  tx.viewSubscription.findMany({
    where: { endedAt: null, nextOn: { lte: dateOfDay(today) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });

export async function findLiveSubscription(tx: Tx, id: string): Promise<Subscription | null> {
  const row = await tx.viewSubscription.findFirst({ where: { id, endedAt: null } });
  return row && subscriptionOf(row);
}

/** Moves a live subscription whose turn has come on a day to its next one; false where it was moved or ended meanwhile. */
export async function setNextOn(tx: Tx, id: string, { on, next }: { on: Day; next: Day }): Promise<boolean> {
  const where = { id, endedAt: null, nextOn: { lte: dateOfDay(on) } };
  return (await tx.viewSubscription.updateMany({ where, data: { nextOn: dateOfDay(next) } })).count > 0;
}
