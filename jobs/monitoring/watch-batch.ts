import type { Handler } from '#jobs/handler.ts';
import { loansAtOnce } from '#jobs/monitoring/watch-day.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { loansOf, watchLoans } from '~/server/monitoring/watch-loans.ts';

/** New records came in: the funded firms they touch are looked at, part by part, each once. */
export const watchBatch: Handler<'monitoring.watch-batch'> = async ({ batchId }, run) => {
  const loans = await withActor(run.actor, (tx) => loansOf(tx, { batchId }));
  for (let from = 0; from < loans.length; from += loansAtOnce) {
    const part = loans.slice(from, from + loansAtOnce);
    await run.once(async (tx) => {
      await watchLoans(tx, run.actor, part, batchId);
    }, `from-${part[0]?.id}`);
  }
};
