import type { Handler } from '#jobs/handler.ts';
import { enrolLoan } from '~/server/compensation/enrol-loan.ts';
import { assessDisbursedLoan } from '~/server/loan/assess-loan.ts';
import { reviewFirstLoans } from '~/server/loan/review-first-loan.ts';
import { findLoan } from '~/server/loan/store.ts';

/** Assesses and enrols a disbursed loan as the platform: caps run across banks, which no bank may see. */
export const assessLoan: Handler<'loan.assess'> = async ({ loanId }, run) => {
  await run.once(async (tx) => {
    await assessDisbursedLoan(tx, run.actor, loanId);
    await enrolLoan(tx, run.actor, loanId);
    const loan = await findLoan(tx, loanId);
    if (loan) await reviewFirstLoans(tx, run.actor, loan.enterpriseId);
  });
};
