import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import type { Segments } from '~/server/feature/segments/open-segments.ts';
import type { RunWorld } from '~/server/score/columnar/run-world.ts';
import type { ThreadPool } from '~/server/score/columnar/thread-pool.ts';
import { scoreProvince } from '~/server/score/score-province.ts';
import { storeStandings } from '~/server/score/store-standing.ts';
import type { BenchContext, Figure } from './bench.ts';
import { runAll } from './score-world.ts';

/** Sheets are append-only for every role; only the owner can put the guard aside. */
export const forgetSheets = ({ database }: BenchContext) =>
  withClient(database.ownerUrl, async (client) => {
    await client.query('alter table score_sheet disable trigger user');
    await client.query('truncate score_sheet, score_standing');
    await client.query('alter table score_sheet enable trigger user');
  });

type Kernel = { readonly world: RunWorld; readonly segments: Segments; readonly pool: ThreadPool };

/**
 * What it costs to compute and store score and bins of every firm, the first time and in the place of others, what the
 * first run of all costs that also writes an explained sheet for each, and what a day's changes with their sheets cost:
 * `daily` against the first of these, as the issue asks (full incl. persist), `daily-sheets` against the run that stores the same.
 */
export async function storedAndDaily(
  context: BenchContext,
  full: readonly number[],
  { world, segments, pool }: Kernel,
): Promise<Readonly<Record<string, Figure>>> {
  const rounds = context.full ? 1 : 3;
  const [persist, replaced]: [number[], number[]] = [[], []];
  const [sheets, daily]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    await forgetSheets(context);
    const store = (run: RunWorld) =>
      msOf(() =>
        withBatchTransaction(async (tx) =>
          storeStandings(tx, await runAll(run, segments, pool), segments.table.firms.keys, run),
        ),
      );
    persist.push(await store(world));
    replaced.push(await store({ ...world, card: { ...world.card, version: `bench-${round}` } }));
    await forgetSheets(context);
    sheets.push(await msOf(() => scoreProvince({ selection: 'all', cause: 'batch' })));
  }
  for (let round = 1; round <= rounds; round++) {
    await onDay(addDays(clock.today(), round), async () => {
      await touchOnePercent(context);
      daily.push(await msOf(() => scoreProvince({ selection: 'due', cause: 'batch' })));
    });
  }
  return {
    persist: { values: persist, baselines: full, unit: 'ms', target: 3 },
    'persist-replaced': { values: replaced, baselines: full, unit: 'ms', target: 4 },
    sheets: { values: sheets, baselines: full, unit: 'ms', target: 25 },
    daily: { values: daily, baselines: persist, unit: 'ms', target: 0.05 },
    'daily-sheets': { values: daily, baselines: sheets, unit: 'ms', target: 0.05 },
  };
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** A new record for one firm in a hundred, learnt on the day that the clock shows. */
const touchOnePercent = ({ database }: BenchContext) =>
  withClient(database.batchUrl, (client) =>
    client.query(
      `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, category, known_at)
       select id, 'penalty.decision', 1, md5('bench')::uuid, md5('batch1')::uuid, uuid_send(gen_random_uuid()), $1::date, 'minor', $2
       from enterprise where random() < 0.01`,
      [clock.today(), clock.now()],
    ),
  );
