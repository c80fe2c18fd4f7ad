import type { Bench } from './bench.ts';

/** Every bench, loaded when it is called. */
export const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  'crash-ingest': () => import('./crash-ingest.bench.ts'),
  'crash-ledger': () => import('./crash-ledger.bench.ts'),
  'fuzz-ingest': () => import('./fuzz-ingest.bench.ts'),
  card: () => import('./card.bench.ts'),
  ingest: () => import('./ingest.bench.ts'),
  ledger: () => import('./ledger.bench.ts'),
  match: () => import('./match.bench.ts'),
  monitor: () => import('./monitor.bench.ts'),
  schedules: () => import('./schedules.bench.ts'),
  queue: () => import('./queue.bench.ts'),
  score: () => import('./score.bench.ts'),
  search: () => import('./search.bench.ts'),
  settlement: () => import('./settlement.bench.ts'),
  web: () => import('./web.bench.ts'),
};
