import type { Readable } from 'node:stream';
import type { QueryResult } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BatchTx } from '~/server/db/batch-client.ts';
import type { FirmHead } from './build-table.ts';
import { copiedColumns } from './read-rows.ts';

/** What tells this database from every other, also from its own restored copy. */
const ownMark = `select oid || '-' || (select system_identifier from pg_control_system()) as mark
  from pg_database where datname = current_database()`;

export async function databaseMark({ client }: BatchTx): Promise<string> {
  const { rows } = await client.query(ownMark);
  return rows[0].mark;
}

/** The moment that a transaction sees, of which database, and who follows its facts (see `startFollowing`). */
export type Frozen = {
  readonly snapshot: string;
  readonly database: string;
  readonly followers: readonly string[];
};

/**
 * One process at a time keeps the segments, and everything that follows in the transaction is of one moment: of the one
 * at which its turn came, since a lock on a table takes no snapshot. In one message.
 */
export async function freezeSnapshot({ client }: BatchTx): Promise<Frozen> {
  const results: unknown = await client.query(
    `set transaction isolation level repeatable read;
     lock table fact_follower in share update exclusive mode;
     select pg_current_snapshot()::text as snapshot, (${ownMark}) as database,
            array(select id::text from fact_follower) as followers`,
  );
  return (results as readonly QueryResult[])[2]?.rows[0];
}

/** The marks of all databases of this server. */
export async function livingMarks({ client }: BatchTx): Promise<Set<string>> {
  const { rows } = await client.query(
    "select oid || '-' || (select system_identifier from pg_control_system()) as mark from pg_database",
  );
  return new Set(rows.map(({ mark }) => mark as string));
}

/**
 * From the end of this transaction on each fact and firm that is added or changed leaves a touch. Waits for those that
 * are being added (each has read the table of followers), so that the next snapshot sees them.
 */
export async function startFollowing({ client }: BatchTx, follower: string): Promise<void> {
  await client.query('lock table fact_follower in access exclusive mode');
  await client.query('delete from fact_follower');
  await client.query('delete from fact_touch');
  await client.query('insert into fact_follower (id) values ($1)', [follower]);
}

const head = `id::text, case when external_id is null then 'registers' else source end as population,
  status not in ('cancelled', 'moved-out') as "isScored"`;

export async function allFirms({ client }: BatchTx): Promise<FirmHead[]> {
  const { rows } = await client.query(`select ${head} from enterprise order by id`);
  return rows;
}

export async function firmsOf({ client }: BatchTx, ids: readonly string[]): Promise<FirmHead[]> {
  const { rows } = await client.query(`select ${head} from enterprise where id = any($1::uuid[])`, [ids]);
  return rows;
}

/** About how many facts there are, by the planner's statistics. */
export async function guessFacts({ client }: BatchTx): Promise<number> {
  const { rows } = await client.query(
    `select greatest(reltuples, 0)::int as n from pg_class where relname = 'fact'`,
  );
  return rows[0]?.n ?? 0;
}

export const copyAllFacts = ({ client }: BatchTx): Readable =>
  client.query(copyTo(`copy fact (${copiedColumns}) to stdout (format binary)`));

const of = (alias: string): string => copiedColumns.replaceAll(/\w+/g, `${alias}.$&`);

/** Every fact of some firms. */
export async function copyFactsOf({ client }: BatchTx, ids: readonly string[]): Promise<Readable> {
  await client.query('create temporary table asked_firm (id uuid primary key) on commit drop');
  await client.query('insert into asked_firm select unnest($1::uuid[])', [ids]);
  return client.query(
    copyTo(
      `copy (select ${of('f')} from asked_firm a join fact f on f.enterprise_id = a.id) to stdout (format binary)`,
    ),
  );
}

/** The facts that were added since: those with a touch that the snapshot had not seen. */
export const copyTouchedFacts = ({ client }: BatchTx, since: string): Readable =>
  client.query(
    copyTo(`copy (
      select ${of('f')} from fact_touch t join fact f on f.enterprise_id = t.enterprise_id and f.id = t.fact_id
      where not pg_visible_in_snapshot(t.xid, '${plainSnapshot(since)}'::pg_snapshot)) to stdout (format binary)`),
  );

/** COPY takes no parameters; a snapshot is digits, colons and commas. */
function plainSnapshot(text: string): string {
  if (!/^[\d:,]+$/.test(text)) throw new Error(`not a snapshot: ${text}`);
  return text;
}

/** Firms that were added, or whose standing changed, since the snapshot. */
export async function touchedFirms({ client }: BatchTx, since: string): Promise<FirmHead[]> {
  const { rows } = await client.query(
    `select ${head} from enterprise where id in (
       select enterprise_id from fact_touch
       where fact_id is null and not pg_visible_in_snapshot(xid, $1::pg_snapshot))`,
    [since],
  );
  return rows;
}

/** Forgets the touches that were taken over. Call it after the segments are safe on the disk. */
export const dropTouches = ({ client }: BatchTx) => client.query('delete from fact_touch');
