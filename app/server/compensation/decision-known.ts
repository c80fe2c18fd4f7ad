import { dayAt } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { type AsOf, showAsOf } from '~/server/application/show-as-of.ts';
import { findApplication } from '~/server/application/store.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findLoan } from '~/server/loan/store.ts';

/**
 * What was known when the bank decided the loan of a claim: the application at the end of the day of its decision. The
 * bank reads of the firm what its consent opens at this read and otherwise its own part alone; the funds desk reads
 * without what is sealed. Null for a loan that came from elsewhere than an application here.
 */
export async function decisionKnown(actor: Actor, loanId: string): Promise<AsOf | null> {
  const application = await withActor(actor, async (tx) => {
    const loan = await findLoan(tx, loanId);
    return loan && (await findApplication(tx, loan.applicationId));
  });
  if (!application) return null;
  const on = dayAt(application.decidedAt ?? application.submittedAt);
  const shown = await showAsOf(actor, application.id, { on, to: on });
  return shown.ok ? shown.value : null;
}
