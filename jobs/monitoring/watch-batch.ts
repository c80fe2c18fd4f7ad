import type { Handler } from '#jobs/handler.ts';
import { watchLoans } from '~/server/monitoring/watch-loans.ts';

/** New records came in: the funded firms they touch are looked at. */
export const watchBatch: Handler<'monitoring.watch-batch'> = async ({ batchId }, run) => {
  await run.once(async (tx) => {
    await watchLoans(tx, run.actor, batchId);
  });
};
