import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { gradeNames, unknownBin } from '~/domain/score/columnar/card-tape.ts';
import type { ScoreResult } from '~/domain/score/sheet.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import type { Plan, RunWorld } from '~/server/score/columnar/run-world.ts';
import { publicSubjects, standingChunks } from '~/server/score/columnar/standing-copy.ts';

type Run = Pick<RunWorld, 'card' | 'asOf'>;

const columns = 'enterprise_id, milli_points, grade, coverage_ppm, bins';

/** From so many firms on COPY into a stage is sooner done than arrays. */
const worthStage = 2_000;

/** Keeps score and bins of every firm of a run, in the place of what the last run said. */
export async function storeStandings(tx: BatchTx, plan: Plan, keys: Uint8Array, run: Run): Promise<void> {
  if (publicSubjects(plan) < worthStage) return storeRows(tx, rowsOf(plan), run);
  await tx.client.query(
    `create temporary table standing_stage on commit drop as select ${columns} from score_standing with no data`,
  );
  const stage = tx.client.query(copyFrom(`copy standing_stage (${columns}) from stdin (format binary)`));
  await pipeline(Readable.from(standingChunks(plan, keys), { objectMode: false }), stage);
  const { rowCount } = await tx.client.query('select 1 from score_standing limit 1');
  await merge(tx, 'standing_stage', run, rowCount === 0);
}

/** The standing of firms that were scored one by one. */
export const storeExactStandings = (
  tx: BatchTx,
  results: readonly { readonly firm: string; readonly result: ScoreResult }[],
  run: Run,
): Promise<void> =>
  storeRows(
    tx,
    results.map(({ firm, result }) => ({
      firm,
      milli: result.milliPoints,
      grade: result.grade,
      coverage: result.coveragePpm,
      bins: Buffer.from(result.lines.map(({ bin }) => bin ?? unknownBin)),
    })),
    run,
  );

type Row = {
  readonly firm: string;
  readonly milli: number | null;
  readonly grade: string;
  readonly coverage: number;
  readonly bins: Buffer;
};

function rowsOf(plan: Plan): Row[] {
  const { scores, card } = plan.task;
  return Array.from({ length: publicSubjects(plan) }, (_, subject) => {
    const milli = scores.milli[subject] as number;
    const bins = scores.bins.subarray(subject * card.indicators, (subject + 1) * card.indicators);
    return {
      firm: plan.idOf(subject),
      milli: milli < 0 ? null : milli,
      grade: gradeNames[scores.grade[subject] as number] ?? 'insufficient',
      coverage: scores.coverage[subject] as number,
      bins: Buffer.from(bins),
    };
  });
}

async function storeRows(tx: BatchTx, rows: readonly Row[], run: Run): Promise<void> {
  if (rows.length === 0) return;
  const arrays = [
    rows.map(({ firm }) => firm),
    rows.map(({ milli }) => milli),
    rows.map(({ grade }) => grade),
    rows.map(({ coverage }) => coverage),
    rows.map(({ bins }) => `\\x${bins.toString('hex')}`),
  ];
  const stage = 'unnest($3::uuid[], $4::int[], $5::text[], $6::int[], $7::bytea[])';
  await merge(tx, `${stage} as s (${columns})`, run, false, arrays);
}

/** Into an empty table rows go as they are; else only those that differ are written. One run at a time (`lockRun`). */
async function merge(
  { client }: BatchTx,
  stage: string,
  { card, asOf }: Run,
  isFirst: boolean,
  arrays: readonly unknown[] = [],
): Promise<void> {
  const target = columns.replace('enterprise_id, ', '');
  const [held, fresh] = ['s.', 'excluded.'].map((of) => target.replaceAll(/\w+/g, `${of}$&`));
  await client.query(
    `insert into score_standing as s (${columns}, card_version, as_of)
     select ${columns}, $1, $2::date from ${stage}
     ${
       isFirst
         ? ''
         : `on conflict (enterprise_id) do update
              set (${target}, card_version, as_of) = (${fresh}, excluded.card_version, excluded.as_of)
            where (${held}, s.card_version) is distinct from (${fresh}, excluded.card_version)`
     }`,
    [card.version, asOf, ...arrays],
  );
}
