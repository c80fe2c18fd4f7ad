import { z } from 'zod';
import { stringify } from '~/domain/overview/csv.ts';
import { clock } from '~/server/clock.ts';
import { download } from '~/server/http/download.ts';
import { writeXlsx, xlsxType } from '~/server/platform/write-xlsx.ts';
import { translate } from '~/text/define.ts';
import { templateHeader, templateSample } from '~/text/loan-payment-rows.ts';
import { paymentFileText } from '~/text/loan-payments.ts';

export const loader = download({
  can: 'loan.record',
  audit: null,
  params: z.object({ kind: z.enum(['csv', 'xlsx']) }),
  file: async ({ params: { kind }, locale }) => {
    const rows = [templateHeader(locale), templateSample(locale, clock.today())];
    const name = `payments.${kind}`;
    if (kind === 'csv') return { name, type: 'text/csv; charset=utf-8', body: `\ufeff${stringify(rows)}` };
    const sheet = translate(paymentFileText, locale)('payments.sheet');
    return { name, type: xlsxType, body: writeXlsx(sheet, rows) };
  },
});
