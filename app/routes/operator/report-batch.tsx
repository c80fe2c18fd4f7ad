import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { reportParams } from '~/server/report/forms.ts';
import { showBatch } from '~/server/report/show-batch.ts';
import { reportPageText } from '~/text/report-page.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { BatchPage } from '~/ui/report/batch-page.tsx';

export const meta = pageTitle(reportPageText, 'batch.title');

export const loader = view({
  can: 'report.batch',
  audit: null,
  params: reportParams,
  load: ({ actor, params }) => showBatch(actor, params.id),
});

export default function ReportBatch() {
  return <BatchPage {...useLoaderData<typeof loader>()} />;
}
