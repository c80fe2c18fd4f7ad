import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { to as copyTo } from 'pg-copy-streams';
import { withClient } from '~/cli/boot/sql-client.ts';
import { rowBytes } from '~/domain/feature/columnar/columns.ts';
import { duckdb } from '~/domain/feature/sql/aggregation.ts';
import { featureSql } from '~/domain/feature/sql/feature-sql.ts';
import { openSegments, rebuildSegments, type Segments } from '~/server/feature/segments/open-segments.ts';
import type { RunWorld } from '~/server/score/columnar/run-world.ts';
import { openThreads, type ThreadPool } from '~/server/score/columnar/thread-pool.ts';
import { type Bench, type BenchContext, type Compared, compare, type Figure } from './bench.ts';
import { bareScan, liveRows, openDuck } from './duckdb.ts';
import { loadProvince } from './score-data.ts';
import { expectOracle, expectSums } from './score-oracle.ts';
import { singleAndPage } from './score-single.ts';
import { storedAndDaily } from './score-stored.ts';
import { fromDisk, lensOf, openWorld, runAll } from './score-world.ts';

type Figures = Readonly<Record<string, Figure>>;

/**
 * Scoring a province from columnar segments: against DuckDB that merely reads the same columns with as many threads, and
 * that computes the same features in SQL; against a bare COPY; and what storing, a day's changes and a single record cost.
 */
export const bench: Bench = {
  name: 'score',
  async run(context) {
    process.env.XINQIAO_DATA_DIR = context.database.home.folder;
    await loadProvince(context, context.full ? 300_000 : 30_000);
    const bar = context.progress('score', 4);
    const pool = await openThreads(availableParallelism());
    try {
      const rebuild = await measureRebuild(context);
      bar.tick();
      const kernel = await measureKernel(context, pool);
      bar.tick();
      const [segments, world] = [await openSegments(), await openWorld()];
      const stored = await storedAndDaily(context, kernel.full?.values ?? [], { world, segments, pool });
      bar.tick();
      const single = await singleAndPage(context);
      bar.tick();
      bar.done();
      return { ...kernel, rebuild, ...stored, ...single };
    } finally {
      await pool.close();
    }
  },
};

/** Rows a second of building the segments anew, files included, against a bare binary COPY out of the whole table. */
async function measureRebuild({ database, full }: BenchContext): Promise<Figure> {
  let rows = 0;
  const times = await compare(
    full ? 1 : 3,
    async () => void (await rebuildSegments()),
    () =>
      withClient(database.batchUrl, async (client) => {
        const stream = client.query(copyTo('copy fact to stdout (format binary)'));
        for await (const chunk of stream) rows += (chunk as Buffer).length === 0 ? 1 : 0;
        rows = stream.rowCount;
      }),
  );
  const pace = (all: readonly number[]) => all.map((ms) => (rows * 1_000) / ms);
  return { values: pace(times.values), baselines: pace(times.baselines), unit: 'rows/s', target: 0.5 };
}

async function measureKernel(context: BenchContext, pool: ThreadPool): Promise<Figures> {
  const folder = mkdtempSync(path.join(context.database.home.folder, 'duck-'));
  try {
    const duck = await openDuck(context, folder, pool.threads);
    const [segments, world] = [await openSegments(), await openWorld()];
    const lens = lensOf(world);
    const scan = async () => void (await duck.runAndReadAll(bareScan));
    const scoreAll = async () => void (await runAll(world, segments, pool));
    const full = await compare(context.full ? 5 : 9, scoreAll, scan);
    const cold = await compare(
      context.full ? 3 : 7,
      async () => void (await runAll(world, fromDisk(segments), pool)),
      scan,
    );
    const statement = featureSql(lens, { live: liveRows(world.knownAt), dialect: duckdb, isOwnSet: true });
    const summed = `select ${lens.features.map((_, f) => `sum(v${f}), count(g${f})`).join()} from (${statement})`;
    const sql = await compare(
      context.full ? 1 : 3,
      scoreAll,
      async () => void (await duck.runAndReadAll(summed)),
    );
    const plan = await runAll(world, segments, pool);
    expectSums((await duck.runAndReadAll(summed)).getRows()[0] ?? [], lens, plan);
    await expectOracle({ world, lens, segments, plan }, 30_000);
    const ms = (times: Compared, target: number): Figure => ({ ...times, unit: 'ms', target });
    return {
      full: ms(full, 5),
      cold: ms(cold, 12),
      sql: ms(sql, 0.2),
      ...(await costs(world, segments, pool)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Microseconds and bytes of a firm at three sizes: the same everywhere, if the cost is linear. */
async function costs(world: RunWorld, segments: Segments, pool: ThreadPool): Promise<Figures> {
  const { table } = segments;
  const figures: Record<string, Figure> = {};
  for (const part of [100, 10, 1]) {
    const firms = Math.floor(table.firms.size / part);
    let rows = 0;
    for (let firm = 0; firm < firms; firm++)
      rows += (table.end[firm] as number) - (table.start[firm] as number);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const begun = performance.now();
      await runAll(world, segments, pool, firms);
      times.push(((performance.now() - begun) * 1_000) / firms);
    }
    figures[`us-per-firm-${firms}`] = { values: times, baselines: [1], unit: 'us', target: 10 };
    const bytes = (rows * rowBytes) / firms + 27;
    figures[`bytes-per-firm-${firms}`] = { values: [bytes], baselines: [1], unit: 'bytes', target: 4_000 };
  }
  return figures;
}
