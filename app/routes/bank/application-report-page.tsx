import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { makeCreditReport } from '~/server/application/make-credit-report.ts';
import { view } from '~/server/http/view.ts';
import { qrPath } from '~/server/platform/qr-path.ts';
import { originOf } from '~/server/report/forms.ts';
import { reportText } from '~/text/report.ts';
import { reportPageText } from '~/text/report-page.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ReportPage, type ReportPageProps } from '~/ui/report/report-page.tsx';
import { useText } from '~/ui/text.ts';

export const meta = pageTitle(reportText, 'report.document');

export const loader = view({
  can: 'application.read-file',
  audit: null,
  params: z.object({ id: z.uuid() }),
  load: ({ actor, params, request }) =>
    makeCreditReport(actor, params.id, async ({ body, hash, keyId }) => ({
      file: `/bank/applications/${params.id}`,
      report: body,
      hash,
      keyId,
      qr: qrPath(`${originOf(request)}${body.verifyPath}`),
    })),
});

export default function BankReport() {
  const t = useText(reportPageText);
  const { file, ...shown } = useLoaderData<typeof loader>() as unknown as ReportPageProps & { file: string };
  return <ReportPage {...shown} place={{ base: file, from: { label: t('reports.bank-file'), to: file } }} />;
}
