import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { migrateQueue } from '#jobs/queue-postgres.ts';
import seedDemo, { seedReference } from '#prisma/seed/seed.ts';
import type { OpenProgress } from '../command.ts';
import { demoMade, emptyHalfMade, noteBegun } from './half-made-demo.ts';
import { checkout } from './home.ts';
import { withLock } from './lock.ts';
import { migrate } from './migrate.ts';
import type { OpenDatabase } from './open-database.ts';
import { withClient } from './sql-client.ts';

type Wish = {
  /** Whether it shall hold the demo province, and what stands beside the bar while that is made. */
  readonly demo?: string;
};

/**
 * Brings a database to what this version needs: tables, queue, reference data and, if wanted, the demo province.
 * What is there already is left alone. Reference data that a killed start left half done are finished, since seeding them twice
 * adds nothing; a demo that it left half made is made anew.
 */
export function prepareDatabase(
  database: OpenDatabase,
  progress: OpenProgress,
  { demo }: Wish = {},
): Promise<void> {
  process.env.XINQIAO_DATA_DIR = database.home.folder; // where the platform's keys and documents of the seed go
  return withLock(database.home.folder, 'prepare', async () => {
    await makeTables(database);
    if (demo !== undefined && (await emptyHalfMade(database))) await makeTables(database);
    await once(database, `seed-reference-${referenceHash()}`, () => seedReference(database));
    if (demo === undefined) return;
    const bar: OpenProgress = (_, total) => progress(demo, total);
    if (!(await isDone(database, demoMade))) await noteBegun(database);
    await once(database, demoMade, () => seedDemo(database, { progress: bar }));
  });
}

async function makeTables({ ownerUrl }: OpenDatabase): Promise<void> {
  await migrate(ownerUrl);
  await migrateQueue(ownerUrl);
}

/** Does the work unless it was finished before. */
async function once(database: OpenDatabase, key: string, work: () => Promise<void>): Promise<void> {
  if (await isDone(database, key)) return;
  await work();
  await withClient(database.batchUrl, (client) =>
    client.query('insert into job_done (key) values ($1) on conflict do nothing', [key]),
  );
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
