import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { shippedMigrations } from './check-migrated.ts';
import { checkout } from './home.ts';
import { LaunchRefused } from './refusal.ts';
import { withClient } from './sql-client.ts';

/** The advisory lock that Prisma Migrate takes, so that the two never run at once. */
const prismaLock = 72_707_369;

/**
 * The table as Prisma makes it, so that `prisma migrate status` and `deploy` agree with what was done here. The working
 * roles read it to know whether they may start.
 */
const ledger = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0);
  grant select on _prisma_migrations to xinqiao_app, xinqiao_batch`;

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

const ourFolder = path.join(checkout, 'prisma/migrations');

type Wish = {
  readonly folder?: string;
  /** Only these, as when a backup of an earlier version comes back. */
  readonly only?: ReadonlySet<string>;
};

/**
 * Applies the migrations that a database lacks, each in one transaction with its line in the ledger: a start that is
 * killed leaves nothing half done. Returns the names of those applied.
 */
export function migrate(ownerUrl: string, where: string | Wish = {}): Promise<string[]> {
  const { folder = ourFolder, only } = typeof where === 'string' ? { folder: where } : where;
  return withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [prismaLock]);
    await client.query(ledger);
    const applied = await appliedChecksums(client);
    const wanted = migrationsIn(folder).filter(({ name }) => !only || only.has(name));
    const pending = wanted.filter((migration) => !isApplied(migration, applied));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  });
}

/** The checksum of every migration that this version ships, by name. */
export const shippedChecksums = (): ReadonlyMap<string, string> =>
  new Map(migrationsIn(ourFolder).map(({ name, checksum }) => [name, checksum]));

function migrationsIn(folder: string): Migration[] {
  return shippedMigrations(folder).map((name) => {
    const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null`,
  );
  const unfinished = rows.find((row) => !row.finished); // left by Prisma's own migrate, which a person must resolve
  if (unfinished) throw new LaunchRefused({ code: 'migration-unfinished', name: unfinished.name });
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function isApplied({ name, checksum }: Migration, applied: ReadonlyMap<string, string>): boolean {
  const known = applied.get(name);
  if (known !== undefined && known !== checksum) throw new LaunchRefused({ code: 'migration-changed', name });
  return known !== undefined;
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new LaunchRefused({
      code: 'migration-failed',
      name,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
