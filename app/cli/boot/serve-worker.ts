import { openQueue } from '#jobs/queue.ts';
import { startWorker } from '#jobs/worker.ts';
import { closeDatabase } from '~/server/db/client.ts';
import { log } from '~/server/log.ts';
import { openHealth } from '../operations/health.ts';
import { jobCount, jobSeconds, measureBacklog } from '../operations/job-metrics.ts';
import { openOperations } from '../operations/operations-server.ts';
import { measureProcess } from '../operations/request-metrics.ts';
import { startTracing } from '../operations/tracing.ts';
import { runPart } from './part.ts';
import { readOperations } from './settings.ts';

/** Runs the relay, jobs and the daily schedule in this process until it is asked to stop; `after` is closed last. */
export async function serveWorker(after: () => Promise<void> = async () => undefined): Promise<void> {
  const stopTracing = await startTracing('worker');
  const batchUrl = process.env.DATABASE_BATCH_URL ?? '';
  const address = readOperations('worker');
  const health = openHealth(batchUrl);
  const queue = openQueue(batchUrl);
  if (address) {
    measureProcess();
    measureBacklog(queue);
  }
  const closeOperations = await openOperations(address, health);
  const worker = startWorker(queue, {
    report: (what, error) => log.error({ err: error, job: what }, 'job failed'),
    observe(job, outcome, ms) {
      jobCount.inc({ job, outcome });
      jobSeconds.observe({ job }, ms / 1000);
      log.info({ job, outcome, ms: Math.round(ms) }, 'job');
    },
  });
  runPart({
    async close() {
      health.drain();
      await worker.drain();
      await Promise.all([queue.close(), closeOperations(), health.close()]);
      await closeDatabase();
      await stopTracing();
      await after();
    },
  });
}
