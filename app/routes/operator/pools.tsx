import { useLoaderData } from '@remix-run/react';
import { listPools } from '~/server/compensation/show-pool.ts';
import { view } from '~/server/http/view.ts';
import { PoolList } from '~/ui/compensation/pool-list.tsx';

export const loader = view({
  can: 'compensation.operate',
  audit: null,
  load: async ({ actor }) => ({ pools: await listPools(actor) }),
});

export default function PoolsPage() {
  return <PoolList {...useLoaderData<typeof loader>()} />;
}
