import type { Handler } from '#jobs/handler.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readRepairRegimes } from '~/server/repair/read-regimes.ts';
import { arrivedIn } from '~/server/repair/store-arrived.ts';
import { tellArrived } from '~/server/repair/tell-arrived.ts';

/** New records about registered firms that can be repaired: each firm is told in a transaction of its own. */
export const tellArrivedRecords: Handler<'repair.tell-arrived'> = async ({ batchId }, run) => {
  const { regimes, records } = await withActor(run.actor, async (tx) => {
    const all = await readRepairRegimes(tx);
    const items = new Set(all.flatMap(({ classify }) => classify.map(({ item }) => item)));
    return { regimes: all, records: await arrivedIn(tx, batchId, [...items]) };
  });
  for (const firm of new Set(records.map(({ enterpriseId }) => enterpriseId))) {
    const own = records.filter(({ enterpriseId }) => enterpriseId === firm);
    await run.once((tx) => tellArrived(tx, own, regimes), firm);
  }
};
