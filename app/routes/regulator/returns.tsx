import { useLoaderData } from '@remix-run/react';
import { returnsLoader } from '~/routes/return-route.ts';
import { returnText } from '~/text/month-return.ts';
import { ReturnsPage } from '~/ui/monitoring/returns-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(returnText, 'return.title');

export const loader = returnsLoader();

export default function ReturnsRoute() {
  return <ReturnsPage side="regulator" {...useLoaderData<typeof loader>()} />;
}
