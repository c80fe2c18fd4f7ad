import { randomUUID } from 'node:crypto';
import type { Handlers } from '#jobs/handler.ts';
import { openQueue } from '#jobs/queue.ts';
import { postgresTransport, type Transport } from '#jobs/queue-bullmq.ts';
import { redisTransport } from '#jobs/queue-redis.ts';
import { startWorker } from '#jobs/worker.ts';
import { noRedis, redisProgram, startRedis } from '#tests/redis-server.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { type Bench, type BenchContext, type Compared, compare, type Figure } from './bench.ts';

const rounds = 5;
const concurrency = 20;
const bulk = 500;

/**
 * Orders that wait in the outbox, carried by the relay and done by the worker, against BullMQ's own loop on the same
 * backend: `addBulk` and a worker with an empty processor. Ours writes on top of that what makes orders impossible to lose:
 * the relay's marks and those of the work done.
 */
export const bench: Bench = {
  name: 'queue',
  async run(context) {
    const count = context.full ? 20_000 : 4_000;
    const { batchUrl } = context.database;
    const figures: Record<string, Figure> = {};
    figures.postgres = await figureOf(context, count, postgresTransport(batchUrl));
    const program = redisProgram();
    if (!program) {
      process.stderr.write(`redis: skipped, ${noRedis}\n`);
      return figures;
    }
    const redis = await startRedis(program);
    process.env.REDIS_URL = redis.url;
    try {
      figures.redis = await figureOf(context, count, redisTransport(redis.url));
    } finally {
      delete process.env.REDIS_URL;
      await redis.stop();
    }
    return figures;
  },
};

async function figureOf(context: BenchContext, count: number, transport: Transport): Promise<Figure> {
  const bar = context.progress(transport.driver, rounds + 1);
  const times = await compare(
    rounds,
    async () => {
      await throughOutbox(context.database.batchUrl, count);
      bar.tick();
    },
    () => bareLoop(transport, count),
  );
  bar.done();
  return { ...rates(times, count), unit: 'jobs/s', target: 0.8 };
}

const rates = ({ values, baselines }: Compared, count: number): Compared => ({
  values: values.map((ms) => (count * 1000) / ms),
  baselines: baselines.map((ms) => (count * 1000) / ms),
});

/** Done when the outbox says so of every order. */
async function throughOutbox(batchUrl: string, count: number): Promise<void> {
  await withClient(batchUrl, (client) =>
    client.query(
      `insert into outbox (job, key, payload)
       select 'platform.verify-audit', $1 || '-' || n, jsonb_build_object('ref', $2::text) from generate_series(1, $3::int) n`,
      [randomUUID(), randomUUID(), count],
    ),
  );
  const { promise, tick } = countdown(count);
  const handlers = {
    'platform.verify-audit': async () => {
      tick();
    },
    'platform.start-day': async () => undefined,
  } as Partial<Handlers> as Handlers;
  const queue = openQueue(batchUrl);
  const worker = startWorker(queue, {
    concurrency,
    handlers,
    report: (_, error) => {
      throw error;
    },
  });
  await promise;
  await worker.drain();
  await queue.close();
  const undone = await withClient(batchUrl, (client) =>
    client.query('select from outbox where done_at is null limit 1'),
  );
  if (undone.rowCount) throw new Error('an order that was done is not marked so');
}

/** Resolves at the last of so many ticks. */
function countdown(count: number) {
  let left = count;
  let resolve = () => {};
  const promise = new Promise<void>((settled) => {
    resolve = settled;
  });
  return { promise, tick: () => --left === 0 && resolve() };
}

async function bareLoop(transport: Transport, count: number): Promise<void> {
  const name = 'bare';
  const queue = transport.openQueue(name);
  const options = { removeOnComplete: { age: 3_600, count: 1_000 } };
  const { promise, tick } = countdown(count);
  const worker = transport.openWorker(
    name,
    async () => {
      tick();
    },
    { concurrency, lockDuration: 10_000, stalledInterval: 3_000, maxStalledCount: 50 },
  );
  const run = randomUUID();
  for (let from = 0; from < count; from += bulk)
    await queue.addBulk(
      Array.from({ length: Math.min(bulk, count - from) }, (_, i) => ({
        name: 'platform.verify-audit',
        data: { ref: run },
        opts: { ...options, jobId: `${run}-${from + i}`, attempts: 5 },
      })),
    );
  await promise;
  await worker.close();
  await queue.close();
}
