import { useLoaderData } from '@remix-run/react';
import { pageQuery } from '~/routes/subsidy-query.ts';
import { view } from '~/server/http/view.ts';
import { listFirstLoans } from '~/server/loan/list-first-loans.ts';
import { firstLoanText } from '~/text/first-loan.ts';
import { FirstLoansPage } from '~/ui/loan/first-loans-page.tsx';
import { CultivationFigures } from '~/ui/overview/cultivation-figures.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(firstLoanText, 'first.list-title');

export const loader = view({
  can: 'loan.judge-first',
  audit: 'loan.first-loans-opened',
  query: pageQuery,
  load: ({ actor, query }) => listFirstLoans(actor, query.page),
});

export default function FirstLoansRoute() {
  const { pool, ...list } = useLoaderData<typeof loader>();
  return <FirstLoansPage {...list} figures={<CultivationFigures pool={pool} />} />;
}
