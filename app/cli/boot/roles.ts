import type pg from 'pg';
import type { DatabaseUrls } from '../command.ts';
import { postmasterOf } from './cluster.ts';
import type { Server } from './embedded-postgres.ts';
import type { Home } from './home.ts';
import { errorCode, LaunchRefused } from './refusal.ts';
import { forgetSecret, secretOf, storedSecret } from './secrets.ts';
import { withClient } from './sql-client.ts';

/** The name of the database in an embedded server. */
const databaseName = 'xinqiao';

/** The owner migrates; the other two are subject to row-level security and differ in their policies. */
const owner = 'xinqiao_owner';
const workers = ['xinqiao_app', 'xinqiao_batch'] as const;

/** Makes the three roles and the database of an embedded server unless they are there. */
export async function prepareEmbedded(home: Home, server: Server): Promise<DatabaseUrls> {
  await withClient(server.superuserUrl('postgres'), async (client) => {
    const roles = await existing(client, 'select rolname as name from pg_roles where rolname = any($1)', [
      owner,
      ...workers,
    ]);
    for (const role of [owner, ...workers].filter((name) => !roles.has(name)))
      await client.query(createRole(role, secretOf(home, role)));
    const databases = await existing(
      client,
      'select datname as name from pg_database where datname = any($1)',
      [databaseName],
    );
    if (!databases.has(databaseName)) await client.query(`create database ${databaseName} owner ${owner}`);
  });
  return urlsFor(home, server, databaseName);
}

/** Connection strings of the three roles for one database of an embedded server. */
export function urlsFor(home: Home, server: Server, database: string): DatabaseUrls {
  const as = (role: string) => server.urlAs(role, secretOf(home, role), database);
  return { ownerUrl: as(owner), appUrl: as('xinqiao_app'), batchUrl: as('xinqiao_batch') };
}

/** The owner's address of the embedded server of a home while it runs, for Prisma's own command line. */
export function runningOwnerUrl(home: Home): string | undefined {
  const running = postmasterOf(home);
  const password = storedSecret(home, owner);
  return running && password
    ? `postgresql://${owner}:${password}@127.0.0.1:${running.port}/${databaseName}`
    : undefined;
}

/**
 * The three connection strings over a database that the user brings. Its two working roles are made when the given
 * role may make roles; otherwise the refusal quotes the SQL for somebody who may.
 */
export async function prepareGiven(home: Home, given: GivenUrls): Promise<DatabaseUrls> {
  const { ownerUrl, appUrl, batchUrl } = given;
  if (appUrl && batchUrl) return { ownerUrl, appUrl, batchUrl };
  await withClient(ownerUrl, async (client) => {
    const roles = await existing(client, 'select rolname as name from pg_roles where rolname = any($1)', [
      ...workers,
    ]);
    for (const role of workers) await ensureGivenRole(home, client, role, roles.has(role), ownerUrl);
  });
  const as = (role: string) =>
    withLogin(ownerUrl, role, storedSecret(home, secretName(role, ownerUrl)) ?? '');
  return { ownerUrl, appUrl: appUrl ?? as('xinqiao_app'), batchUrl: batchUrl ?? as('xinqiao_batch') };
}

export type GivenUrls = {
  readonly ownerUrl: string;
  readonly appUrl: string | undefined;
  readonly batchUrl: string | undefined;
};

async function ensureGivenRole(home: Home, client: pg.Client, role: string, exists: boolean, url: string) {
  const name = secretName(role, url);
  if (exists && storedSecret(home, name)) return;
  if (exists)
    throw new LaunchRefused({ code: 'roles-unknown-password', sql: `alter role ${role} password '…'` });
  try {
    await client.query(createRole(role, secretOf(home, name)));
  } catch (error) {
    forgetSecret(home, name);
    if (errorCode(error) !== insufficientPrivilege) throw error;
    const sql = workers.map((each) => `create role ${each} login password '…'`).join('; ');
    throw new LaunchRefused({ code: 'roles-not-allowed', sql });
  }
}

const insufficientPrivilege = '42501';

/** One home may serve several servers in turn; the passwords of each are its own. */
const secretName = (role: string, url: string) => `${role}@${new URL(url).host.replace(':', '_')}`;

function withLogin(url: string, role: string, password: string): string {
  const other = new URL(url);
  other.username = role;
  other.password = password;
  return other.href;
}

/** The owner may make databases, which `prisma migrate dev` needs for its shadow; none may pass row-level security. */
const createRole = (role: string, password: string) =>
  `create role ${role} login ${role === owner ? 'createdb' : ''} nobypassrls password '${password}'`;

async function existing(client: pg.Client, query: string, names: string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(query, [names]);
  return new Set(rows.map((row) => row.name));
}
