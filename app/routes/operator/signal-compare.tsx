import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { compareSignals } from '~/server/monitoring/library/compare-signals.ts';
import { signalParams } from '~/server/monitoring/library/show-signal.ts';
import { compareQuery } from '~/server/policy/forms.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ComparePage } from '~/ui/policy/compare-page.tsx';
import { useText } from '~/ui/text.ts';

export const meta = pageTitle(signalLibraryText, 'signals.compare');

export const loader = view({
  can: 'signal.read',
  audit: null,
  params: signalParams,
  query: compareQuery,
  load: ({ actor, params: { code }, query }) => compareSignals(actor, code, query),
});

export default function SignalCompare() {
  const t = useText(signalLibraryText);
  const list = { label: t('signals.title'), to: '/operator/signals' };
  return <ComparePage {...useLoaderData<typeof loader>()} list={list} />;
}
