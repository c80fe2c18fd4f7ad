import { withClient } from '~/cli/boot/sql-client.ts';
import { featureDefinitions } from '~/domain/feature/definitions.ts';
import type { BenchContext } from './bench.ts';

/** Firms of one population with five to six hundred records each (log-normal, sixty on average) of thirty-six months. */
export async function loadProvince({ database, progress }: BenchContext, firms: number): Promise<void> {
  const bar = progress('records', steps.length + 3);
  await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select indexname as name, indexdef as sql from pg_indexes where tablename = 'fact' and indexname <> 'fact_pkey'`,
    );
    for (const { name } of rows) await client.query(`drop index ${name}`);
    bar.tick();
    await client.query('select setseed(0.20261127)');
    for (const step of steps) {
      await client.query(step(firms));
      bar.tick();
    }
    for (const { sql } of rows) await client.query(sql);
    bar.tick();
    await client.query('vacuum analyze');
    bar.tick();
  });
  bar.done();
}

/** Items that come every month make most of the records, as in real registers. */
const monthly = [
  ...[
    'tax.payment',
    'social.payment',
    'social.coverage',
    'provident.employer-account',
    'utility.power-usage',
  ],
  ...['utility.gas-usage', 'utility.water-usage', 'business.monthly-result'],
];
const others = [...new Set(featureDefinitions.flatMap(({ items }) => items))].filter(
  (item) => !monthly.includes(item),
);
const list = (items: readonly string[]) => `array[${items.map((item) => `'${item}'`).join()}]`;
const provider = `md5('bench')::uuid`;
const batch = (n: string) => `md5('batch' || ${n})::uuid`;
const columns = `enterprise_id, id, item, item_version, provider_id, batch_id, source_key, occurred_on, ended_on, amount_fen,
  quantity, category, known_at, op, supersedes`;

const steps: readonly ((firms: number) => string)[] = [
  (firms) => `
    insert into enterprise (id, source, external_id, kind, name)
    select overlay(overlay(md5('firm' || i) placing '4' from 13) placing '8' from 17)::uuid, 'bench', i::text, 'company', 'firm ' || i from generate_series(1, ${firms}) i`,
  () => `
    insert into record_batch (id, provider_id, mapping, file_name, file_hash, file_bytes, state, received_at)
    select ${batch('n')}, ${provider}, 'bench', 'bench.csv', '', 0, 'accepted', now() - n * interval '1 day'
    from generate_series(0, 23) n`,
  () => `
    insert into item_delivery (batch_id, item, provider_id, received_at, rows_read, rows_accepted, rows_duplicate, rows_quarantined)
    select ${batch('1')}, code, ${provider}, now() - interval '1 day', 0, 0, 0, 0 from catalogue_item`,
  () => `
    create temporary table drawn as
    select e.id as firm, random() as a, random() as b, random() as c, random() as d
    from (select id, greatest(5, least(600, 60 * exp(0.8 * sqrt(-2 * ln(greatest(random(), 1e-6))) * cos(2 * pi() * random()) - 0.32)))::int as n
          from enterprise) e cross join lateral generate_series(1, e.n)`,
  () => `
    insert into fact (${columns})
    select d.firm, gen_random_uuid(), i.code, 1, ${provider}, ${batch('(d.c * 23)::int')}, uuid_send(gen_random_uuid()),
           current_date - (d.b * 1095)::int, case when d.d < 0.2 then current_date - (d.d * 1500)::int end,
           (1000 + exp(4 + 9 * d.c))::bigint, 1 + (d.d * 5)::int, i.categories[1 + floor(d.d * cardinality(i.categories))::int],
           now() - (d.c * 23)::int * interval '1 day', 'assert', null
    from drawn d join (
      select code, array(select c->>'code' from jsonb_array_elements(meaning->'categories') c) as categories from catalogue_item) i
      on i.code = case when d.a < 0.7 then (${list(monthly)})[1 + floor(d.a / 0.7 * ${monthly.length})::int]
                       else (${list(others)})[1 + floor((d.a - 0.7) / 0.3 * ${others.length})::int] end
    order by random()`,
  () => `
    insert into fact (${columns})
    select enterprise_id, gen_random_uuid(), item, 1, provider_id, batch_id, source_key, occurred_on, ended_on, amount_fen + 100,
           quantity, category, now() - interval '1 hour', 'correct', id
    from fact tablesample system (1) where op = 'assert'`,
];
