import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Handlers } from '#jobs/handler.ts';
import { openQueue } from '#jobs/queue.ts';
import { startWorker } from '#jobs/worker.ts';

/**
 * A worker process whose only handler writes an event, then lingers inside its transaction, so that the test can kill
 * it in mid-job. Arguments: the database's address, the file to note each beginning in, the day to linger at (ms).
 */
const [, , url = '', notes = '', lingerAt = '', lingerMs = '0'] = process.argv;
process.env.DATABASE_APP_URL = url;
const handlers = {
  'platform.start-day': async ({ day }, run) => {
    await run.once(async (tx) => {
      await tx.$executeRaw`insert into event_log (kind, payload, at) values ('test.done', to_jsonb(${day}::text), now())`;
      appendFileSync(notes, `${process.pid} ${day}\n`);
      if (day === lingerAt) await sleep(Number(lingerMs));
    });
  },
} as Partial<Handlers> as Handlers;
startWorker(openQueue(url), { handlers, report: (what, error) => console.error(what, error) });
