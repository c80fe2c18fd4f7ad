import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { idParams, poolQuery } from '~/routes/compensation-query.ts';
import { addPoolMoney } from '~/server/compensation/add-pool-money.ts';
import { proposeBatch } from '~/server/compensation/run-batch.ts';
import { showPool } from '~/server/compensation/show-pool.ts';
import { command, commands } from '~/server/http/command.ts';
import { dayField, yuanField } from '~/server/http/fields.ts';
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

const rights = { can: 'compensation.operate', audit: null, params: idParams } as const;
const done = (to: string, message: string) =>
  accept({ to, flash: { tone: 'success' as const, message: `compensation.done.${message}` } });

export const action = commands({
  batch: command({
    ...rights,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const proposed = await proposeBatch(actor, params.id);
      return proposed.ok ? done(`/operator/settlements/${proposed.value}`, 'batch-proposed') : proposed;
    },
  }),
  fund: command({
    ...rights,
    schema: z.object({
      from: z.string().trim().min(1).max(60),
      amount: yuanField,
      receivedOn: dayField,
      reference: z.string().trim().min(1).max(40),
    }),
    run: async ({ actor, params, input }) => {
      const booked = await addPoolMoney(actor, params.id, input);
      return booked.ok ? done(`/operator/pools/${params.id}`, 'pool-funded') : booked;
    },
  }),
});

export default function PoolRoute() {
  return <PoolPage pool={useLoaderData<typeof loader>()} />;
}
