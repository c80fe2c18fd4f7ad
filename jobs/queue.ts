import type { JobName } from '#jobs/contract.ts';
import { openBullmqQueue, postgresTransport } from '#jobs/queue-bullmq.ts';
import { redisTransport, redisUnfitness } from '#jobs/queue-redis.ts';

/** One job as it travels: the payload is checked against its contract where it is made and where it is done. */
export type JobOrder = {
  readonly name: JobName;
  readonly payload: unknown;
  readonly key: string;
  /** Not before so many milliseconds from now. */
  readonly delayMs?: number;
};

/** An order that comes again and again, by the wall clock of a place. */
export type Schedule = {
  readonly key: string;
  readonly name: JobName;
  readonly payload: unknown;
  /** Seconds (may be left out), minutes, hours, days, months, weekdays: `0 0 * * *` is every midnight. */
  readonly pattern: string;
  /** Such as `Asia/Shanghai`. */
  readonly timeZone: string;
};

export type QueueCounts = { readonly waiting: number; readonly active: number; readonly failed: number };

/** Where the queue has an order: waiting, under way or failed; done; or it does not know of it. */
export type OrderState = 'held' | 'done' | 'unknown';

export type Working = {
  /** Takes no more jobs and resolves when those under way are done. */
  drain(): Promise<void>;
};

export type WorkOptions = {
  readonly concurrency: number;
  /** How long a worker may be silent before its jobs go to another one. */
  readonly lockMs?: number;
};

/**
 * The port to the queue. It delivers at least once: an order whose worker died is delivered again, one that failed after a
 * pause that doubles. The outbox table is the truth, so a lost queue is refilled and loses nothing.
 */
export type Queue = {
  readonly driver: string;
  /** The server that holds it; empty when that is the platform's own database. */
  readonly where: string;
  /** Adds orders; one whose key it knows already is not added again. */
  add(orders: readonly JobOrder[]): Promise<void>;
  /** Where it has each of these keys, in their order. */
  states(keys: readonly string[]): Promise<OrderState[]>;
  /** Sees to it that the schedule runs; one that runs already is left alone. */
  schedule(schedule: Schedule): Promise<{ readonly next: Date; readonly isNew: boolean }>;
  work(handle: (order: JobOrder) => Promise<void>, options: WorkOptions): Working;
  counts(): Promise<QueueCounts>;
  close(): Promise<void>;
};

/** The one place where the driver is chosen: BullMQ on Redis where `REDIS_URL` names one, otherwise on the same PostgreSQL. */
function transport(batchUrl: string) {
  const redisUrl = process.env.REDIS_URL;
  return redisUrl ? redisTransport(redisUrl) : postgresTransport(batchUrl);
}

export const openQueue = (batchUrl: string): Queue => openBullmqQueue(transport(batchUrl));

/** Driver and place of the queue, without opening it. */
export function queuePlace(): { readonly driver: string; readonly where: string } {
  const { driver, where } = transport('');
  return { driver, where };
}

/** Why the Redis in `REDIS_URL` cannot be used; undefined when it can, or when there is none. */
export const queueUnfitness = async () =>
  process.env.REDIS_URL ? redisUnfitness(process.env.REDIS_URL) : undefined;
