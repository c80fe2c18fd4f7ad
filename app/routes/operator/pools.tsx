import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { openNewPool } from '~/server/compensation/open-new-pool.ts';
import { listPools } from '~/server/compensation/show-pool.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { compensationText } from '~/text/compensation.ts';
import { PoolList } from '~/ui/compensation/pool-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(compensationText, 'comp.pools.title');

export const loader = view({
  can: 'compensation.operate',
  audit: null,
  load: ({ actor }) => listPools(actor),
});

export const action = command({
  can: 'compensation.operate',
  audit: null,
  schema: z.object({
    schemeCode: z.string().trim().min(1).max(60),
    nameZh: z.string().trim().min(2).max(80),
    nameEn: z.string().trim().min(2).max(120),
  }),
  run: async ({ actor, input }) => {
    const opened = await openNewPool(actor, input);
    if (!opened.ok) return opened;
    const flash = { tone: 'success', message: 'compensation.done.pool-opened' } as const;
    return accept({ to: `/operator/pools/${opened.value}`, flash });
  },
});

export default function PoolsPage() {
  return <PoolList {...useLoaderData<typeof loader>()} />;
}
