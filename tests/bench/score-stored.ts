import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { clock, onDay } from '~/server/clock.ts';
import { scoreProvince } from '~/server/score/score-province.ts';
import type { BenchContext, Figure } from './bench.ts';

/** Sheets are append-only for every role; only the owner can put the guard aside. */
export const forgetSheets = ({ database }: BenchContext) =>
  withClient(database.ownerUrl, async (client) => {
    await client.query('alter table score_sheet disable trigger user');
    await client.query('truncate score_sheet');
    await client.query('alter table score_sheet enable trigger user');
  });

/** What storing every firm's score adds to computing it, and what a day's changes cost against all of it. */
export async function storedAndDaily(
  context: BenchContext,
  full: readonly number[],
): Promise<Readonly<Record<string, Figure>>> {
  const rounds = context.full ? 1 : 3;
  const persist: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await forgetSheets(context);
    persist.push(await msOf(() => scoreProvince({ selection: 'all', cause: 'batch' })));
  }
  const daily: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    await onDay(addDays(clock.today(), round), async () => {
      await touchOnePercent(context);
      daily.push(await msOf(() => scoreProvince({ selection: 'due', cause: 'batch' })));
    });
  }
  return {
    persist: { values: persist, baselines: full, unit: 'ms', target: 3 },
    daily: { values: daily, baselines: persist, unit: 'ms', target: 0.05 },
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
