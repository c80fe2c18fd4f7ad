import { z } from 'zod';
import { accept, refuse } from '~/domain/kernel/result.ts';
import { download } from '~/server/http/download.ts';
import { view } from '~/server/http/view.ts';
import { listReturns, readReturn } from '~/server/monitoring/month-return/list-returns.ts';
import { writeXlsx, xlsxType } from '~/server/platform/write-xlsx.ts';
import { translate } from '~/text/define.ts';
import { returnRows, returnText } from '~/text/month-return.ts';

export const returnMonth = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
export const returnVersion = z.coerce.number().int().min(1).max(1_000);
const query = z.object({ month: returnMonth.optional(), version: returnVersion.optional() });

/** The monthly returns: the risk desk all, a regulator what was filed. */
export const returnsLoader = () =>
  view({
    can: 'monitoring.read-return',
    audit: 'monitoring.returns-opened',
    query,
    load: ({ actor, query: wanted }) => listReturns(actor, wanted),
  });

/** One version as a workbook. */
export const returnFile = () =>
  download({
    can: 'monitoring.read-return',
    audit: 'monitoring.return-exported',
    query,
    file: async ({ actor, query: wanted, locale }) => {
      const shown = await readReturn(actor, wanted);
      if (!shown) return refuse({ code: 'monitoring.return-not-found' } as const);
      const { version, month } = shown;
      const body = writeXlsx(
        translate(returnText, locale)('return.heading', month, version),
        returnRows(shown, locale),
      );
      return accept({ name: `monitoring-return-${month}-v${version}.xlsx`, type: xlsxType, body });
    },
  });
