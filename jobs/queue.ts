import type { JobName } from '#jobs/contract.ts';
import { bullmqDriver, openBullmqQueue } from '#jobs/queue-bullmq.ts';

/** One job as it travels: the payload is checked against its contract where it is made and where it is done. */
export type JobOrder = { readonly name: JobName; readonly payload: unknown; readonly key: string };

export type QueueCounts = { readonly waiting: number; readonly active: number; readonly failed: number };

export type Working = {
  /** Takes no more jobs and resolves when those under way are done. */
  drain(): Promise<void>;
};

/**
 * The port to the queue. It delivers at least once: an order whose worker died is delivered again. The outbox table is
 * the truth, so a lost queue is refilled and loses nothing.
 */
export type Queue = {
  readonly driver: string;
  /** Adds orders; one whose key waits already is not added again. */
  add(orders: readonly JobOrder[]): Promise<void>;
  work(handle: (order: JobOrder) => Promise<void>, options: { concurrency: number }): Working;
  counts(): Promise<QueueCounts>;
  close(): Promise<void>;
};

/** The one place where the driver is chosen: BullMQ over the same PostgreSQL, as the role for batch work. */
export const openQueue = (batchUrl: string): Queue => openBullmqQueue(batchUrl);
export const queueDriver = bullmqDriver;
