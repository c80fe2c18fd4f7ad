import { type Queue as BullmqQueue, createPostgresBackend, type Job, withBackend } from 'bullmq';
import { type JobName, jobs } from '#jobs/contract.ts';
import type { JobOrder, OrderState, Queue, Schedule, Working, WorkOptions } from '#jobs/queue.ts';
import { queueSchema } from '#jobs/queue-postgres.ts';

type Listening = { on(event: 'error', listener: () => void): unknown; close(): Promise<void> };
type JobQueue = Listening &
  Pick<
    BullmqQueue,
    | 'addBulk'
    | 'getJobState'
    | 'getJobScheduler'
    | 'upsertJobScheduler'
    | 'getJobCounts'
    | 'getJobs'
    | 'disconnect'
  >;

type Perform = (job: Job) => Promise<void>;
type WorkerOptions = {
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
};

/** What BullMQ stands on: how a queue and a worker of one name are opened there. */
export type Transport = {
  readonly driver: string;
  readonly where: string;
  openQueue(name: string): JobQueue;
  openWorker(name: string, perform: Perform, options: WorkerOptions): Listening;
};

const queueName = 'xinqiao';

/** How many delayed orders are looked through for those that are tried again: more are too many, whatever their number. */
const mostLooked = 1_000;
const Postgres = withBackend(createPostgresBackend);

/** BullMQ's own PostgreSQL backend, in a schema of the platform's database, as the role for batch work. */
export function postgresTransport(connectionString: string): Transport {
  const connection = { connectionString, schema: queueSchema, max: 6 };
  return {
    driver: 'BullMQ 6 · PostgreSQL',
    where: '',
    openQueue: (name) => new Postgres.Queue(name, { connection }),
    openWorker: (name, perform, options) => new Postgres.Worker(name, perform, { ...options, connection }),
  };
}

/** The queue port over BullMQ. */
export function openBullmqQueue(transport: Transport): Queue {
  const queue = transport.openQueue(queueName);
  queue.on('error', ignoreBrokenConnection);
  return {
    driver: transport.driver,
    where: transport.where,
    async add(orders) {
      if (orders.length > 0) await queue.addBulk(orders.map(bulkEntry));
    },
    states: (keys) => Promise.all(keys.map(async (key) => stateOf(await queue.getJobState(key)))),
    schedule: (schedule) => keepSchedule(queue, schedule),
    work: (handle, options) => startWorking(transport, handle, options),
    async counts() {
      const kinds = ['waiting', 'active', 'failed', 'delayed'] as const;
      const { waiting = 0, active = 0, failed = 0, delayed = 0 } = await queue.getJobCounts(...kinds);
      // What was ordered for a later day waits for nobody; what failed and is about to be tried again does.
      const later = delayed > 0 ? await queue.getJobs(['delayed'], 0, mostLooked - 1, true) : [];
      const again = later.filter((job) => job && job.attemptsMade > 0).length;
      return { waiting: waiting + again, active, failed };
    },
    close: () => queue.close().catch(() => queue.disconnect()), // a broken connection cannot say goodbye
  };
}

const stateOf = (state: string): OrderState =>
  state === 'unknown' ? 'unknown' : state === 'completed' ? 'done' : 'held';

const optionsOf = (name: JobName) => ({
  attempts: jobs[name].attempts,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 30 * 86_400 },
});

const bulkEntry = ({ name, payload, key, delayMs }: JobOrder) => ({
  name,
  data: payload,
  opts: { ...optionsOf(name), jobId: key, ...(delayMs ? { delay: delayMs } : {}) },
});

/** Ordering a schedule anew would take away a turn that is just due, so one that runs as wanted is not touched. */
async function keepSchedule(queue: JobQueue, { key, name, payload, pattern, timeZone }: Schedule) {
  const known = await queue.getJobScheduler(key);
  if (known?.pattern === pattern && known.tz === timeZone && known.next)
    return { next: new Date(known.next), isNew: false };
  const template = { name, data: payload, opts: optionsOf(name) };
  await queue.upsertJobScheduler(key, { pattern, tz: timeZone }, template);
  return { next: new Date((await queue.getJobScheduler(key))?.next ?? Number.NaN), isNew: true };
}

/** A job that outlives this many crashes of its worker is set aside; handlers repeat without harm until then. */
const maxStalledCount = 50;

function startWorking(
  transport: Transport,
  handle: (order: JobOrder) => Promise<void>,
  { concurrency, lockMs = 10_000 }: WorkOptions,
): Working {
  const perform = ({ name, data, id }: Job) =>
    handle({ name: name as JobName, payload: data, key: id ?? '' });
  const stalledInterval = Math.ceil(lockMs * 0.3);
  const options = { concurrency, lockDuration: lockMs, stalledInterval, maxStalledCount };
  const worker = transport.openWorker(queueName, perform, options);
  worker.on('error', ignoreBrokenConnection);
  return { drain: () => worker.close() };
}

/** BullMQ reconnects by itself; without a listener a broken connection would end the process. */
const ignoreBrokenConnection = () => undefined;
