import type { Handler } from '#jobs/handler.ts';
import { inSteps, stepOf } from '#jobs/monitoring/watch-steps.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findLoansAfter } from '~/server/monitoring/store-watch.ts';
import { lookClosely, screened, signalsToday } from '~/server/monitoring/watch-loans.ts';

const loansAtOnce = 4_000;

/** Every watched loan, part by part, each once; a worker that is cut off goes on with the parts not yet done. */
export const watchDay: Handler<'monitoring.watch-day'> = async (_, run) => {
  const signals = await withActor(run.actor, signalsToday);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const from = after;
    const loans = await withBatchTransaction(async (tx) => findLoansAfter(tx, from, loansAtOnce));
    const last = loans.at(-1);
    if (last === undefined) return;
    const news = await screened(loans, signals);
    for (const some of inSteps(news))
      await run.once(async (tx) => {
        await lookClosely(tx, run.actor, some, signals);
      }, stepOf(some));
    after = last.id;
  }
};
