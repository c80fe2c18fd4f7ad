import type { Handler } from '#jobs/handler.ts';
import { assessDisbursedLoan } from '~/server/loan/assess-loan.ts';

/** Assesses a disbursed loan as the platform: caps run across banks, which no bank may see. */
export const assessLoan: Handler<'loan.assess'> = async ({ loanId }, run) => {
  await run.once((tx) => assessDisbursedLoan(tx, run.actor, loanId));
};
