import { setTimeout as sleep } from 'node:timers/promises';
import type { JobName } from '#jobs/contract.ts';
import type { Queue } from '#jobs/queue.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';

const batchSize = 500;
const idleMs = 200;
/** After a failure: time for what broke (the database, Redis) to come back. */
const restMs = 1_000;

type Waiting = {
  readonly id: bigint;
  readonly job: JobName;
  readonly key: string;
  readonly payload: unknown;
  /** What is left of its pause, by the database's clock. */
  readonly delayMs: number;
};

/**
 * Carries one batch of committed orders from the outbox to the queue, oldest first, and returns how many. A crash
 * between the two carries them again; their keys see to it that they are done once.
 */
export function relayBatch(queue: Queue): Promise<number> {
  return withActor(system('relay'), async (tx) => {
    const waiting = await tx.$queryRaw<Waiting[]>`
      select id, job, key, payload,
             greatest(0, ceil(extract(epoch from coalesce(not_before, clock_timestamp()) - clock_timestamp()) * 1000))::int as "delayMs"
      from outbox where relayed_at is null
      order by id limit ${batchSize} for update skip locked`;
    if (waiting.length === 0) return 0;
    await queue.add(waiting.map(({ job, key, payload, delayMs }) => ({ name: job, key, payload, delayMs })));
    await tx.$executeRaw`
      update outbox set relayed_at = clock_timestamp() where id = any(${waiting.map(({ id }) => id)})`;
    return waiting.length;
  });
}

export type Relay = { stop(): Promise<void> };

/** Keeps carrying until stopped. A failure (the database restarts) is reported and tried again. */
export function startRelay(queue: Queue, report: (error: unknown) => void): Relay {
  const stopping = new AbortController();
  const carry = async () => {
    while (!stopping.signal.aborted) {
      const carried = await relayBatch(queue).catch((error: unknown) => {
        report(error);
        return undefined;
      });
      const pause = carried === undefined ? restMs : carried < batchSize ? idleMs : 0;
      if (pause > 0) await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const carrying = carry();
  return {
    async stop() {
      stopping.abort();
      await carrying;
    },
  };
}
