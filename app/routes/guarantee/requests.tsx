import { useLoaderData } from '@remix-run/react';
import { pageQuery } from '~/routes/subsidy-query.ts';
import { listContracts } from '~/server/guarantee/list-contracts.ts';
import { view } from '~/server/http/view.ts';
import { guaranteeText } from '~/text/guarantee.ts';
import { ContractList } from '~/ui/guarantee/contract-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(guaranteeText, 'guarantee.requests');

export const loader = view({
  can: 'guarantee.read-desk',
  audit: null,
  query: pageQuery,
  load: ({ actor, query }) => listContracts(actor, 'waiting', query.page),
});

export default function RequestsPage() {
  return <ContractList which="requests" {...useLoaderData<typeof loader>()} />;
}
