import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** A scratch database to which the engine applies the migrations; it goes when it is disposed of. */
export type Shadow = { readonly adapter: SqlDriverAdapter; dispose(): Promise<void> };

/** An adapter with the two faults corrected that keep the schema engine from working over it. */
export async function openAdapter(url: string): Promise<SqlDriverAdapter> {
  const schema = new URL(url).searchParams.get('schema');
  const adapter = await new PrismaPg(poolConfig(url), schema ? { schema } : undefined).connect();
  return corrected(adapter as unknown as Internal);
}

/**
 * A shadow over a connection of its own (the adapter's would reconnect to the main database) that is dropped
 * after it is closed (the adapter would drop it before).
 */
export async function openShadow(mainUrl: string): Promise<Shadow> {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const server = new pg.Client(poolConfig(mainUrl));
  await server.connect();
  await server.query(`create database "${name}"`);
  const url = new URL(mainUrl);
  url.pathname = `/${name}`;
  const adapter = await openAdapter(url.href);
  const close = adapter.dispose.bind(adapter);
  let open = true;
  const dispose = async () => {
    if (!open) return;
    open = false;
    await close();
    await server.query(`drop database if exists "${name}" with (force)`);
    await server.end();
  };
  return { adapter: Object.assign(adapter, { dispose }), dispose };
}

function poolConfig(url: string): pg.PoolConfig {
  const { searchParams, hostname, port, username, password, pathname } = new URL(url);
  const secure = ['require', 'verify-full'].includes(searchParams.get('sslmode') ?? '');
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    ...(password && { password: decodeURIComponent(password) }),
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
    ...(secure && { ssl: true }),
    max: 1,
  };
}

type RawResult = { fields?: { dataTypeID: number }[]; rows: object };
type Internal = SqlDriverAdapter & {
  client: pg.Pool;
  performIO(query: unknown): Promise<RawResult>;
  onError(error: unknown): never;
};

const charType = 18; // pg_catalog's internal "char"
const textType = 25;

/**
 * The adapter cannot decode `"char"`, which the catalogue queries return: it passes as text and is named afterwards.
 * It splits scripts at every `;`, which breaks function bodies: they are sent whole, as the native engine does.
 */
function corrected(adapter: Internal): SqlDriverAdapter {
  const charColumns = new WeakMap<object, number[]>();
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    async performIO(query: unknown) {
      const result = await performIO(query);
      const at = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === charType ? [i] : []));
      for (const i of at) if (result.fields?.[i]) result.fields[i].dataTypeID = textType;
      charColumns.set(result.rows, at);
      return result;
    },
    async queryRaw(query: Parameters<SqlDriverAdapter['queryRaw']>[0]) {
      const result = await queryRaw(query);
      for (const i of charColumns.get(result.rows) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character;
      return result;
    },
    async executeScript(script: string) {
      try {
        await adapter.client.query(script);
      } catch (error) {
        adapter.onError(error);
      }
    },
  });
}
