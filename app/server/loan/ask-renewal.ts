import type { ApplicationId, ProductId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkRenewal } from '~/domain/loan/renewal-application.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import type { Submission, SubmitRefusal } from '~/server/application/check-submission.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readRenewed } from '~/server/loan/read-renewed.ts';
import { readRenewalRules } from '~/server/loan/read-rules.ts';
import { findLoan } from '~/server/loan/store.ts';

export type AskRenewalRefusal = SubmitRefusal | { readonly code: 'loan.not-found' };

/**
 * The firm asks its bank to renew a funded loan before it matures, without repaying it first (无还本续贷, domain.md row F6).
 * It is an application like any other, decided by the bank; what it would pay out continues the loan instead.
 */
export async function askRenewal(
  actor: Actor,
  loanId: string,
  form: Omit<Submission, 'needId' | 'productIds' | 'renewal'>,
): Promise<Result<ApplicationId, AskRenewalRefusal>> {
  asFirm(actor);
  const found = await withActor(actor, async (tx) => {
    const loan = await findLoan(tx, loanId);
    return loan && { loan, ...(await readRenewed(tx, loan)) };
  });
  if (!found?.needId) return refuse({ code: 'loan.not-found' });
  const wish = { amount: form.amountFen, termMonths: form.termMonths };
  const check = async (tx: Tx) => {
    const loan = await findLoan(tx, loanId);
    if (!loan) throw new Error(`loan ${loanId} is gone`);
    const today = clock.today();
    return checkRenewal(await readRenewed(tx, loan), wish, today, await readRenewalRules(tx, today));
  };
  const submitted = await submitApplications(actor, {
    ...form,
    needId: found.needId,
    productIds: [found.loan.productId as ProductId],
    renewal: { loanId, check },
  });
  if (!submitted.ok) return submitted;
  const [id] = submitted.value;
  if (!id) throw new Error('a renewal without its application');
  return accept(id);
}
