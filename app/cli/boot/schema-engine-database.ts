import type pg from 'pg';
import { LaunchRefused } from './refusal.ts';
import { withClient } from './sql-client.ts';

/**
 * The engine's `cli` subcommands, which look at or make the database itself. Returns the exit code; the reason of a
 * failure goes to standard error as the line of JSON that Prisma reads.
 */
export async function inspectDatabase(subcommand: string, url: string): Promise<0 | 1> {
  try {
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    const inServer = (work: (client: pg.Client) => Promise<unknown>) => withClient(besides(url), work);
    if (subcommand === 'can-connect-to-database') await withClient(url, (client) => client.query('select 1'));
    if (subcommand === 'create-database')
      await inServer((client) => client.query(`create database ${client.escapeIdentifier(name)}`));
    if (subcommand === 'drop-database')
      await inServer((client) => client.query(`drop database if exists ${client.escapeIdentifier(name)}`));
    return 0;
  } catch (error) {
    const missing = error instanceof LaunchRefused && error.refusal.code === 'database-missing';
    const fields = { message: String(error), is_panic: false, error_code: missing ? 'P1003' : 'P1001' };
    const timestamp = new Date().toISOString();
    process.stderr.write(
      `${JSON.stringify({ timestamp, level: 'ERROR', fields, target: 'schema_engine::logger' })}\n`,
    );
    return 1;
  }
}

/** The maintenance database of the same server. */
function besides(url: string): string {
  const other = new URL(url);
  other.pathname = '/postgres';
  other.search = '';
  return other.href;
}
