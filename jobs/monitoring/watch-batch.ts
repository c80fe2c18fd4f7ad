import type { Handler } from '#jobs/handler.ts';
import { inParts, inSteps, stepOf } from '#jobs/monitoring/watch-steps.ts';
import { lookClosely, screened, signalsToday, touchedBy } from '~/server/monitoring/watch-loans.ts';

/** New records came in: the funded firms that they may say something new of are looked at, part by part, each once. */
export const watchBatch: Handler<'monitoring.watch-batch'> = async ({ batchId }, run) => {
  const { loans, signals } = await touchedBy(batchId);
  for (const part of inParts(loans)) {
    for (const some of inSteps(await screened(part, signals)))
      await run.once(async (tx) => {
        await lookClosely(tx, run.actor, some, await signalsToday(tx), batchId);
      }, stepOf(some));
  }
};
