import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { checkout } from './home.ts';

/** The names of the migrations that this version ships, in their order. */
export const shippedMigrations = (folder = path.join(checkout, 'prisma/migrations')): string[] =>
  fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
    .sort();

/** The migrations that a database lacks, asked as any of its roles; all of them where there is no ledger. */
export async function missingMigrations(database: Pick<pg.Client | pg.Pool, 'query'>): Promise<string[]> {
  const shipped = shippedMigrations();
  const ledger = await database.query<{ readable: boolean }>(
    `select coalesce(has_table_privilege(to_regclass('public._prisma_migrations'), 'select'), false) as readable`,
  );
  if (!ledger.rows[0]?.readable) return shipped;
  const { rows } = await database.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
  );
  const applied = new Set(rows.map(({ name }) => name));
  return shipped.filter((name) => !applied.has(name));
}
