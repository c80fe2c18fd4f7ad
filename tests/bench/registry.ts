import type { Bench } from './bench.ts';

/** Every bench, loaded when it is called. */
export const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  card: () => import('./card.bench.ts'),
  ingest: () => import('./ingest.bench.ts'),
  match: () => import('./match.bench.ts'),
  score: () => import('./score.bench.ts'),
  search: () => import('./search.bench.ts'),
};
