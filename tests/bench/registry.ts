import type { Bench } from './bench.ts';

/** Every bench, loaded when it is called. */
export const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  ingest: () => import('./ingest.bench.ts'),
  match: () => import('./match.bench.ts'),
  queue: () => import('./queue.bench.ts'),
  score: () => import('./score.bench.ts'),
  search: () => import('./search.bench.ts'),
};
