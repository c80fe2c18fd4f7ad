import type { Handler } from '#jobs/handler.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findLoansAfter } from '~/server/monitoring/store-watch.ts';
import { watchLoans } from '~/server/monitoring/watch-loans.ts';

/** Loans that are looked at in one transaction. */
export const loansAtOnce = 500;

/** Every watched loan, part by part, each once; a worker that is cut off goes on with the parts not yet done. */
export const watchDay: Handler<'monitoring.watch-day'> = async (_, run) => {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const from = after;
    const loans = await withActor(run.actor, (tx) => findLoansAfter(tx, from, loansAtOnce));
    const last = loans.at(-1);
    if (last === undefined) return;
    await run.once(async (tx) => {
      await watchLoans(tx, run.actor, loans);
    }, `after-${from}`);
    after = last.id;
  }
};
