import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { openPools } from '~/server/db/pools.ts';
import { Prisma, PrismaClient } from '~/server/db/prisma/client.ts';
import { type Begin, beginWith, type Scope } from '~/server/db/scope.ts';

export { Prisma };

/** A transaction under row-level security; the only way to the data. */
export type Tx = Prisma.TransactionClient;

/** As much of a transaction as writing one parameterised statement needs; the batch connection has it too. */
export type Writer = { $executeRaw(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<number> };

/** As much of a transaction as reading by one parameterised statement needs; the batch connection has it too. */
export type Reader = { $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<T> };

export const scopeOfTransaction = new AsyncLocalStorage<Scope & Begin>();

/** `BEGIN` becomes `BEGIN` plus the actor's settings; without a scope the database itself shows nothing. */
function sendScopeWithBegin(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
  const scoped = (...args: unknown[]) => {
    const first = args[0] as { text?: string } | string;
    const text = typeof first === 'string' ? first : first?.text;
    const scope = text === 'BEGIN' ? scopeOfTransaction.getStore() : undefined;
    return scope ? query(beginWith(scope)).then(emptyResult) : query(...args);
  };
  client.query = scoped as typeof client.query;
}

const emptyResult = () => ({ rows: [], fields: [], rowCount: 0, command: 'BEGIN' });

export type Database = { readonly pool: pg.Pool; readonly prisma: PrismaClient; close(): Promise<void> };

/** Connections of one process; several web processes share what the database allows. */
const poolSize = (): number => Number(process.env.XINQIAO_POOL_SIZE ?? 10);

/** Opens a pool and a Prisma client over it. Every pool connection sends the scope with its `BEGIN`. */
export function openPool(connectionString: string, max = poolSize()): Database {
  const pool = new pg.Pool({ connectionString, max, idleTimeoutMillis: 30_000 });
  pool.on('connect', sendScopeWithBegin);
  pool.on('error', () => undefined); // a dead idle connection is replaced at the next checkout
  openPools.add(pool);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    openPools.delete(pool);
    if (!pool.ended) await pool.end();
  };
  return { pool, prisma, close };
}

let app: Database | undefined;

/** The database of this process as the role `xinqiao_app` (worker and commands: the role in `DATABASE_APP_URL`). */
export function database(): Database {
  if (app) return app;
  const url = process.env.DATABASE_APP_URL;
  if (!url)
    throw new Error(
      'DATABASE_APP_URL is not set: start through npm start, npm run xinqiao or the test harness',
    );
  app = openPool(url);
  return app;
}

/** Points this process at another database (tests, commands); the one before is closed. */
export async function useDatabase(connectionString: string): Promise<Database> {
  await app?.close();
  app = openPool(connectionString);
  return app;
}

/** Closes the database of this process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  await app?.close();
  app = undefined;
}
