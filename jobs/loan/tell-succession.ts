import type { Handler } from '#jobs/handler.ts';
import { tellSuccession, tellUndone } from '~/server/loan/tell-succession.ts';

/** Tells banks and firms of loans whose borrower was absorbed or divided, or is itself again; once an edge. */
export const tellLoanParties: Handler<'loan.tell-succession'> = async ({ ref }, run) => {
  await run.once(async (tx) => {
    await tellSuccession(tx, ref);
    await tellUndone(tx, ref);
  });
};
