import { runMigrations } from 'bullmq';
import pg from 'pg';

/** The schema of the queue's own tables, apart from ours and from Prisma's sight. */
export const queueSchema = 'bullmq';

/**
 * Brings the queue's tables up to its version, as the owner, and lets the worker's role use them. That role may also
 * make objects in this schema: BullMQ makes a sequence for each queue at its first job.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(grants);
    await runMigrations(client as never, queueSchema);
  } finally {
    await client.end();
  }
}

const grants = `
  create schema if not exists ${queueSchema};
  grant usage, create on schema ${queueSchema} to xinqiao_batch;
  alter default privileges in schema ${queueSchema}
    grant select, insert, update, delete on tables to xinqiao_batch;
  alter default privileges in schema ${queueSchema} grant usage, select on sequences to xinqiao_batch`;
