import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { view } from '~/server/http/view.ts';
import { qrPath } from '~/server/platform/qr-path.ts';
import { originOf, reportParams } from '~/server/report/forms.ts';
import { showReport } from '~/server/report/show-report.ts';
import { reportText } from '~/text/report.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ReportPage, type ReportPageProps } from '~/ui/report/report-page.tsx';

export const meta = pageTitle(reportText, 'report.document');

export const loader = view({
  can: 'report.make-own',
  audit: null,
  params: reportParams,
  load: async ({ actor, params, request }) => {
    const shown = await showReport(actor, params.id);
    if (!shown.ok) return shown;
    const { report, hash, keyId } = shown.value;
    return accept({ report, hash, keyId, qr: qrPath(`${originOf(request)}${report.verifyPath}`) });
  },
});

export default function MyReport() {
  return <ReportPage {...(useLoaderData<typeof loader>() as unknown as ReportPageProps)} />;
}
