import type { Bench } from './bench.ts';
export const bench: Bench = { name: 'crash-ledger', run: async () => ({}) };
