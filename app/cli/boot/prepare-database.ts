import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { migrateQueue } from '#jobs/queue-postgres.ts';
import seedDemo, { seedReference } from '#prisma/seed/seed.ts';
import type { OpenProgress } from '../command.ts';
import { checkout } from './home.ts';
import { withLock } from './lock.ts';
import { migrate } from './migrate.ts';
import type { OpenDatabase } from './open-database.ts';
import { withClient } from './sql-client.ts';

export type Prepared = { readonly migrations: readonly string[]; readonly seeded: boolean };

/**
 * Brings a database to what this version needs: tables, queue, reference data and, if wanted, the demo province.
 * What is there already is left alone; what a killed start left half done is finished, since seeding twice adds nothing.
 */
export function prepareDatabase(
  database: OpenDatabase,
  progress: OpenProgress,
  { demo = false } = {},
): Promise<Prepared> {
  process.env.XINQIAO_DATA_DIR = database.home.folder; // where the platform's keys and documents of the seed go
  return withLock(database.home.folder, 'prepare', async () => {
    const migrations = await migrate(database.ownerUrl);
    await migrateQueue(database.ownerUrl);
    await once(database, `seed-reference-${referenceHash()}`, () => seedReference(database));
    const seeded = demo && (await once(database, demoMark, () => seedDemo(database, { progress })));
    return { migrations, seeded };
  });
}

/** Whether the demo province lives in the database: its accounts must then not be reachable from outside. */
export const holdsDemo = (database: OpenDatabase): Promise<boolean> => isDone(database, demoMark);

const demoMark = 'seed-demo-province';

/** Does the work unless it was finished before; returns whether it did. */
async function once(database: OpenDatabase, key: string, work: () => Promise<void>): Promise<boolean> {
  if (await isDone(database, key)) return false;
  await work();
  await withClient(database.batchUrl, (client) =>
    client.query('insert into job_done (key) values ($1) on conflict do nothing', [key]),
  );
  return true;
}

const isDone = (database: OpenDatabase, key: string): Promise<boolean> =>
  withClient(database.batchUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from job_done where key = $1', [key]);
    return rowCount === 1;
  });

/** Changes whenever a new version ships other reference data. */
function referenceHash(): string {
  const hash = createHash('sha256');
  for (const file of filesUnder(path.join(checkout, 'prisma/seed'))) hash.update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
