import fs from 'node:fs';
import { missingMigrations } from './check-migrated.ts';
import { clusterOf } from './cluster.ts';
import { homeOf } from './home.ts';
import { openDatabase } from './open-database.ts';
import { LaunchRefused } from './refusal.ts';
import { withClient } from './sql-client.ts';

/**
 * Opens the database for one part without preparing anything: by the addresses of the working roles
 * (`DATABASE_APP_URL`, for a worker `DATABASE_BATCH_URL`), by `DATABASE_URL`, or the embedded one of a data folder.
 * Refuses in words where it is missing or not migrated. Returns how to let it go.
 */
export async function openPrepared(
  part: 'web' | 'worker',
  dataDir: string | undefined,
): Promise<() => Promise<void>> {
  const home = homeOf(dataDir);
  process.env.XINQIAO_DATA_DIR ??= home.folder;
  const given = dataDir ? undefined : givenUrl(part);
  const opened = given ? undefined : await openOwn(dataDir);
  const url = given ?? (part === 'web' ? opened?.appUrl : opened?.batchUrl) ?? '';
  try {
    const missing = await withClient(url, missingMigrations);
    if (missing.length > 0)
      throw new LaunchRefused({ code: 'database-not-migrated', missing: missing.length });
  } catch (error) {
    await opened?.stop();
    throw error;
  }
  process.env.DATABASE_APP_URL = url;
  if (part === 'worker') process.env.DATABASE_BATCH_URL = url;
  return opened?.stop ?? (async () => undefined);
}

const givenUrl = (part: 'web' | 'worker'): string | undefined =>
  (part === 'web' ? process.env.DATABASE_APP_URL : process.env.DATABASE_BATCH_URL) || undefined;

function openOwn(dataDir: string | undefined) {
  const isGiven = process.env.DATABASE_URL && !dataDir;
  const home = homeOf(dataDir);
  if (!isGiven && !fs.existsSync(clusterOf(home)))
    throw new LaunchRefused({ code: 'database-not-prepared', folder: home.asked });
  return openDatabase({ dataDir });
}
