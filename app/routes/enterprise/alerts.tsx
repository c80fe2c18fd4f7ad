import { useLoaderData } from '@remix-run/react';
import { alertQuery } from '~/routes/alert-query.ts';
import { clock } from '~/server/clock.ts';
import { view } from '~/server/http/view.ts';
import { listAlerts } from '~/server/monitoring/list-alerts.ts';
import { alertText } from '~/text/alert.ts';
import { AlertList } from '~/ui/monitoring/alert-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(alertText, 'alert.list.firm.title');

export const loader = view({
  can: 'alert.read-own',
  audit: null,
  query: alertQuery,
  load: async ({ actor, query }) => ({
    ...(await listAlerts(actor, { state: query.state }, query.page)),
    tab: query.state,
    now: clock.now().toISOString(),
  }),
});

export default function AlertsPage() {
  return <AlertList side="firm" {...useLoaderData<typeof loader>()} />;
}
