import type { DatabaseUrls } from '../command.ts';
import { withClient } from './sql-client.ts';

/** Kept in `job_done` while the demo province is made, beside the key of one that was finished. */
const begun = 'seed-demo-begun';
export const demoMade = 'seed-demo-province';

/** Notes that the demo begins in a database that holds nobody yet: only such a one is ever emptied again. */
export const noteBegun = ({ batchUrl }: DatabaseUrls): Promise<unknown> =>
  withClient(batchUrl, (client) =>
    client.query(
      `insert into job_done (key) select $1
       where not exists (select 1 from user_account) and not exists (select 1 from enterprise)
       on conflict do nothing`,
      [begun],
    ),
  );

/**
 * Whether a first start was killed while it made the demo, and nobody has come in since. Its half year is told day by day, so
 * that the rest cannot be told on a later day: it is made anew.
 */
const isHalfMade = ({ batchUrl }: DatabaseUrls): Promise<boolean> =>
  withClient(batchUrl, async (client) => {
    const { rows } = await client.query<{ half: boolean }>(
      `select exists (select 1 from job_done where key = $1) and not exists (select 1 from job_done where key = $2)
              and not exists (select 1 from session) and not exists (select 1 from user_account where last_login_at is not null)
              as half`,
      [begun, demoMade],
    );
    return rows[0]?.half === true;
  });

/** Empties a database in which the demo was left half made, down to its schemas; says whether it did. */
export async function emptyHalfMade(database: DatabaseUrls): Promise<boolean> {
  if (!(await isHalfMade(database))) return false;
  await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(nspname) as name from pg_namespace
       where nspname in ('public', 'staging', 'bullmq') order by nspname`,
    );
    await client.query('begin');
    for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
    await client.query('create schema public');
    await client.query('grant usage on schema public to public');
    await client.query('commit');
  });
  return true;
}
