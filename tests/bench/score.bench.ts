import { withClient } from '~/cli/boot/sql-client.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { scoreProvince } from '~/server/score/score-province.ts';
import { type Bench, type BenchContext, compare } from './bench.ts';

const rounds = 3;
/** Firms that the plain way is timed on: one by one it takes hours for a province. */
const sample = 200;
const actor = system('bench');

/** Scoring a province in one stream, against a loop that loads, scores and saves one firm after the other. */
export const bench: Bench = {
  name: 'score',
  async run(context) {
    const count = context.full ? 170_675 : 20_000;
    await load(context, count);
    const firms = await sampled();
    const bar = context.progress('score', (rounds + 1) * 2);
    const timed = (before: () => Promise<void>, work: () => Promise<unknown>) => async () => {
      await work();
      bar.tick();
      await before();
    };
    const forget = () => forgetSheets(context);
    const first = await compare(
      rounds,
      timed(forget, () => scoreAll()),
      timed(forget, () => scoreOneByOne(firms)),
    );
    await scoreAll();
    const nothing = () => Promise.resolve();
    const again = await compare(
      rounds,
      timed(nothing, () => scoreAll()),
      timed(nothing, () => scoreOneByOne(firms)),
    );
    bar.done();
    const rate = ({ values, baselines }: typeof first) => ({
      values: values.map((ms) => (count * 1000) / ms),
      baselines: baselines.map((ms) => (sample * 1000) / ms),
      unit: 'firms/s',
    });
    return { firstRun: { ...rate(first), target: 20 }, unchangedRun: { ...rate(again), target: 20 } };
  },
};

const scoreAll = () => scoreProvince({ selection: 'all', cause: 'batch' });

async function scoreOneByOne(firms: readonly EnterpriseId[]): Promise<void> {
  for (const enterpriseId of firms)
    await withActor(actor, (tx) => scoreFirm(tx, actor, { enterpriseId, cause: 'batch' }));
}

const sampled = async (): Promise<EnterpriseId[]> => {
  const rows = await withActor(
    actor,
    (tx) =>
      tx.$queryRaw<{ id: EnterpriseId }[]>`select id from enterprise order by md5(id::text) limit ${sample}`,
  );
  return rows.map(({ id }) => id);
};

/** Sheets are append-only for every role; only the owner can put the guard aside. */
const forgetSheets = ({ database }: BenchContext) =>
  withClient(database.ownerUrl, async (client) => {
    await client.query('alter table score_sheet disable trigger user');
    await client.query('truncate score_sheet');
    await client.query('alter table score_sheet enable trigger user');
  });

/** Firms of one population with on average forty records of items that the card reads, half a year of deliveries. */
async function load({ database, progress }: BenchContext, count: number): Promise<void> {
  const bar = progress('records', 3);
  await withClient(database.batchUrl, async (client) => {
    await client.query('select setseed(0.20261123)');
    await client.query(
      `insert into enterprise (id, source, external_id, kind, name)
       select md5('firm' || i)::uuid, 'bench', i::text, 'company', 'firm ' || i from generate_series(1, $1::int) i`,
      [count],
    );
    bar.tick();
    await client.query(deliveries);
    bar.tick();
    await client.query(facts);
    bar.tick();
  });
  await withClient(database.ownerUrl, (client) => client.query('vacuum analyze'));
  bar.done();
}

const items = `(select code, row_number() over (order by code) - 1 as n, count(*) over () as all_items,
                       array(select c->>'code' from jsonb_array_elements(meaning->'categories') c) as categories
                from catalogue_item where sensitivity = 'public')`;

const deliveries = `
  with batch as (
    insert into record_batch (id, provider_id, mapping, file_name, file_hash, file_bytes, state, received_at)
    values (md5('bench')::uuid, md5('bench')::uuid, 'bench/records', 'bench.csv', '', 0, 'accepted', now()) returning id)
  insert into item_delivery (batch_id, item, provider_id, received_at, rows_read, rows_accepted, rows_duplicate, rows_quarantined)
  select batch.id, code, md5('bench')::uuid, now(), 0, 0, 0, 0 from batch, ${items} i`;

/** A firm has between none and eighty records; a tenth has none, as in real registers. */
const facts = `
  insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, occurred_on, ended_on,
                    amount_fen, quantity, category, known_at)
  select e.id, gen_random_uuid(), i.code, 1, md5('bench')::uuid, md5('bench')::uuid, decode(md5(e.id::text || r.k), 'hex'),
         current_date - (random() * 2000)::int, case when random() < 0.4 then current_date - (random() * 300)::int end,
         (random() * 100000000)::bigint, 1, i.categories[1 + floor(random() * cardinality(i.categories))::int],
         now() - interval '1 day'
  from enterprise e
  cross join lateral generate_series(1, (greatest(0, hashtext(e.id::text) % 45 + 40))) r(k)
  join ${items} i on i.n = (hashtext(e.id::text || r.k)::bigint + 2147483648) % i.all_items
  order by e.id`;
