import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { batchCursor } from '~/routes/provider/desk-of.ts';
import { view } from '~/server/http/view.ts';
import { listBatches } from '~/server/record/list-batches.ts';
import { showProviderDesk } from '~/server/record/show-provider-desk.ts';
import { deliveryText } from '~/text/delivery.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ProviderDesk } from '~/ui/record/provider-desk.tsx';

export const meta = pageTitle(deliveryText, 'delivery.desk.title');

export const loader = view({
  can: 'record.read-deliveries',
  audit: null,
  query: z.object({ before: batchCursor.optional() }),
  load: async ({ actor, query }) => {
    const { batches, waiting, next } = await listBatches(actor, query);
    return { ...(await showProviderDesk(actor)), batches, waiting, next };
  },
});

export default function ProviderDeskPage() {
  return <ProviderDesk {...useLoaderData<typeof loader>()} />;
}
