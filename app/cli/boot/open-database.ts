import fs from 'node:fs';
import type { DatabaseUrls } from '../command.ts';
import { openServer, type Server, stopServer } from './embedded-postgres.ts';
import { abandonedHomes, type Home, homeOf, temporaryHome } from './home.ts';
import { prepareEmbedded, prepareGiven, urlsFor } from './roles.ts';
import { withClient } from './sql-client.ts';

export type OpenOptions = {
  /** The folder of the data; `.data` of the checkout when left out. */
  readonly dataDir?: string | undefined;
  /** A temporary database that goes when it is stopped. `DATABASE_URL` is then left alone. */
  readonly throwaway?: boolean | undefined;
  /** Whether a temporary database outlives a crash, as the others do: for measuring and for crash tests. */
  readonly durable?: boolean | undefined;
};

export type OpenDatabase = DatabaseUrls & {
  /** Where the data are: a folder, or the address of the given server. */
  readonly where: string;
  /** `embedded PostgreSQL 18.4` or `PostgreSQL 16.3 (DATABASE_URL)`. */
  readonly driver: string;
  /** Where secrets and files of this installation are kept. */
  readonly home: Home;
  /** The embedded server, or nothing when the database was given. */
  readonly server: Server | undefined;
  /** Connection strings for another database of an embedded server. */
  urlsOf(database: string): DatabaseUrls;
  stop(): Promise<void>;
};

/**
 * Opens the database: the one in `DATABASE_URL`, or the embedded PostgreSQL of the data folder, which is started unless
 * it runs. Its roles exist afterwards; its tables come with `migrate`. Whoever stops it last stops the server.
 */
export function openDatabase({ dataDir, throwaway, durable }: OpenOptions = {}): Promise<OpenDatabase> {
  if (throwaway) return openThrowaway(durable ?? false);
  const home = homeOf(dataDir);
  const given = process.env.DATABASE_URL;
  return given && !dataDir ? openGiven(home, given) : openEmbedded(home);
}

async function openEmbedded(home: Home, durable = true): Promise<OpenDatabase> {
  const server = await openServer(home, durable);
  try {
    const urls = await prepareEmbedded(home, server);
    const driver = `embedded PostgreSQL ${server.version.replace(/-.*/, '')}`;
    const urlsOf = (database: string) => urlsFor(home, server, database);
    return { ...urls, where: home.folder, driver, home, server, urlsOf, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openThrowaway(durable: boolean): Promise<OpenDatabase> {
  for (const left of abandonedHomes()) await discard(left);
  const home = temporaryHome();
  const database = await openEmbedded(home, durable);
  const stop = async () => {
    await database.stop();
    fs.rmSync(home.folder, { recursive: true, force: true });
  };
  return { ...database, stop };
}

async function discard(home: Home): Promise<void> {
  await stopServer(home);
  fs.rmSync(home.folder, { recursive: true, force: true });
}

async function openGiven(home: Home, ownerUrl: string): Promise<OpenDatabase> {
  const { DATABASE_APP_URL: appUrl, DATABASE_BATCH_URL: batchUrl } = process.env;
  const urls = await prepareGiven(home, { ownerUrl, appUrl, batchUrl });
  for (const url of [urls.appUrl, urls.batchUrl]) await withClient(url, (client) => client.query('select 1'));
  const version = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    );
    return rows[0]?.version.split(' ')[0] ?? '';
  });
  const urlsOf = (database: string): DatabaseUrls => ({
    ownerUrl: inDatabase(urls.ownerUrl, database),
    appUrl: inDatabase(urls.appUrl, database),
    batchUrl: inDatabase(urls.batchUrl, database),
  });
  const where = new URL(ownerUrl).host;
  const stop = () => Promise.resolve();
  return {
    ...urls,
    where,
    driver: `PostgreSQL ${version} (DATABASE_URL)`,
    home,
    server: undefined,
    urlsOf,
    stop,
  };
}

function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
