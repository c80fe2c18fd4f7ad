import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Queue } from '#jobs/queue.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type OpenQueue = () => Queue;

const workerFile = new URL('./crashing-worker.ts', import.meta.url).pathname;

/** Orders a day's start in a transaction of its own, which fails when a fault is given. */
export const orderIn = (day: string, fault?: Error): Promise<void> =>
  withActor(system('test'), async (tx) => {
    await tx.$executeRaw`insert into outbox (job, key, payload)
      values ('platform.start-day', ${`start-day-${day}`}, jsonb_build_object('day', ${day}::text))`;
    if (fault) throw fault;
  });

/** Orders that a day starts, not before so many milliseconds from now. */
export const orderLater = (day: string, ms: number): Promise<void> =>
  withActor(system('test'), async (tx) => {
    await tx.$executeRaw`insert into outbox (job, key, payload, not_before)
      values ('platform.start-day', ${`start-day-${day}`}, jsonb_build_object('day', ${day}::text),
              clock_timestamp() + ${ms} * interval '1 millisecond')`;
  });

/** Waits until it is so, for 40 seconds at most. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 40_000; !(await isSo()); await sleep(50))
    if (Date.now() > end) throw new Error('waited in vain');
}

/** Worker processes over a database, and what they did there. */
export function queueWatch(batchUrl: string) {
  const notes = path.join(mkdtempSync(path.join(tmpdir(), 'xinqiao-queue-')), 'notes');
  const children: ChildProcess[] = [];
  const count = (query: string) =>
    withClient(batchUrl, async (client) => Number((await client.query<{ n: string }>(query)).rows[0]?.n));
  return {
    effects: (day: string) =>
      count(`select count(*) as n from event_log where kind = 'test.done' and payload = '"${day}"'`),
    /** Orders of the tests that are not known to be done. */
    openOrders: () => count('select count(*) as n from outbox where done_at is null'),
    begun: (day: string) => linesOf(notes, day),
    ended: (day: string) => linesOf(notes, `${day} ended`),
    startChild(day = '', { lingerMs = 0, place = 'inside' } = {}): ChildProcess {
      const words = ['--import', 'tsx', workerFile, batchUrl, notes, day, String(lingerMs), place];
      const child = spawn(process.execPath, words, { stdio: 'inherit' });
      children.push(child);
      return child;
    },
    endChildren() {
      for (const child of children.splice(0)) child.kill('SIGKILL');
    },
  };
}

function linesOf(notes: string, ending: string): number {
  try {
    return readFileSync(notes, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith(ending)).length;
  } catch {
    return 0; // nothing was noted yet
  }
}
