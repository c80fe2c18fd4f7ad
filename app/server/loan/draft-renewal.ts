import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { type ApplyPage, draftApplications } from '~/server/application/draft-applications.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readRenewed } from '~/server/loan/read-renewed.ts';
import { findLoan } from '~/server/loan/store.ts';

/** The page on which a firm asks its bank to renew a loan: the loan's product and need, and what is outstanding. */
export async function draftRenewal(
  actor: Actor,
  loanId: string,
): Promise<Result<ApplyPage & { readonly renews: Renews }, { readonly code: 'loan.not-found' }>> {
  asFirm(actor);
  const found = await withActor(actor, async (tx) => {
    const loan = await findLoan(tx, loanId);
    return loan && { loan, renewed: await readRenewed(tx, loan) };
  });
  const needId = found?.renewed.needId;
  if (!found || !needId) return refuse({ code: 'loan.not-found' });
  const { loan, renewed } = found;
  const page = await draftApplications(actor, {
    needId,
    productIds: [loan.productId],
    renewsLoanId: loan.id,
  });
  if (!page.ok) return refuse({ code: 'loan.not-found' });
  const { need } = page.value;
  return accept({
    ...page.value,
    need: { ...need, amountFen: renewed.outstanding.toString(), termMonths: loan.termMonths },
    renews: { loanId: loan.id, contractNo: loan.contractNo, maturityOn: renewed.maturityOn as string },
  });
}

type Renews = { readonly loanId: string; readonly contractNo: string; readonly maturityOn: string };
