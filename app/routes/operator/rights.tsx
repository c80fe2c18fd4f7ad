import { useLoaderData } from '@remix-run/react';
import { casesQuery } from '~/routes/rights-query.ts';
import { view } from '~/server/http/view.ts';
import { listWaitingObjections } from '~/server/privacy/list-waiting-objections.ts';
import { listCases } from '~/server/repair/list-cases.ts';
import { rightsText } from '~/text/rights.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { CasesPage } from '~/ui/repair/cases-page.tsx';

export const meta = pageTitle(rightsText, 'rights.desk.operator');

export const loader = view({
  can: 'objection.read-desk',
  audit: null,
  query: casesQuery,
  load: async ({ actor, query }) => ({
    ...(await listCases(actor, query)),
    persons: query.state === 'pending' && query.page === 0 ? await listWaitingObjections(actor) : null,
  }),
});

export default function RightsDeskRoute() {
  return <CasesPage side="operator" {...useLoaderData<typeof loader>()} />;
}
