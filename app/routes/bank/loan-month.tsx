import { useLoaderData } from '@remix-run/react';
import { monthLoader } from '~/routes/month-route.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { MonthPage } from '~/ui/loan/month-page.tsx';
import { MonthFigures } from '~/ui/overview/month-figures.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(paymentFileText, 'month.title');

export const loader = monthLoader('loan.read-portfolio', '/bank/month');

export default function MonthRoute() {
  const { sums, ...list } = useLoaderData<typeof loader>();
  return <MonthPage {...list} figures={<MonthFigures {...list} sums={sums} />} detail="/bank/loans" />;
}
