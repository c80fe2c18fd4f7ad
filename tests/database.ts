import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { DatabaseUrls } from '~/cli/command.ts';
import { closeDatabase, useDatabase } from '~/server/db/client.ts';

/** Fills a database that others are then cloned from: the same name always means the same content. */
export type Template = { readonly name: string; fill(urls: DatabaseUrls): Promise<void> };

type Wish = {
  /** The role that this process works as: the web's by default, the worker's on demand. */
  readonly as?: 'app' | 'batch';
  /** What it holds beyond the tables; the first test file that asks for a template makes it, the others clone it. */
  readonly template?: Template;
};

/**
 * Gives a test file a database of its own, called at the top of the file. `withActor` and the stores use it; the
 * returned addresses are for tests that look from outside. It goes after the file's last test.
 */
export function freshDatabase({ as = 'app', template }: Wish = {}): DatabaseUrls {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const urls = urlsOf(name);
  beforeAll(async () => {
    const source = template ? await filledTemplate(template) : inject('server').template;
    await onServer((client) => clone(client, source, name));
    process.env.DATABASE_APP_URL = as === 'app' ? urls.appUrl : urls.batchUrl;
    process.env.DATABASE_BATCH_URL = urls.batchUrl;
    await useDatabase(process.env.DATABASE_APP_URL);
  });
  afterAll(async () => {
    await closeDatabase();
    await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return urls;
}

/** The three addresses of a database of the test server. */
function urlsOf(database: string): DatabaseUrls {
  const { ownerUrl, appUrl, batchUrl } = inject('roles');
  const within = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  return { ownerUrl: within(ownerUrl), appUrl: within(appUrl), batchUrl: within(batchUrl) };
}

/** The template's database, made and filled by whoever comes first; the others wait. */
function filledTemplate({ name, fill }: Template): Promise<string> {
  const database = `template_${name}`;
  return onServer(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [database]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount) return database;
    const draft = `${database}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await clone(client, inject('server').template, draft);
    await fill(urlsOf(draft));
    await closeDatabase();
    await client.query(`alter database ${draft} rename to ${database}`);
    return database;
  });
}

/** PostgreSQL copies a database only while nobody is connected to it, so copies of one source wait for each other. */
async function clone(client: pg.Client, source: string, name: string): Promise<void> {
  await client.query('select pg_advisory_lock(hashtext($1))', [`clone ${source}`]);
  await client.query(`create database ${name} template ${source} owner xinqiao_owner strategy file_copy`);
  await client.query('select pg_advisory_unlock(hashtext($1))', [`clone ${source}`]);
}

const onServer = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(inject('server').adminUrl, work);
