import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { deskOf } from '~/routes/provider/desk-of.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { encodings } from '~/server/record/delivery-refused.ts';
import { listDeliverableItems } from '~/server/record/list-deliverable-items.ts';
import { listUploads } from '~/server/record/list-uploads.ts';
import { maxFormBytes, receiveDelivery } from '~/server/record/receive-delivery.ts';
import { browserPartBytes, mostUploadBytes } from '~/server/record/upload-limits.ts';
import { deliveryText } from '~/text/delivery.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { UploadPage } from '~/ui/record/upload-page.tsx';

export const meta = pageTitle(deliveryText, 'delivery.upload.title');

export const loader = view({
  can: 'record.deliver',
  audit: null,
  load: async ({ actor, request }) => ({
    items: await listDeliverableItems(actor),
    base: deskOf(request),
    uploads: await listUploads(actor),
    maxBytes: mostUploadBytes,
    partBytes: browserPartBytes,
  }),
});

export const action = command({
  can: 'record.deliver',
  audit: null,
  maxFileBytes: maxFormBytes,
  schema: z.object({
    item: z.string().max(60),
    encoding: z.enum(encodings).default('auto'),
    file: z
      .instanceof(File, { error: 'record.file-missing' })
      .refine(({ name }) => name !== '', 'record.file-missing'),
  }),
  run: async ({ actor, input: { file, ...of }, request }) => {
    const content = new Uint8Array(await file.arrayBuffer());
    const batch = await receiveDelivery(actor, { ...of, fileName: file.name.slice(0, 200), content });
    if (!batch.ok) return batch;
    const to = `${deskOf(request)}/batches/${batch.value}`;
    return accept({ to, flash: { tone: 'success', message: 'record.delivered' } });
  },
});

export default function UploadRoute() {
  return <UploadPage {...useLoaderData<typeof loader>()} />;
}
