import { stringify } from '~/domain/overview/csv.ts';
import { download } from '~/server/http/download.ts';
import { listSignals, signalsQuery } from '~/server/monitoring/library/list-signals.ts';
import { signalRows } from '~/server/monitoring/library/signal-rows.ts';

export const loader = download({
  can: 'signal.read',
  audit: 'monitoring.library-exported',
  query: signalsQuery,
  file: async ({ actor, query, locale }) => {
    const body = `\ufeff${stringify(signalRows(await listSignals(actor, query), locale))}`;
    return { name: 'signals.csv', type: 'text/csv; charset=utf-8', body };
  },
});
