import { useLoaderData } from '@remix-run/react';
import { loanParams } from '~/routes/loan-query.ts';
import { view } from '~/server/http/view.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { loanText } from '~/text/loan.ts';
import { LoanFile } from '~/ui/loan/loan-file.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(loanText, 'loan.page-title');

export const loader = view({
  can: 'loan.read-own',
  audit: null,
  params: loanParams,
  load: ({ actor, params }) => showLoan(actor, params.id),
});

export default function LoanPage() {
  return <LoanFile loan={useLoaderData<typeof loader>()} back="/my/loans" />;
}
