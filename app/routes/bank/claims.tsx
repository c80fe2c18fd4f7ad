import { useLoaderData } from '@remix-run/react';
import { enrolledQuery } from '~/routes/compensation-query.ts';
import { listEnrolled } from '~/server/compensation/list-enrolled.ts';
import { view } from '~/server/http/view.ts';
import { compensationText } from '~/text/compensation.ts';
import { EnrolledList } from '~/ui/compensation/enrolled-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(compensationText, 'comp.bank.title');

export const loader = view({
  can: 'compensation.read-bank',
  audit: null,
  query: enrolledQuery,
  load: ({ actor, query }) => listEnrolled(actor, query.tab, query.page),
});

export default function ClaimsPage() {
  return <EnrolledList {...useLoaderData<typeof loader>()} />;
}
