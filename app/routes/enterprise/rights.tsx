import { useLoaderData } from '@remix-run/react';
import { casesQuery } from '~/routes/rights-query.ts';
import { view } from '~/server/http/view.ts';
import { showRights } from '~/server/repair/show-rights.ts';
import { listRestatements } from '~/server/restatement/list-restatements.ts';
import { rightsText } from '~/text/rights.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { RightsPage } from '~/ui/repair/rights-page.tsx';
import { RestatementTable } from '~/ui/restatement/restatement-table.tsx';

export const meta = pageTitle(rightsText, 'rights.title');

export const loader = view({
  can: 'objection.read-own',
  audit: null,
  query: casesQuery,
  load: async ({ actor, query }) => ({
    ...(await showRights(actor, query)),
    restatements: await listRestatements(actor),
  }),
});

export default function RightsRoute() {
  const { restatements, ...rights } = useLoaderData<typeof loader>();
  return (
    <RightsPage {...rights}>
      <RestatementTable restatements={restatements} />
    </RightsPage>
  );
}
