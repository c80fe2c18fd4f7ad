import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { makeCreditReport } from '~/server/application/make-credit-report.ts';
import { download } from '~/server/http/download.ts';
import { bundleOf } from '~/server/report/show-report.ts';

export const loader = download({
  can: 'application.read-file',
  audit: null,
  params: z.object({ id: z.uuid() }),
  file: async ({ actor, params }) => {
    const made = await makeCreditReport(
      actor,
      params.id,
      async (report) => `${JSON.stringify(bundleOf(report), null, 2)}\n`,
      'copy',
    );
    if (!made.ok) return made;
    const name = `credit-report-${params.id}.json`;
    return accept({ name, type: 'application/json; charset=utf-8', body: made.value });
  },
});
