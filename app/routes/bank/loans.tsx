import { useLoaderData } from '@remix-run/react';
import { loanQuery } from '~/routes/loan-query.ts';
import { view } from '~/server/http/view.ts';
import { listLoans } from '~/server/loan/list-loans.ts';
import { loanText } from '~/text/loan.ts';
import { LoanList } from '~/ui/loan/loan-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(loanText, 'loan.list.bank.title');

export const loader = view({
  can: 'loan.read-portfolio',
  audit: null,
  query: loanQuery,
  load: async ({ actor, query }) => ({
    ...(await listLoans(actor, query.state, query.after, query.tag)),
    tab: query.state,
    tag: query.tag ?? null,
    isFirst: query.after === null,
  }),
});

export default function LoansPage() {
  return <LoanList side="bank" {...useLoaderData<typeof loader>()} />;
}
