import type { Readable, Writable } from 'node:stream';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Day } from '~/domain/kernel/day.ts';
import { type Title, titles } from '~/domain/product/vocabulary.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';

/** One run at a time: a second one would write the same lists again. */
export const lockRun = ({ client }: BatchTx) =>
  client.query("select pg_advisory_xact_lock(hashtext('match.province'))");

/** Firms that are scored are matched: cancelled and moved-out ones have left (domain.md row D1). */
const present = "status not in ('cancelled', 'moved-out')";

export async function countFirms({ client }: BatchTx): Promise<number> {
  const { rows } = await client.query(`select count(*)::int as n from enterprise where ${present}`);
  return rows[0].n;
}

const literals = (values: readonly Title[]): string => values.map((value) => `'${value}'`).join();

/** The columns of `openApplicants`, in order; a list is `{a,b}`, an unknown value `\N`. */
export const applicantColumns = [
  'id',
  'kind',
  'status',
  'regionCode',
  'industrySection',
  'industryCode',
  'sizeClass',
  'establishedOn',
  'employees',
  'revenue',
  'assets',
  'titles',
  'hasLoan',
  'hasConsented',
  'sheetId',
  'scope',
  'grade',
  'milliPoints',
  'cardVersion',
  'features',
  'missing',
  'needId',
  'amountFen',
  'termMonths',
  'purpose',
  'collateral',
  'method',
] as const;

/**
 * Every firm with what conditions may ask of it, as lines of COPY's text format: registration, declared figures, titles in
 * force, the latest sheet that may be used — the full one under the evaluation consent in force, else the public one — and
 * the latest need that is open. `chosen` narrows them to some firms.
 */
export async function openApplicants(
  { client }: BatchTx,
  consents: ReadonlyMap<string, { readonly consentId: string }>,
  today: Day,
  chosen: readonly string[] | null = null,
): Promise<Readable> {
  await client.query("set local work_mem = '64MB'");
  if (chosen) {
    await client.query('create temporary table chosen (enterprise_id uuid primary key) on commit drop');
    await client.query('insert into chosen select * from unnest($1::uuid[])', [[...chosen]]);
  }
  await client.query(
    'create temporary table consenting (enterprise_id uuid primary key, consent_id uuid) on commit drop',
  );
  await client.query('insert into consenting select * from unnest($1::uuid[], $2::uuid[])', [
    [...consents.keys()],
    [...consents.values()].map(({ consentId }) => consentId),
  ]);
  await client.query('analyze consenting');
  return client.query(copyTo(applicantQuery(today, chosen !== null)));
}

/** COPY takes no parameters; a day is digits and hyphens only. */
const applicantQuery = (today: Day, narrowed: boolean): string => `copy (
  with held as (
    select f.enterprise_id, array_agg(distinct f.category) as titles from current_fact f
    where f.item = 'honour.title' and f.category in (${literals(titles)})
      and (f.occurred_on is null or f.occurred_on <= '${today}') and (f.ended_on is null or f.ended_on > '${today}')
    group by 1
  ), sheet as (
    select distinct on (s.enterprise_id) s.*
    from score_sheet s left join consenting c on c.enterprise_id = s.enterprise_id
    where s.scope = 'public' or s.consent_id = c.consent_id
    order by s.enterprise_id, s.scope, s.created_at desc, s.id desc
  ), wish as (
    select distinct on (n.enterprise_id) n.* from need n where n.state = 'open'
    order by n.enterprise_id, n.created_at desc, n.id
  )
  select e.id, e.kind, e.status, e.region_code, i.section, e.industry_code, p.size_class, e.established_on, p.employees,
         p.revenue_fen, p.assets_fen, coalesce(h.titles, '{}'),
         exists (select 1 from loan l where l.enterprise_id = e.id), c.enterprise_id is not null,
         s.id, s.scope, s.grade, s.milli_points, s.card_version, s.features, encode(s.missing, 'hex'),
         w.id, w.amount_fen, w.term_months, w.purpose, w.collateral, w.method
  from enterprise e
  left join enterprise_profile p on p.enterprise_id = e.id
  left join industry i on i.code = e.industry_code and i.version = e.industry_version
  left join held h on h.enterprise_id = e.id
  left join consenting c on c.enterprise_id = e.id
  left join wish w on w.enterprise_id = e.id
  left join sheet s on s.enterprise_id = e.id
  where e.${present} ${narrowed ? 'and e.id in (select enterprise_id from chosen)' : ''}) to stdout`;

/** Principal that is out under each scheme of the firms that have a subsidised loan. */
export async function principalByFirm({ client }: BatchTx): Promise<Map<string, { [code: string]: bigint }>> {
  const { rows } = await client.query(`
    select s.enterprise_id as id, s.scheme_code as code, sum(b.balance_fen)::text as used
    from standing_assessment s join loan l on l.enterprise_id = s.enterprise_id and l.id = s.loan_id
    join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
    where s.outcome = 'eligible' and l.state = 'active' group by 1, 2`);
  const firms = new Map<string, { [code: string]: bigint }>();
  for (const { id, code, used } of rows) firms.set(id, { ...firms.get(id), [code]: BigInt(used) });
  return firms;
}

const listColumns = 'enterprise_id, score_sheet_id, need_id, product_ids, passed, unknown';

/** A stage for lists that only this transaction sees. */
export async function openListStage({ client }: BatchTx): Promise<Writable> {
  await client.query(
    `create temporary table list_stage on commit drop as select ${listColumns} from match_list with no data`,
  );
  return client.query(copyFrom(`copy list_stage (${listColumns}) from stdin`));
}

/** Keeps the lists that say something new, with the moment; returns how many. */
export async function mergeLists({ client }: BatchTx, at: Date): Promise<number> {
  const { rowCount } = await client.query(
    `insert into match_list as m (${listColumns}, computed_at) select ${listColumns}, $1 from list_stage
     on conflict (enterprise_id) do update
       set score_sheet_id = excluded.score_sheet_id, need_id = excluded.need_id, product_ids = excluded.product_ids,
           passed = excluded.passed, unknown = excluded.unknown, computed_at = excluded.computed_at
     where (m.score_sheet_id, m.need_id, m.product_ids, m.passed, m.unknown) is distinct from
       (excluded.score_sheet_id, excluded.need_id, excluded.product_ids, excluded.passed, excluded.unknown)`,
    [at],
  );
  return rowCount ?? 0;
}
