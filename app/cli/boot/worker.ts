import { openQueue } from '#jobs/queue.ts';
import { startWorker } from '#jobs/worker.ts';
import { closeDatabase } from '~/server/db/client.ts';
import { log } from '~/server/log.ts';
import { runPart } from './part.ts';

/** The worker process: relay, jobs and the daily schedule, as the role for batch work. */
const queue = openQueue(process.env.DATABASE_BATCH_URL ?? '');
const worker = startWorker(queue, {
  report: (what, error) => log.error({ err: error, job: what }, 'job failed'),
});
runPart({
  async close() {
    await worker.drain();
    await queue.close();
    await closeDatabase();
  },
});
