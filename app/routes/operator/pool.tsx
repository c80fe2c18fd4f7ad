import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { idParams, poolQuery } from '~/routes/compensation-query.ts';
import { proposeBatch } from '~/server/compensation/run-batch.ts';
import { showPool } from '~/server/compensation/show-pool.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { compensationText } from '~/text/compensation.ts';
import { PoolPage } from '~/ui/compensation/pool-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(compensationText, 'comp.pools.title');

export const loader = view({
  can: 'compensation.operate',
  audit: null,
  params: idParams,
  query: poolQuery,
  load: ({ actor, params, query }) => showPool(actor, params.id, query),
});

export const action = command({
  can: 'compensation.operate',
  audit: null,
  params: idParams,
  schema: z.object({}),
  run: async ({ actor, params }) => {
    const proposed = await proposeBatch(actor, params.id);
    if (!proposed.ok) return proposed;
    return accept({
      to: `/operator/settlements/${proposed.value}`,
      flash: { tone: 'success', message: 'compensation.done.batch-proposed' },
    });
  },
});

export default function PoolRoute() {
  return <PoolPage pool={useLoaderData<typeof loader>()} />;
}
