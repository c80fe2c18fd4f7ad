import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { batchForm, originOf } from '~/server/report/forms.ts';
import { orderBatch } from '~/server/report/order-batch.ts';
import { listBatches } from '~/server/report/show-batch.ts';
import { reportPageText } from '~/text/report-page.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { BatchesPage } from '~/ui/report/batches-page.tsx';

const can = 'report.batch';

export const meta = pageTitle(reportPageText, 'batch.title');

export const loader = view({ can, audit: null, load: ({ actor }) => listBatches(actor) });

export const action = command({
  can,
  audit: null,
  schema: batchForm,
  run: async ({ actor, input, request }) => {
    const ordered = await orderBatch(asPerson(actor), {
      ...input,
      section: input.section ?? null,
      origin: originOf(request),
    });
    if (!ordered.ok) return ordered;
    const to = `/operator/reports/${ordered.value}`;
    return accept({ to, flash: { tone: 'success', message: 'report.flash.ordered' } });
  },
});

export default function ReportBatches() {
  return <BatchesPage {...useLoaderData<typeof loader>()} />;
}
