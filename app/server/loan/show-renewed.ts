import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readRenewed } from '~/server/loan/read-renewed.ts';
import { findLoan } from '~/server/loan/store.ts';

/** The loan that an application asks to renew, as its bank reads it beside the application; null for new money. */
export async function showRenewed(actor: Actor, loanId: string | null) {
  if (loanId === null) return null;
  return withActor(actor, async (tx) => {
    const loan = await findLoan(tx, loanId);
    if (!loan) return null;
    const { outstanding, maturityOn, dpd, tier, size } = await readRenewed(tx, loan);
    const { id, contractNo } = loan;
    return {
      id,
      contractNo,
      outstandingFen: outstanding.toString(),
      maturityOn: maturityOn as string,
      dpd,
      tier,
      size,
    };
  });
}
