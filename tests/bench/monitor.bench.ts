import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobRun } from '#jobs/handler.ts';
import { watchBatch } from '#jobs/monitoring/watch-batch.ts';
import { watchDay } from '#jobs/monitoring/watch-day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { ingestFile } from '~/server/record/ingest-file.ts';
import type { Bench, Figure } from './bench.ts';
import { codesOf, writeRegister } from './ingest-data.ts';
import { type DayFile, fundFirms, writeDay } from './monitor-world.ts';

const actor = system('bench');

/**
 * A day's records of 30,000 funded firms (`--full`: 300,000 firms, a million records) through ingestion and through all signals.
 * `signals`: records a second from the handler of a batch against taking the same batches in. `lag`: seconds from the moment a batch
 * is accepted until the last alert that it brings stands, the worst of a hundred batches, deliveries coming in meanwhile as fast as they can.
 * `day`: the look at every loan that a new day brings, in loans a second.
 */
export const bench: Bench = {
  name: 'monitor',
  async run({ full, database, progress, note }) {
    const firms = codesOf(full ? 300_000 : 30_000);
    const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-monitor-'));
    try {
      const register = await writeRegister(folder, firms);
      await take(register);
      await fundFirms(database.ownerUrl);
      const files = await writeDay(folder, firms, full ? 1_000_000 : 100_000);
      const bar = progress('monitor', files.length + 1);
      const dayMs = await timed(() => watchDay({ day: clock.today() }, runOf('watch-day')));
      bar.tick();
      const day = await throughTheDay(files, bar.tick);
      bar.done();
      note('firms', firms.length);
      note('records', day.records);
      return figuresOf(day, firms.length, dayMs);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const take = async ({ item, file }: DayFile) =>
  insist(await ingestFile(actor, { item, file, encoding: 'utf-8' }));

/** Runs a handler's steps as the worker does, each in a transaction of its own. */
const runOf = (key: string): JobRun => ({
  key,
  actor,
  once: async (work) => {
    await withActor(actor, work);
    return true;
  },
});

type Day = {
  readonly records: number;
  readonly takeMs: number;
  readonly watchMs: number;
  readonly lags: readonly number[];
};

/** Takes the deliveries in, one after the other, while what they touched is watched beside, in their order. */
async function throughTheDay(files: readonly DayFile[], tick: () => void): Promise<Day> {
  const day = { records: 0, takeMs: 0, watchMs: 0, lags: [] as number[] };
  let watching: Promise<void> = Promise.resolve();
  for (const file of files) {
    let batchId = '';
    day.takeMs += await timed(async () => {
      batchId = (await take(file)).batchId;
    });
    const acceptedAt = performance.now();
    watching = watching.then(async () => {
      day.watchMs += await timed(() => watchBatch({ batchId }, runOf(`watch-batch-${batchId}`)));
      day.lags.push((performance.now() - acceptedAt) / 1_000);
      tick();
    });
    day.records += file.rows;
  }
  await watching;
  return day;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function figuresOf(
  { records, takeMs, watchMs, lags }: Day,
  loans: number,
  dayMs: number,
): Record<string, Figure> {
  const worst = lags.toSorted((a, b) => a - b)[Math.floor(lags.length * 0.99)] ?? Number.NaN;
  const rate = (n: number, ms: number) => (n / ms) * 1_000;
  return {
    signals: {
      values: [rate(records, watchMs)],
      baselines: [rate(records, takeMs)],
      unit: 'records/s',
      target: 0.5,
    },
    lag: { values: [worst], baselines: [1], unit: 's', target: 60 },
    day: { values: [rate(loans, dayMs)], baselines: [1], unit: 'loans/s', target: 1_000 },
  };
}
