import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { loanParams } from '~/routes/loan-query.ts';
import { reachOf } from '~/server/access/policy.ts';
import { view } from '~/server/http/view.ts';
import { showFirstLoan } from '~/server/loan/show-first-loan.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { showRenewal } from '~/server/loan/show-renewal.ts';
import { loanText } from '~/text/loan.ts';
import { FirstLoan } from '~/ui/loan/first-loan.tsx';
import { LoanFile } from '~/ui/loan/loan-file.tsx';
import { Penalty } from '~/ui/loan/penalty.tsx';
import { RenewalCard } from '~/ui/loan/renewal-card.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(loanText, 'loan.page-title');

export const loader = view({
  can: 'loan.read-own',
  audit: null,
  params: loanParams,
  load: async ({ actor, params: { id } }) => {
    const loan = await showLoan(actor, id);
    if (!loan.ok) return loan;
    const first = await showFirstLoan(actor, id);
    if (!first.ok) return first;
    const renewal = await showRenewal(actor, id);
    if (!renewal.ok) return renewal;
    const mayApply = reachOf(actor, 'application.submit') !== null;
    return accept({ ...loan.value, first: first.value, renewal: renewal.value, mayApply });
  },
});

export default function LoanPage() {
  const { first, renewal, mayApply, ...loan } = useLoaderData<typeof loader>();
  const isStated = first.flagged || first.evidence.length > 0;
  return (
    <LoanFile loan={loan} back="/my/loans">
      {renewal ? <RenewalCard {...renewal} loanId={loan.id} mayApply={mayApply} /> : null}
      {loan.penalty ? <Penalty penalty={loan.penalty} /> : null}
      {isStated ? <FirstLoan first={first} today={loan.today} mayState={false} /> : null}
    </LoanFile>
  );
}
