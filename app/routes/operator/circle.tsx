import { useLoaderData } from '@remix-run/react';
import { circleLoader } from '~/routes/circle-route.ts';
import { circleText } from '~/text/circle.ts';
import { CirclePage } from '~/ui/monitoring/circle-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(circleText, 'circle.title');

export const loader = circleLoader('overview.funded-firms');

export default function CircleRoute() {
  const circle = useLoaderData<typeof loader>();
  const loan = `/operator/funded/${circle.loanId}`;
  const borrower = circle.choices.find(({ hop }) => hop === 0);
  return (
    <CirclePage
      {...circle}
      side="operator"
      back={{ label: borrower?.name ?? '', to: loan }}
      base={`${loan}/circle`}
    />
  );
}
