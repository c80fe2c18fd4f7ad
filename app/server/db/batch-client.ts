import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Prisma, type Reader, type Writer } from '~/server/db/client.ts';

/**
 * One transaction of the role `xinqiao_batch`, whose policies see every row: for set-based work of the worker and of
 * commands, never of the web. Each use writes its own audit line.
 */
export type BatchTx = Writer & Reader & { readonly client: pg.Client };

/** A connection for one batch transaction, begun early by whoever knows that it will be wanted and hands it over. */
export async function connectBatch(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: batchUrl() });
  client.on('error', () => undefined); // the query that is under way rejects; there is nothing else to do
  await client.connect();
  return client;
}

/** Works in one transaction over a connection of its own; whatever throws leaves nothing behind. */
export async function withBatchTransaction<T>(
  work: (tx: BatchTx) => Promise<T>,
  connecting: Promise<pg.Client> = connectBatch(),
): Promise<T> {
  const client = await connecting;
  try {
    await client.query('begin');
    const result = await work({ client, $executeRaw: writerOf(client), $queryRaw: readerOf(client) });
    await client.query('commit');
    return result;
  } catch (fault) {
    await rolledBack(client);
    throw fault;
  } finally {
    await client.end();
  }
}

/**
 * A lost connection has rolled back already; one that still streams rows nobody reads would never come to the rollback,
 * so after a moment it is left to `end`, which then cuts it.
 */
const rolledBack = (client: pg.Client): Promise<unknown> =>
  Promise.race([
    client.query('rollback').catch(() => undefined),
    setTimeout(1_000, undefined, { ref: false }),
  ]);

function batchUrl(): string {
  const url = process.env.DATABASE_BATCH_URL;
  if (!url) throw new Error('DATABASE_BATCH_URL is not set: only the worker and commands work in batches');
  return url;
}

const writerOf =
  (client: pg.Client): Writer['$executeRaw'] =>
  async (query, ...values) =>
    (await client.query(numbered(query), values)).rowCount ?? 0;

/** Reads by parameterised statements over a plain connection; one with parts (`Prisma.sql`) is put together and has no name. */
export const readerOf =
  (client: pg.Client): Reader['$queryRaw'] =>
  async <T>(query: TemplateStringsArray, ...values: unknown[]) => {
    const whole = values.some((value) => value instanceof Prisma.Sql) ? Prisma.sql(query, ...values) : null;
    const statement = whole ? { text: whole.text, values: whole.values } : { ...prepared(query), values };
    return (await client.query(statement)).rows as T;
  };

type Prepared = { readonly name: string; readonly text: string };
const statements = new WeakMap<TemplateStringsArray, Prepared>();
let statementCount = 0;

/** A statement is parsed once per connection: its place in the code gives it a name. */
function prepared(query: TemplateStringsArray): Prepared {
  const known = statements.get(query);
  if (known) return known;
  const made = { name: `s${++statementCount}`, text: numbered(query) };
  statements.set(query, made);
  return made;
}

const numbered = (query: TemplateStringsArray): string =>
  query.reduce((sql, part, i) => `${sql}$${i}${part}`);
