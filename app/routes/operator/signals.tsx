import { useLoaderData } from '@remix-run/react';
import { reachOf } from '~/server/access/policy.ts';
import { view } from '~/server/http/view.ts';
import { listSignals, signalsQuery } from '~/server/monitoring/library/list-signals.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { SignalsPage, type SignalsPageProps } from '~/ui/monitoring/signals-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(signalLibraryText, 'signals.title');

export const loader = view({
  can: 'signal.read',
  audit: null,
  query: signalsQuery,
  load: async ({ actor, query }) => ({
    ...(await listSignals(actor, query)),
    query,
    mayDraft: reachOf(actor, 'signal.draft') !== null,
    opensItems: reachOf(actor, 'catalogue.read') !== null,
  }),
});

export default function Signals() {
  return <SignalsPage {...(useLoaderData<typeof loader>() as unknown as SignalsPageProps)} />;
}
