import { createPostgresBackend, type Job, type PostgresConnectionOptions, withBackend } from 'bullmq';
import { type JobName, jobs } from '#jobs/contract.ts';
import type { JobOrder, Queue, Working } from '#jobs/queue.ts';
import { queueSchema } from '#jobs/queue-postgres.ts';

export const bullmqDriver = 'BullMQ 6 · PostgreSQL';

const queueName = 'xinqiao';
const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);

/** A job that outlives this many crashes of its worker is set aside; handlers repeat without harm until then. */
const maxStalledCount = 50;

/** The queue port over BullMQ on its PostgreSQL backend. */
export function openBullmqQueue(connectionString: string): Queue {
  const connection = { connectionString, schema: queueSchema, max: 6 };
  const queue = new PostgresQueue(queueName, { connection });
  queue.on('error', ignoreBrokenConnection);
  return {
    driver: bullmqDriver,
    async add(orders) {
      if (orders.length > 0) await queue.addBulk(orders.map(bulkEntry));
    },
    work: (handle, { concurrency }) => startWorking(connection, handle, concurrency),
    async counts() {
      const { waiting, active, failed, delayed } = await queue.getJobCounts(
        'waiting',
        'active',
        'failed',
        'delayed',
      );
      return { waiting: (waiting ?? 0) + (delayed ?? 0), active: active ?? 0, failed: failed ?? 0 };
    },
    close: () => queue.close(),
  };
}

const bulkEntry = ({ name, payload, key }: JobOrder) => ({
  name,
  data: payload,
  opts: {
    jobId: key,
    attempts: jobs[name].attempts,
    backoff: { type: 'exponential', delay: 1_000 },
    removeOnComplete: { age: 3_600, count: 1_000 },
    removeOnFail: { age: 30 * 86_400 },
  },
});

function startWorking(
  connection: PostgresConnectionOptions,
  handle: (order: JobOrder) => Promise<void>,
  concurrency: number,
): Working {
  const perform = ({ name, data, id }: Job) =>
    handle({ name: name as JobName, payload: data, key: id ?? '' });
  const worker = new PostgresWorker(queueName, perform, {
    connection,
    concurrency,
    lockDuration: 10_000,
    stalledInterval: 3_000,
    maxStalledCount,
  });
  worker.on('error', ignoreBrokenConnection);
  return { drain: () => worker.close() };
}

/** BullMQ reconnects by itself; without a listener a broken connection would end the process. */
const ignoreBrokenConnection = () => undefined;
