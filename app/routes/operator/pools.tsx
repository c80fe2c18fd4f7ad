import { useLoaderData } from '@remix-run/react';
import { listPools } from '~/server/compensation/show-pool.ts';
import { view } from '~/server/http/view.ts';
import { compensationText } from '~/text/compensation.ts';
import { PoolList } from '~/ui/compensation/pool-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(compensationText, 'comp.pools.title');

export const loader = view({
  can: 'compensation.operate',
  audit: null,
  load: async ({ actor }) => ({ pools: await listPools(actor) }),
});

export default function PoolsPage() {
  return <PoolList {...useLoaderData<typeof loader>()} />;
}
