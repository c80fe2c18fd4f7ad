import type { Handler } from '#jobs/handler.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { noteShort } from '~/server/subsidy/note-short.ts';
import { payGuarantors } from '~/server/subsidy/pay-guarantors.ts';
import { payRewards } from '~/server/subsidy/pay-rewards.ts';
import { closeRun, type PayStep, payNext } from '~/server/subsidy/pay-settlement.ts';

/**
 * Pays an approved settlement chunk by chunk, each with its postings in one transaction. Where a pool is short it stops
 * and says so on the run; the funds desk pays on after the pool was filled.
 */
export const payRun: Handler<'subsidy.pay-run'> = async ({ runId }, run) => {
  const step = (work: typeof payNext): Promise<PayStep> =>
    withActor(run.actor, (tx) => work(tx, run.actor, runId));
  for (const work of [payNext, payGuarantors, payRewards]) {
    let done = await step(work);
    while (done === 'more') done = await step(work);
    if (done !== 'all-paid') {
      const { short } = done;
      await withActor(run.actor, (tx) => noteShort(tx, runId, short));
      return;
    }
  }
  await run.once((tx) => closeRun(tx, run.actor, runId), 'close');
};
