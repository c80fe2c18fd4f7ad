import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { parseId } from '~/domain/kernel/id.ts';
import { batchCursor } from '~/routes/provider/desk-of.ts';
import { view } from '~/server/http/view.ts';
import { listBatches } from '~/server/record/list-batches.ts';
import { deliveryText } from '~/text/delivery.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { BatchList } from '~/ui/record/batch-list.tsx';

export const meta = pageTitle(deliveryText, 'delivery.batches.title');

const blank = z.literal('').transform(() => undefined);

export const loader = view({
  can: 'record.read-deliveries',
  audit: null,
  query: z.object({
    provider: z.union([blank, z.uuid()]).optional(),
    state: z.union([blank, z.enum(['received', 'accepted', 'refused'])]).optional(),
    waiting: z.literal('yes').optional(),
    before: batchCursor.optional(),
  }),
  load: async ({ actor, query: { provider, state, waiting, before } }) => {
    const filter = { provider: (provider && parseId<'institution'>(provider)) || undefined, state, before };
    const list = await listBatches(actor, { ...filter, onlyWaiting: waiting === 'yes' });
    return { ...list, asked: { provider, state, waiting } };
  },
});

export default function BatchesPage() {
  return <BatchList {...useLoaderData<typeof loader>()} />;
}
