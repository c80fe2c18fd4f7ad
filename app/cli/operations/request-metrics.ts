import { Counter, collectDefaultMetrics, Gauge, Histogram } from 'prom-client';
import { openPools } from '~/server/db/pools.ts';

/** Requests answered, by the pattern of their route: `/my/loans/:id`, never the address itself. */
export const requestCount = new Counter({
  name: 'xinqiao_http_requests_total',
  help: 'Requests answered, by method, route pattern and status.',
  labelNames: ['method', 'route', 'status'] as const,
});

export const requestSeconds = new Histogram({
  name: 'xinqiao_http_request_duration_seconds',
  help: 'Time from the first byte asked to the last byte answered, by route pattern.',
  labelNames: ['route'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/** What every part measures of itself: event loop, memory, garbage collection, database connections. */
export function measureProcess(): void {
  collectDefaultMetrics();
  new Gauge({
    name: 'xinqiao_db_pool_connections',
    help: 'Connections of the database pool, by state; waiting is work without a connection.',
    labelNames: ['state'] as const,
    collect() {
      const sum = (of: 'totalCount' | 'idleCount' | 'waitingCount') =>
        [...openPools].reduce((n, pool) => n + pool[of], 0);
      this.set({ state: 'busy' }, sum('totalCount') - sum('idleCount'));
      this.set({ state: 'idle' }, sum('idleCount'));
      this.set({ state: 'waiting' }, sum('waitingCount'));
    },
  });
}
