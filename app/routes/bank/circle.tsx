import { useLoaderData } from '@remix-run/react';
import { circleLoader } from '~/routes/circle-route.ts';
import { circleText } from '~/text/circle.ts';
import { CirclePage } from '~/ui/monitoring/circle-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(circleText, 'circle.title');

export const loader = circleLoader('loan.read-portfolio');

export default function CircleRoute() {
  const circle = useLoaderData<typeof loader>();
  const loan = `/bank/loans/${circle.loanId}`;
  return (
    <CirclePage
      {...circle}
      side="bank"
      back={{ label: circle.contractNo ?? '', to: loan }}
      base={`${loan}/circle`}
    />
  );
}
