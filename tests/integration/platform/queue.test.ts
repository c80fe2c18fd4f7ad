import { beforeAll, describe } from 'vitest';
import { openQueue } from '#jobs/queue.ts';
import { migrateQueue, queueSchema } from '#jobs/queue-postgres.ts';
import { freshDatabase } from '#tests/database.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { queueKeepsItsPromises } from './queue-contract.ts';

const urls = freshDatabase({ as: 'batch' });
beforeAll(() => migrateQueue(urls.ownerUrl));

describe('BullMQ on PostgreSQL', () => {
  queueKeepsItsPromises({
    ...urls,
    open: () => openQueue(urls.batchUrl),
    forget: () => withClient(urls.ownerUrl, (client) => client.query(emptyTheQueue).then(() => undefined)),
  });
});

const emptyTheQueue = `
  do $$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = '${queueSchema}' and tablename not like '%migration%' loop
      execute format('delete from ${queueSchema}.%I', t);
    end loop;
  end $$`;
