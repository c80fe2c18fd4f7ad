import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { view } from '~/server/http/view.ts';
import { checkReport } from '~/server/report/check-report.ts';
import { reportPageText } from '~/text/report-page.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ReportStanding } from '~/ui/report/report-standing.tsx';

export const meta = pageTitle(reportPageText, 'check.title');

export const loader = view({
  can: 'public',
  audit: null,
  params: z.object({ code: z.string().regex(/^[0-9a-f]{32}$/) }),
  load: ({ params }) => checkReport(params.code),
});

export default function ReportStandingPage() {
  return <ReportStanding {...useLoaderData<typeof loader>()} />;
}
