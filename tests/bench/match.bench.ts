import fc from 'fast-check';
import { arbitraryApplicant } from '#tests/factories/arbitrary-rule.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { featureDefinitions } from '~/domain/feature/definitions.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { compileRules } from '~/domain/product/compile.ts';
import { explain } from '~/domain/product/explain.ts';
import { conditionsOfProduct, type Product } from '~/domain/product/product.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { matchProvince } from '~/server/match/match-province.ts';
import { publishedProducts } from '~/server/product/store.ts';
import { type Bench, type BenchContext, type Compared, compare } from './bench.ts';

const rounds = 3;
const actor = system('bench');

/**
 * Verdicts of the compiled rules against the explainer that words them, in memory; and a province matched in one stream
 * with its lists kept, against the same rules explained firm by firm without keeping anything.
 */
export const bench: Bench = {
  name: 'match',
  async run(context) {
    const products = await withActor(actor, publishedProducts);
    const firms = drawnFirms(2_000);
    const verdicts = await compareVerdicts(products, firms);
    const count = context.full ? 168_675 : 20_000;
    await addFirms(context, count);
    const bar = context.progress('match', rounds + 1);
    const province = await compare(
      rounds,
      async () => {
        await matchProvince();
        bar.tick();
      },
      () => explainAll(products, firms),
    );
    bar.done();
    const pairs = { firms: firms.length, province: count };
    return {
      verdicts: {
        ...rates(verdicts, pairs.firms * products.length, pairs.firms * products.length),
        unit: 'pairs/s',
        target: 5,
      },
      province: { ...rates(province, count, firms.length), unit: 'firms/s', target: 2 },
    };
  },
};

const rates = ({ values, baselines }: Compared, ours: number, plain: number): Compared => ({
  values: values.map((ms) => (ours * 1000) / ms),
  baselines: baselines.map((ms) => (plain * 1000) / ms),
});

/** Firms of every kind, the same at every run; a third of the features is known. */
function drawnFirms(count: number): Applicant[] {
  return fc.sample(arbitraryApplicant, { numRuns: count, seed: 20261123 }).map((applicant, i) => ({
    ...applicant,
    need: defaultNeed,
    features: new Map(
      featureDefinitions.flatMap(({ code }, at) => ((at + i) % 3 === 0 ? [[code, i % 5] as const] : [])),
    ),
  }));
}

async function explainAll(products: readonly Product[], firms: readonly Applicant[]): Promise<void> {
  const rules = products.map(conditionsOfProduct);
  for (const firm of firms) for (const rule of rules) explain(rule, firm);
}

function compareVerdicts(products: readonly Product[], firms: readonly Applicant[]): Promise<Compared> {
  const today = firms[0]?.today;
  if (!today) throw new Error('no firms drawn');
  const compiled = compileRules(products.map(conditionsOfProduct), today);
  const codes = new Uint8Array(compiled.size);
  return compare(
    rounds,
    async () => {
      for (const firm of firms) compiled.judge(firm, codes);
    },
    () => explainAll(products, firms),
  );
}

/** Firms with a public sheet each, written as the province's scoring would have left them. */
async function addFirms({ database, progress }: BenchContext, count: number): Promise<void> {
  const bar = progress('firms', 2);
  await withClient(database.batchUrl, async (client) => {
    await client.query(
      `insert into enterprise (id, source, external_id, kind, name, region_code, industry_code, industry_version, established_on)
       select md5('firm' || i)::uuid, 'bench', i::text, case when i % 4 = 0 then 'sole-trader' else 'company' end, 'firm ' || i,
              (array['640106', '640200', '220400', null])[1 + i % 4], (array['1411', '0111', '6210', '6513', null])[1 + i % 5],
              'GB/T 4754-2017', date '2026-11-23' - (i % 6000)
       from generate_series(1, $1::int) i`,
      [count],
    );
    bar.tick();
    await client.query(sheets);
    bar.tick();
    await client.query('analyze');
  });
  bar.done();
}

const sheets = `
  insert into score_sheet (enterprise_id, scope, card_version, as_of, known_at, milli_points, grade, coverage_ppm,
                           dimension_milli, features, missing, reasons, cause)
  select e.id, 'public', c.version, current_date, now(), 500000 + h % 400000,
         (array['A', 'B', 'C', 'insufficient'])[1 + h % 4], 600000, '{}',
         (select array_agg((h + k) % 7) from generate_series(1, n) k), decode(repeat('49', (n + 7) / 8), 'hex'), '{}', 'batch'
  from enterprise e
  cross join (select version, (select count(*) from jsonb_array_elements(body->'dimensions') d,
                jsonb_array_elements(d->'indicators'))::int + jsonb_array_length(body->'observed') as n
              from scorecard order by published_at desc limit 1) c
  cross join lateral (select (hashtext(e.id::text)::bigint + 2147483648) % 1000000 as h) x`;
