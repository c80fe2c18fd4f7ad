import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { backtestParams, backtestQuery, showBacktest } from '~/server/monitoring/library/show-backtest.ts';
import { signalBacktestText } from '~/text/signal-backtest.ts';
import { BacktestPage, type BacktestPageProps } from '~/ui/monitoring/backtest-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(signalBacktestText, 'backtest.title');

export const loader = view({
  can: 'signal.draft',
  audit: 'monitoring.backtest-read',
  params: backtestParams,
  query: backtestQuery,
  load: ({ actor, params: { id }, query }) => showBacktest(actor, id, query),
});

export default function SignalBacktest() {
  return <BacktestPage {...(useLoaderData<typeof loader>() as unknown as BacktestPageProps)} />;
}
