import { type RouteConfigEntry, route } from '@remix-run/route-config';

/** /operator: the library of signals, its drafts and their back-tests. */
export const signalRoutes: RouteConfigEntry[] = [
  route('signals', 'routes/operator/signals.tsx'),
  route('signals.csv', 'routes/operator/signals-csv.ts'),
  route('signals/:code', 'routes/operator/signal.tsx'),
  route('signals/:code/compare', 'routes/operator/signal-compare.tsx'),
  route('signal-drafts/:id', 'routes/operator/signal-draft.tsx'),
  route('signal-backtests/:id', 'routes/operator/signal-backtest.tsx'),
];
