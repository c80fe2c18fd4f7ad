import { useLoaderData } from '@remix-run/react';
import { monthQuery } from '~/routes/month-route.ts';
import { view } from '~/server/http/view.ts';
import { showOfficeList } from '~/server/loan/show-office-list.ts';
import { loanOfficeText } from '~/text/loan-office.ts';
import { OfficeListPage } from '~/ui/loan/office-list-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(loanOfficeText, 'office.list-title');

export const loader = view({
  can: 'loan.read-office-list',
  audit: 'loan.office-list-opened',
  query: monthQuery,
  load: ({ actor, query }) => showOfficeList(actor, query.month),
});

export default function OfficeMonthRoute() {
  return <OfficeListPage {...useLoaderData<typeof loader>()} />;
}
