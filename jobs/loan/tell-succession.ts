import type { Handler } from '#jobs/handler.ts';
import { tellSuccession } from '~/server/loan/tell-succession.ts';

/** Tells banks and successors of loans whose borrower was absorbed or divided, once an edge. */
export const tellLoanParties: Handler<'loan.tell-succession'> = async ({ ref }, run) => {
  await run.once((tx) => tellSuccession(tx, ref));
};
