import { accept } from '~/domain/kernel/result.ts';
import { download } from '~/server/http/download.ts';
import { drawReport } from '~/server/report/draw-report.ts';
import { originOf, reportParams } from '~/server/report/forms.ts';
import { showReport } from '~/server/report/show-report.ts';

export const loader = download({
  can: 'report.make-own',
  audit: null,
  params: reportParams,
  file: async ({ actor, params, locale, request }) => {
    const shown = await showReport(actor, params.id);
    if (!shown.ok) return shown;
    const body = await drawReport(shown.value, { origin: originOf(request), locale });
    return accept({ name: `credit-report-${params.id}.pdf`, type: 'application/pdf', body });
  },
});
