import { runMigrations } from 'bullmq';
import pg from 'pg';

/** The schema of the queue's own tables, apart from ours and from Prisma's sight. */
export const queueSchema = 'bullmq';

/** Brings the queue's tables up to its version, as the owner, and lets the worker's role use them. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client as never, queueSchema);
    await client.query(`
      grant usage on schema ${queueSchema} to xinqiao_batch;
      grant select, insert, update, delete on all tables in schema ${queueSchema} to xinqiao_batch;
      grant usage, select on all sequences in schema ${queueSchema} to xinqiao_batch;
      grant execute on all functions in schema ${queueSchema} to xinqiao_batch`);
  } finally {
    await client.end();
  }
}
