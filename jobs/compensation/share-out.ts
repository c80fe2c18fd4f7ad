import type { Handler } from '#jobs/handler.ts';
import { shareOut } from '~/server/compensation/share-out.ts';

/** Looks at the queue of a pool again after money came in. */
export const shareOutPool: Handler<'compensation.share-out'> = async ({ poolId }, run) => {
  await run.once((tx) => shareOut(tx, run.actor, poolId));
};
