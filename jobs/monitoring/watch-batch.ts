import type { Handler } from '#jobs/handler.ts';
import { lookClosely, screened, signalsToday, touchedBy } from '~/server/monitoring/watch-loans.ts';

const loansAtOnce = 2_000;

/** New records came in: the funded firms they touch are looked at, part by part, each once. */
export const watchBatch: Handler<'monitoring.watch-batch'> = async ({ batchId }, run) => {
  const { loans, signals } = await touchedBy(batchId);
  for (let from = 0; from < loans.length; from += loansAtOnce) {
    const part = loans.slice(from, from + loansAtOnce);
    const news = await screened(part, signals);
    if (news.length === 0) continue;
    await run.once(async (tx) => {
      await lookClosely(tx, run.actor, news, await signalsToday(tx), batchId);
    }, `from-${part[0]?.id}`);
  }
};
