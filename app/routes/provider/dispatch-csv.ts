import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { download } from '~/server/http/download.ts';
import { listDispatches } from '~/server/record/list-dispatches.ts';
import { dispatchCsv } from '~/text/dispatch-file.ts';

export const loader = download({
  can: 'record.read-deliveries',
  audit: 'record.dispatch-exported',
  params: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }),
  file: async ({ actor, params: { month }, locale }) => {
    const dispatches = await listDispatches(actor, month);
    const body = dispatchCsv(dispatches, locale);
    return accept({ name: `dispatch-${month}.csv`, type: 'text/csv; charset=utf-8', body });
  },
});
