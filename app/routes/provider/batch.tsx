import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { batchParams, deskOf, rowCursor } from '~/routes/provider/desk-of.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { replayRows } from '~/server/record/replay-rows.ts';
import { showBatch } from '~/server/record/show-batch.ts';
import { deliveryText } from '~/text/delivery.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { BatchPage } from '~/ui/record/batch-page.tsx';

export const meta = pageTitle(deliveryText, 'delivery.batch.page');

export const loader = view({
  can: 'record.read-deliveries',
  params: batchParams,
  query: z.object({ after: rowCursor.optional() }),
  load: async ({ actor, params, query, request }) => {
    const page = await showBatch(actor, params.id, query.after);
    return page.ok ? accept({ ...page.value, base: deskOf(request) }) : page;
  },
  audit: (_, { params }) => ({ action: 'record.batch-read', detail: { batchId: params.id } }),
});

export const action = command({
  can: 'record.replay',
  audit: null,
  params: batchParams,
  schema: z.object({}),
  run: async ({ actor, params, request }) => {
    const batch = await replayRows(actor, { batchId: params.id });
    if (!batch.ok) return batch;
    const to = `${deskOf(request)}/batches/${batch.value}`;
    return accept({ to, flash: { tone: 'success', message: 'record.replayed' } });
  },
});

export default function BatchRoute() {
  return <BatchPage {...useLoaderData<typeof loader>()} />;
}
