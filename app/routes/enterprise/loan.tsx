import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { loanParams } from '~/routes/loan-query.ts';
import { view } from '~/server/http/view.ts';
import { showFirstLoan } from '~/server/loan/show-first-loan.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { loanText } from '~/text/loan.ts';
import { FirstLoan } from '~/ui/loan/first-loan.tsx';
import { LoanFile } from '~/ui/loan/loan-file.tsx';
import { Penalty } from '~/ui/loan/penalty.tsx';
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
    return first.ok ? accept({ ...loan.value, first: first.value }) : first;
  },
});

export default function LoanPage() {
  const { first, ...loan } = useLoaderData<typeof loader>();
  const isStated = first.flagged || first.evidence.length > 0;
  return (
    <LoanFile loan={loan} back="/my/loans">
      {loan.penalty ? <Penalty penalty={loan.penalty} /> : null}
      {isStated ? <FirstLoan first={first} today={loan.today} mayState={false} /> : null}
    </LoanFile>
  );
}
