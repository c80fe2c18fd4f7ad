import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Handlers } from '#jobs/handler.ts';
import { openQueue } from '#jobs/queue.ts';
import { startWorker } from '#jobs/worker.ts';

/**
 * A worker process whose only handler writes an event, and at one day lingers before its transaction or inside it, so that
 * the test can kill or freeze it in mid-job. Arguments: the database's address, the file to note each beginning in, the
 * day to linger at, for how long (ms), and where.
 */
const [, , url = '', notes = '', lingerAt = '', lingerMs = '0', place = 'inside'] = process.argv;
process.env.DATABASE_APP_URL = url;
const handlers = {
  'platform.start-day': async ({ day }, run) => {
    const linger = async (at: string) => {
      if (at !== place) return;
      appendFileSync(notes, `${process.pid} ${day}\n`);
      if (day === lingerAt) await sleep(Number(lingerMs));
    };
    await linger('before');
    await run.once(async (tx) => {
      await tx.$executeRaw`insert into event_log (kind, payload, at) values ('test.done', to_jsonb(${day}::text), now())`;
      await linger('inside');
    });
  },
} as Partial<Handlers> as Handlers;
startWorker(openQueue(url), {
  handlers,
  lockMs: 1_500,
  upkeep: { everyMs: 300, olderThanMs: 500 },
  report: (what, error) => {
    if (what === 'platform.start-day') console.error(error); // the rest is a queue that the test took away
  },
});
