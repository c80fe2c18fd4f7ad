import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { deskOf, rowParams } from '~/routes/provider/desk-of.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { replayRows } from '~/server/record/replay-rows.ts';
import { showQuarantined } from '~/server/record/show-quarantined.ts';
import { deliveryText } from '~/text/delivery.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { MendPage } from '~/ui/record/mend-page.tsx';

export const meta = pageTitle(deliveryText, 'delivery.quarantine.mend-title');

export const loader = view({
  can: 'record.replay',
  params: rowParams,
  load: async ({ actor, params, request }) => {
    const page = await showQuarantined(actor, params.id, { rowNo: params.row, recordNo: params.record });
    return page.ok ? accept({ ...page.value, base: deskOf(request) }) : page;
  },
  audit: (_, { params }) => ({ action: 'record.batch-read', detail: { batchId: params.id } }),
});

export const action = command({
  can: 'record.replay',
  audit: null,
  params: rowParams,
  schema: z.object({ cells: z.array(z.string().max(4_000).optional()).max(500) }),
  run: async ({ actor, params, input, request }) => {
    const mended = {
      rowNo: params.row,
      recordNo: params.record,
      cells: input.cells.map((cell) => cell ?? ''),
    };
    const batch = await replayRows(actor, { batchId: params.id, mended });
    if (!batch.ok) return batch;
    const to = `${deskOf(request)}/batches/${batch.value}`;
    return accept({ to, flash: { tone: 'success', message: 'record.replayed' } });
  },
});

export default function BatchRowRoute() {
  return <MendPage {...useLoaderData<typeof loader>()} />;
}
