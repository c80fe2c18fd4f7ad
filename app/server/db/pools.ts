import type pg from 'pg';

const key = Symbol.for('xinqiao.pools');
const shared = globalThis as { [key]?: Set<pg.Pool> };
shared[key] ??= new Set();

/** The open pools of this process, for its metrics: the build and the launcher's own code each load this file. */
export const openPools: Set<pg.Pool> = shared[key];
