import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { makeCreditReport } from '~/server/application/make-credit-report.ts';
import { download } from '~/server/http/download.ts';
import { drawReport } from '~/server/report/draw-report.ts';
import { originOf } from '~/server/report/forms.ts';
import { bundleOf } from '~/server/report/show-report.ts';

export const loader = download({
  can: 'application.read-file',
  audit: null,
  params: z.object({ id: z.uuid() }),
  file: async ({ actor, params, locale, request }) => {
    const made = await makeCreditReport(
      actor,
      params.id,
      (report) => drawReport(bundleOf(report), { origin: originOf(request), locale }),
      'copy',
    );
    if (!made.ok) return made;
    return accept({ name: `credit-report-${params.id}.pdf`, type: 'application/pdf', body: made.value });
  },
});
