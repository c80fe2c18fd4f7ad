import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listReports } from '~/server/report/list-reports.ts';
import { makeReport } from '~/server/report/make-report.ts';
import { reportPageText } from '~/text/report-page.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ReportsPage } from '~/ui/report/reports-page.tsx';

const can = 'report.make-own';

export const meta = pageTitle(reportPageText, 'reports.title');

export const loader = view({
  can,
  audit: null,
  query: z.object({ before: z.iso.datetime().optional().catch(undefined) }),
  load: ({ actor, query: { before } }) => listReports(actor, before ? new Date(before) : null),
});

export const action = command({
  can,
  audit: null,
  schema: z.object({}),
  run: async ({ actor }) => {
    const { value: id } = await makeReport(actor);
    return accept({ to: `/my/reports/${id}`, flash: { tone: 'success', message: 'report.flash.made' } });
  },
});

export default function MyReports() {
  return <ReportsPage {...useLoaderData<typeof loader>()} />;
}
