import { useLoaderData } from '@remix-run/react';
import { fundedQuery } from '~/routes/operator/funded-query.ts';
import { view } from '~/server/http/view.ts';
import { listFundedFirms } from '~/server/overview/list-funded-firms.ts';
import { overviewText } from '~/text/overview.ts';
import { FundedFirms } from '~/ui/overview/funded-firms.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(overviewText, 'funded.title');

export const loader = view({
  can: 'overview.funded-firms',
  audit: 'overview.funded-firms-listed',
  query: fundedQuery,
  load: async ({ actor, query: { after, ...filter } }) => {
    const [rank = '', id = ''] = after?.split('.') ?? [];
    const page = await listFundedFirms(actor, after ? { ...filter, after: { rank, id } } : filter);
    const query = Object.fromEntries(
      Object.entries({ ...filter, after }).filter(([, value]) => value),
    ) as Record<string, string>;
    return { ...page, query };
  },
});

export default function FundedPage() {
  return <FundedFirms {...useLoaderData<typeof loader>()} />;
}
