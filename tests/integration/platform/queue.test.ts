import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQueue } from '#jobs/queue.ts';
import { migrateQueue } from '#jobs/queue-postgres.ts';
import { relayBatch } from '#jobs/relay.ts';
import { freshDatabase } from '#tests/database.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';

const { ownerUrl, batchUrl } = freshDatabase({ as: 'batch' });
beforeAll(() => migrateQueue(ownerUrl));

const notes = path.join(mkdtempSync(path.join(tmpdir(), 'xinqiao-queue-')), 'notes');
const workerFile = new URL('./crashing-worker.ts', import.meta.url).pathname;
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

function startChild(day: string, lingerMs: number): ChildProcess {
  const options = ['--import', 'tsx', workerFile, batchUrl, notes, day, String(lingerMs)];
  const child = spawn(process.execPath, options, { stdio: 'inherit' });
  children.push(child);
  return child;
}
const order = (day: string) =>
  withActor(system('test'), async (tx) => {
    await tx.$executeRaw`insert into outbox (job, key, payload)
      values ('platform.start-day', ${`start-day-${day}`}, jsonb_build_object('day', ${day}::text))`;
  });

const count = (query: string) =>
  withClient(batchUrl, async (client) => Number((await client.query<{ n: string }>(query)).rows[0]?.n));
const effects = (day: string) =>
  count(`select count(*) as n from event_log where kind = 'test.done' and payload = '"${day}"'`);
const begun = (day: string) => {
  try {
    return readFileSync(notes, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith(day)).length;
  } catch {
    return 0;
  }
};

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 40_000; !(await isSo()); await sleep(50))
    if (Date.now() > end) throw new Error('waited in vain');
}

test('an order reaches the queue only when its transaction commits', async () => {
  const rolledBack = withActor(system('test'), async (tx) => {
    await tx.$executeRaw`insert into outbox (job, key, payload) values ('platform.start-day', 'k', '{"day":"2026-01-01"}')`;
    throw new Error('changed our mind');
  });
  await expect(rolledBack).rejects.toThrow('changed our mind');
  const queue = openQueue(batchUrl);
  expect(await relayBatch(queue)).toBe(0);
  await queue.close();
});

test('an order carried twice waits once', async () => {
  const queue = openQueue(batchUrl);
  const twice = {
    name: 'platform.start-day',
    payload: { day: '2026-02-02' },
    key: 'start-day-2026-02-02',
  } as const;
  const before = (await queue.counts()).waiting;
  await queue.add([twice]);
  await queue.add([twice]);
  expect((await queue.counts()).waiting).toBe(before + 1);
  await queue.close();
});

test('a worker killed in mid-job loses nothing and the effect is there once', async () => {
  await order('2026-03-03');
  const first = startChild('2026-03-03', 60_000);
  await until(() => begun('2026-03-03') === 1);
  first.kill('SIGKILL');
  expect(await effects('2026-03-03')).toBe(0);
  startChild('2026-03-03', 0);
  await until(async () => (await effects('2026-03-03')) === 1);
  await order('2026-03-03'); // the same order again, as after a crash of the relay
  await until(async () => (await count('select count(*) as n from outbox where relayed_at is null')) === 0);
  await sleep(500);
  expect(begun('2026-03-03')).toBe(2);
  expect(await effects('2026-03-03')).toBe(1);
});
