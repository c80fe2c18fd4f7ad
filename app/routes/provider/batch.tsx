import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { batchParams, deskOf, rowCursor } from '~/routes/provider/desk-of.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { mendByFile } from '~/server/record/mend-by-file.ts';
import { maxFormBytes } from '~/server/record/receive-delivery.ts';
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

const replayed = (request: Request, batchId: string) =>
  accept({
    to: `${deskOf(request)}/batches/${batchId}`,
    flash: { tone: 'success', message: 'record.replayed' } as const,
  });

export const action = commands({
  replay: command({
    can: 'record.replay',
    audit: null,
    params: batchParams,
    schema: z.object({}),
    run: async ({ actor, params, request }) => {
      const batch = await replayRows(actor, { batchId: params.id });
      return batch.ok ? replayed(request, batch.value) : batch;
    },
  }),
  mend: command({
    can: 'record.replay',
    audit: null,
    params: batchParams,
    maxFileBytes: maxFormBytes,
    schema: z.object({
      file: z
        .instanceof(File, { error: 'record.file-missing' })
        .refine(({ name }) => name !== '', 'record.file-missing'),
    }),
    run: async ({ actor, params, input: { file }, request }) => {
      const batch = await mendByFile(actor, params.id, new Uint8Array(await file.arrayBuffer()));
      return batch.ok ? replayed(request, batch.value) : batch;
    },
  }),
});

export default function BatchRoute() {
  return <BatchPage {...useLoaderData<typeof loader>()} />;
}
