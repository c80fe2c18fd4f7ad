import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { JobOrder, Queue } from '#jobs/queue.ts';
import { relayBatch } from '#jobs/relay.ts';
import type { DatabaseUrls } from '~/cli/command.ts';
import { type OpenQueue, orderIn, orderLater, queueWatch, until } from './queue-watch.ts';

export type Backend = DatabaseUrls & {
  /** Opens the queue as the product does. */
  readonly open: OpenQueue;
  /** Makes the queue forget everything that it holds, as a crash without persistence does. */
  forget(): Promise<void>;
};

const start = (day: string, more: Partial<JobOrder> = {}): JobOrder => ({
  name: 'platform.start-day',
  payload: { day },
  key: `start-day-${day}`,
  ...more,
});

/** What every queue driver promises, whatever it stands on. */
export function queueKeepsItsPromises(backend: Backend): void {
  const { effects, begun, ended, startChild, openOrders, endChildren } = queueWatch(backend.batchUrl);
  const opened: (() => Promise<void>)[] = [];
  afterEach(async () => {
    endChildren();
    for (const close of opened.splice(0).reverse()) await close();
  });
  const openQueue = (): Queue => {
    const queue = backend.open();
    opened.push(() => queue.close());
    return queue;
  };
  const work = (queue: Queue, handle: (order: JobOrder) => Promise<void>) => {
    const working = queue.work(handle, { concurrency: 2, lockMs: 1_500 });
    opened.push(() => working.drain());
  };

  test('an order reaches the queue only when its transaction commits', async () => {
    await expect(orderIn('2026-01-01', new Error('changed our mind'))).rejects.toThrow('changed our mind');
    const queue = openQueue();
    expect(await relayBatch(queue)).toBe(0);
    expect(await queue.states(['start-day-2026-01-01'])).toEqual(['unknown']);
  });

  test('an order that has its time waits for it in the queue', async () => {
    const queue = openQueue();
    await orderLater('2026-12-12', 1_500);
    await relayBatch(queue);
    const done: number[] = [];
    const begun = Date.now();
    work(queue, async ({ key }) => {
      if (key === 'start-day-2026-12-12') done.push(Date.now() - begun);
    });
    expect(await queue.states(['start-day-2026-12-12'])).toEqual(['held']);
    await until(() => done.length > 0);
    expect(done[0]).toBeGreaterThan(1_000);
  });

  test('an order carried twice waits once and is done once', async () => {
    const queue = openQueue();
    const before = (await queue.counts()).waiting;
    await queue.add([start('2026-02-02'), start('2026-02-02')]);
    await queue.add([start('2026-02-02')]);
    expect((await queue.counts()).waiting).toBe(before + 1);
    expect(await queue.states(['start-day-2026-02-02', 'nothing'])).toEqual(['held', 'unknown']);
    const done: string[] = [];
    work(queue, async ({ key }) => void done.push(key));
    await until(async () => (await queue.states(['start-day-2026-02-02']))[0] === 'done');
    await queue.add([start('2026-02-02')]);
    await sleep(200);
    expect(done.filter((key) => key === 'start-day-2026-02-02')).toHaveLength(1);
  });

  test('a delayed order is not done before its time', async () => {
    const queue = openQueue();
    const done: number[] = [];
    work(queue, async ({ key }) => {
      if (key === 'start-day-2026-02-03') done.push(Date.now());
    });
    const ordered = Date.now();
    await queue.add([start('2026-02-03', { delayMs: 700 })]);
    await until(() => done.length === 1);
    expect((done[0] ?? 0) - ordered).toBeGreaterThanOrEqual(690);
  });

  test('an order that fails comes again after a pause that doubles', async () => {
    const queue = openQueue();
    const tries: number[] = [];
    work(queue, async ({ key }) => {
      if (key !== 'start-day-2026-02-04') return;
      if (tries.push(Date.now()) < 3) throw new Error('not yet');
    });
    await queue.add([start('2026-02-04')]);
    await until(() => tries.length === 3);
    const [first = 0, second = 0, third = 0] = tries;
    expect(second - first).toBeGreaterThanOrEqual(990);
    expect(third - second).toBeGreaterThanOrEqual(1_990);
  });

  test('a schedule follows the clock of its time zone, however many ask for it', async () => {
    const [queue, other] = [openQueue(), openQueue()];
    const midnight = { name: 'platform.turn-day', payload: {}, pattern: '0 0 * * *' } as const;
    const inShanghai = { ...midnight, key: 'shanghai', timeZone: 'Asia/Shanghai' };
    const { next, isNew } = await queue.schedule(inShanghai);
    expect([next.getUTCHours(), next.getUTCMinutes(), isNew]).toEqual([16, 0, true]);
    expect(await other.schedule(inShanghai)).toEqual({ next, isNew: false });
    const { next: utc } = await queue.schedule({ ...midnight, key: 'utc', timeZone: 'UTC' });
    expect(utc.getUTCHours()).toBe(0);

    // Every second of this minute and the next, by the clock of Shanghai.
    const moments = [Date.now(), Date.now() + 60_000].map((ms) => new Date(ms + 8 * 3_600_000));
    const either = (read: (moment: Date) => number) => [...new Set(moments.map(read))].join(',');
    const pattern = `* ${either((m) => m.getUTCMinutes())} ${either((m) => m.getUTCHours())} * * *`;
    const fired: string[] = [];
    work(queue, async ({ name, key }) => {
      if (name === 'platform.turn-day') fired.push(key);
    });
    await queue.schedule({ ...midnight, pattern, key: 'here', timeZone: 'Asia/Shanghai' });
    await other.schedule({ ...midnight, pattern, key: 'here', timeZone: 'Asia/Shanghai' });
    await queue.schedule({ ...midnight, pattern, key: 'elsewhere', timeZone: 'UTC' });
    await until(() => fired.length > 1);
    expect(new Set(fired).size).toBe(fired.length);
    expect(fired.filter((key) => key.includes('elsewhere'))).toEqual([]);
  });

  test('a worker killed in mid-job loses nothing and the effect is there once', async () => {
    await orderIn('2026-03-03');
    const first = startChild('2026-03-03', { lingerMs: 60_000 });
    await until(() => begun('2026-03-03') === 1);
    first.kill('SIGKILL');
    expect(await effects('2026-03-03')).toBe(0);
    startChild();
    await until(async () => (await effects('2026-03-03')) === 1);
    await until(async () => (await openOrders()) === 0);
    const tries = begun('2026-03-03');
    expect(tries).toBeGreaterThanOrEqual(2);
    await orderIn('2026-03-03'); // the same order again, as after a crash of the relay
    await until(async () => (await openOrders()) === 0);
    expect(begun('2026-03-03')).toBe(tries);
    expect(await effects('2026-03-03')).toBe(1);
  });

  test('a frozen worker is taken over; when it thaws, the effect is still there once', async () => {
    await orderIn('2026-04-04');
    const frozen = startChild('2026-04-04', { lingerMs: 3_000, place: 'before' });
    await until(() => begun('2026-04-04') === 1);
    frozen.kill('SIGSTOP');
    startChild('', { place: 'before' });
    await until(async () => (await effects('2026-04-04')) === 1);
    frozen.kill('SIGCONT');
    await until(() => ended('2026-04-04') === begun('2026-04-04'));
    expect(begun('2026-04-04')).toBeGreaterThanOrEqual(2);
    expect(await effects('2026-04-04')).toBe(1);
    await until(async () => (await openOrders()) === 0);
  });

  test('a queue that forgets everything is filled again: nothing lost, each effect once', async () => {
    const days = Array.from({ length: 30 }, (_, i) => `2026-05-${String(i + 1).padStart(2, '0')}`);
    const queue = openQueue();
    for (const day of days) await orderIn(day);
    while ((await relayBatch(queue)) > 0);
    await backend.forget();
    const states = () => queue.states(['start-day-2026-05-01']).catch(() => ['not connected yet']);
    await until(async () => (await states())[0] === 'unknown');
    startChild('2026-05-20', { lingerMs: 1_500, place: 'before' });
    await until(() => begun('2026-05-20') === 1);
    await backend.forget(); // once more, with one under way and others done
    await until(async () => (await openOrders()) === 0);
    expect(await Promise.all(days.map(effects))).toEqual(days.map(() => 1));
  });
}
