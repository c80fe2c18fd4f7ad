import type { RequestHandler } from 'express';
import pg from 'pg';
import { missingMigrations } from '../boot/check-migrated.ts';

/** Why a process takes no requests at this moment; `ready` when it does. */
export type Readiness = 'ready' | 'draining' | 'database-unreachable' | 'database-not-migrated';

export type Health = {
  /** From now on the balancer is told to send nothing more; requests that come nevertheless are answered. */
  drain(): void;
  readonly isDraining: () => boolean;
  check(): Promise<Readiness>;
  close(): Promise<void>;
};

const keepMs = 1_000;

/** Watches whether this process can serve: its database answers, has the tables of this version, and nobody asked it to stop. */
export function openHealth(databaseUrl: string): Health {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: 3_000,
    query_timeout: 3_000,
  });
  pool.on('error', () => undefined); // asked again at the next check
  let draining = false;
  let migrated = false;
  let last: { readonly at: number; readonly answer: Promise<Readiness> } | undefined;
  const ask = async (): Promise<Readiness> => {
    try {
      if (migrated) await pool.query('select 1');
      else migrated = (await missingMigrations(pool)).length === 0;
      return migrated ? 'ready' : 'database-not-migrated';
    } catch {
      return 'database-unreachable';
    }
  };
  return {
    drain: () => {
      draining = true;
    },
    isDraining: () => draining,
    async check() {
      if (draining) return 'draining';
      if (!last || Date.now() - last.at > keepMs) last = { at: Date.now(), answer: ask() };
      return last.answer;
    },
    close: () => pool.end(),
  };
}

/**
 * `/livez` (and `/healthz`): the process runs; restart it when this fails. `/readyz`: it takes requests; 503 with the
 * reason when it does not, and while it drains every answer asks the other side to close its connection.
 */
export function healthPages(health: Health): RequestHandler {
  return (request, response, next) => {
    if (health.isDraining()) response.setHeader('connection', 'close');
    if (request.path === '/livez' || request.path === '/healthz') response.json({ ok: true });
    else if (request.path === '/readyz')
      void health.check().then((state) => {
        response.status(state === 'ready' ? 200 : 503).json({ ok: state === 'ready', state });
      });
    else next();
  };
}
