import type { Handler } from '#jobs/handler.ts';
import { followLoan } from '~/server/compensation/follow-loss.ts';
import { watchLoans } from '~/server/monitoring/watch-loans.ts';

/** A payment or another event was recorded, perhaps late: alerts follow the state as it was worked out anew, claims the loss. */
export const followUpLoan: Handler<'loan.follow-up'> = async ({ loanId }, run) => {
  await run.once(async (tx) => {
    await watchLoans(tx, run.actor, null, loanId);
    await followLoan(tx, loanId);
  });
};
