import type { Handler } from '#jobs/handler.ts';
import { inSteps, stepOf } from '#jobs/monitoring/watch-steps.ts';
import { lookClosely, screened, signalsToday, touchedBy } from '~/server/monitoring/watch-loans.ts';

const loansAtOnce = 4_000;

/** New records came in: the funded firms they touch are looked at, part by part, each once. */
export const watchBatch: Handler<'monitoring.watch-batch'> = async ({ batchId }, run) => {
  const { loans, signals } = await touchedBy(batchId);
  for (let from = 0; from < loans.length; from += loansAtOnce) {
    const part = loans.slice(from, from + loansAtOnce);
    const news = await screened(part, signals);
    for (const some of inSteps(news)) {
      await run.once(async (tx) => {
        await lookClosely(tx, run.actor, some, await signalsToday(tx), batchId);
      }, stepOf(some));
    }
  }
};
