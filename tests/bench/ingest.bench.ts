import { type ChildProcess, fork } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { checkout } from '~/cli/boot/home.ts';
import type { Bench, BenchContext, Figure } from './bench.ts';
import type { Answered, Asked } from './ingest-client.ts';
import { codesOf, type MadeFile, writeDeliveries, writeRegister } from './ingest-data.ts';
import { measureReads } from './ingest-reads.ts';

/**
 * The records of 30,000 firms (`--full`: 300,000; `--count`: so many) in twenty deliveries through the whole of ingestion, by a worker of its
 * own. `first`: rows a second against a binary COPY of the same facts into a logged table with the same columns and only its
 * primary key. `again`: the same with every hundredth row changed, against `first`. `wal`: bytes of the write-ahead log a
 * row when nothing changed. `memory`: the worker's peak. `read`: a record sheet under a consent, with its audit entry,
 * against the same select and one plain insert.
 */
export const bench: Bench = {
  name: 'ingest',
  async run(context) {
    const firms = codesOf(context.count ?? (context.full ? 300_000 : 30_000));
    const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-ingest-'));
    const client = new pg.Client({ connectionString: context.database.ownerUrl });
    client.on('error', () => undefined); // the server is stopped before the connection is closed when a run fails
    await client.connect();
    const worker = new Worker(context);
    try {
      const bar = context.progress('ingest', 4);
      const register = await writeRegister(folder, firms);
      const first = await writeDeliveries(folder, firms);
      const changed = await writeDeliveries(folder, firms, true);
      bar.tick();
      await worker.take(register);
      const tick = (done: string) => {
        context.note(`MB after ${done}`, Math.round(worker.peakMb));
        bar.tick();
      };
      context.note('rows', rowsOf(first));
      const figures = await measure(client, worker, folder, { first, changed, tick });
      bar.done();
      return { ...figures, memory: plainly([worker.peakMb], 'MB', 300), ...(await measureReads(context)) };
    } finally {
      worker.end();
      await client.end();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Files = {
  readonly first: readonly MadeFile[];
  readonly changed: readonly MadeFile[];
  tick(done: string): void;
};

const rowsOf = (files: readonly MadeFile[]): number => files.reduce((sum, { rows }) => sum + rows, 0);

async function measure(client: pg.Client, worker: Worker, folder: string, { first, changed, tick }: Files) {
  const rows = rowsOf(first);
  const ms = { first: 0, bare: 0, again: 0 };
  await client.query('create table bare (like fact); alter table bare add primary key (enterprise_id, id)');
  for (const file of first) {
    ms.first += await worker.take(file);
    ms.bare += await copyBare(client, file, path.join(folder, 'facts'));
  }
  tick('first');
  for (const file of changed) ms.again += await worker.take(file);
  tick('again');
  const before = await logPosition(client);
  for (const file of changed) await worker.take(file);
  const logged = (await logPosition(client)) - before;
  tick('the unchanged');
  const rate = (took: number) => (rows / took) * 1_000;
  const figures: Record<string, Figure> = {
    first: { values: [rate(ms.first)], baselines: [rate(ms.bare)], unit: 'rows/s', target: 0.12 },
    again: { values: [rate(ms.again)], baselines: [rate(ms.first)], unit: 'rows/s', target: 4 },
    wal: plainly([logged / rows], 'B/row', 5),
  };
  return figures;
}

/** A figure that is a measure of its own. */
const plainly = (values: readonly number[], unit: string, target: number): Figure => ({
  values,
  baselines: values.map(() => 1),
  unit,
  target,
});

/** How long the facts of a delivery take to be copied, as they are, into a table without anything around it. */
async function copyBare(client: pg.Client, { item }: MadeFile, file: string): Promise<number> {
  await pipeline(
    client.query(copyTo(`copy (select f.* from fact f where f.item = '${item}') to stdout (format binary)`)),
    createWriteStream(file),
  );
  const begun = performance.now();
  await pipeline(
    createReadStream(file, { highWaterMark: 1_048_576 }),
    client.query(copyFrom('copy bare from stdin (format binary)')),
  );
  return performance.now() - begun;
}

async function logPosition(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ at: string }>(`select pg_current_wal_insert_lsn() - '0/0' as at`);
  return Number(rows[0]?.at);
}

/** A process that takes files in, one after the other. */
class Worker {
  readonly #process: ChildProcess;
  peakMb = 0;

  constructor({ database }: BenchContext) {
    this.#process = fork(path.join(checkout, 'tests/bench/ingest-client.ts'), {
      execArgv: ['--import', 'tsx'],
      cwd: checkout,
      env: { ...process.env, DATABASE_APP_URL: database.batchUrl, DATABASE_BATCH_URL: database.batchUrl },
    });
  }

  /** Milliseconds until the file is in. */
  take({ item, file }: MadeFile): Promise<number> {
    return new Promise((resolve, reject) => {
      const onExit = () => reject(new Error(`the worker ended over ${item}`));
      this.#process.once('exit', onExit);
      this.#process.once('message', ({ ms, peakMb }: Answered) => {
        this.#process.off('exit', onExit);
        this.peakMb = peakMb;
        resolve(ms);
      });
      this.#process.send({ item, file } satisfies Asked);
    });
  }

  end(): void {
    if (this.#process.connected) this.#process.send('end');
  }
}
