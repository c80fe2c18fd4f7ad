import { freshnessOf } from '~/domain/catalogue/freshness.ts';
import { isDeliverable } from '~/domain/catalogue/item.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readCatalogue, readLastDeliveries } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type Impact, impactOf } from '~/server/overview/show-impact.ts';

/**
 * What hangs on every item whose source is late, those that the most points hang on first (domain.md row A8). Each is
 * counted over the whole province, in a transaction of its own.
 */
export async function listLate(actor: Actor): Promise<Impact[]> {
  const today = clock.today();
  const [items, delivered] = await withActor(actor, async (tx) => [
    [...(await readCatalogue(tx, today)).values()],
    await readLastDeliveries(tx),
  ]);
  const late: Impact[] = [];
  for (const item of items) {
    const last = delivered.get(item.code) ?? null;
    if (isDeliverable(item) && freshnessOf(item, last, today) === 'stale')
      late.push(await withActor(actor, (tx) => impactOf(tx, item, last, today)));
  }
  return late.sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1));
}
