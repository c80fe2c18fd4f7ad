import { accept } from '~/domain/kernel/result.ts';
import { download } from '~/server/http/download.ts';
import { reportParams } from '~/server/report/forms.ts';
import { showReport } from '~/server/report/show-report.ts';

export const loader = download({
  can: 'report.make-own',
  audit: null,
  params: reportParams,
  file: async ({ actor, params }) => {
    const shown = await showReport(actor, params.id);
    if (!shown.ok) return shown;
    const body = `${JSON.stringify(shown.value, null, 2)}\n`;
    return accept({ name: `credit-report-${params.id}.json`, type: 'application/json; charset=utf-8', body });
  },
});
