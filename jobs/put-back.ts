import type { Queue } from '#jobs/queue.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

const pageSize = 500;

type Open = { readonly id: bigint; readonly key: string };

/**
 * Reconciles the outbox with the queue: orders that were carried at least `olderThanMs` ago and are not known to be done,
 * but of which the queue knows nothing, wait again for the relay. So a queue that lost its memory is refilled. Several
 * workers may ask at once; one of them does it. Returns how many were put back.
 */
export async function putBackLost(queue: Queue, olderThanMs = 10_000): Promise<number> {
  let putBack = 0;
  let after = 0n;
  while (true) {
    const page = await withActor(system('relay'), (tx) => nextPage(tx, queue, olderThanMs, after));
    if (!page) return putBack;
    putBack += page.putBack;
    after = page.last;
  }
}

async function nextPage(tx: Tx, queue: Queue, olderThanMs: number, after: bigint) {
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('xinqiao put back')) as free`;
  if (!lock?.free) return undefined;
  const open = await tx.$queryRaw<Open[]>`
    select id, key from outbox
    where relayed_at is not null and done_at is null and id > ${after}
      and relayed_at < clock_timestamp() - ${olderThanMs} * interval '1 millisecond'
    order by id limit ${pageSize}`;
  const last = open.at(-1)?.id;
  if (last === undefined) return undefined;
  await markRepeated(tx, open);
  return { putBack: await settle(tx, queue, open), last };
}

/** The same key has its effect once, ever: an order that repeats one already done is done with it. */
const markRepeated = (tx: Tx, open: readonly Open[]): Promise<number> =>
  tx.$executeRaw`
    update outbox o set done_at = earlier.done_at from outbox earlier
    where o.id = any(${open.map(({ id }) => id)}) and o.done_at is null
      and earlier.key = o.key and earlier.done_at is not null`;

async function settle(tx: Tx, queue: Queue, open: readonly Open[]): Promise<number> {
  const states = await queue.states(open.map(({ key }) => key));
  const idsIn = (state: string) => open.filter((_, i) => states[i] === state).map(({ id }) => id);
  await tx.$executeRaw`
    update outbox set done_at = clock_timestamp() where id = any(${idsIn('done')}) and done_at is null`;
  return tx.$executeRaw`
    update outbox set relayed_at = null where id = any(${idsIn('unknown')}) and done_at is null`;
}
