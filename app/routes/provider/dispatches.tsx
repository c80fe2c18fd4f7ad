import { useLoaderData } from '@remix-run/react';
import { deskOf } from '~/routes/provider/desk-of.ts';
import { view } from '~/server/http/view.ts';
import { listDispatches } from '~/server/record/list-dispatches.ts';
import { dispatchText } from '~/text/dispatch.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { DispatchPage } from '~/ui/record/dispatch-page.tsx';

export const meta = pageTitle(dispatchText, 'dispatch.title');

export const loader = view({
  can: 'record.read-deliveries',
  audit: null,
  load: async ({ actor, request }) => ({ dispatches: await listDispatches(actor), base: deskOf(request) }),
});

export default function DispatchesRoute() {
  return <DispatchPage {...useLoaderData<typeof loader>()} />;
}
