import { Prisma, type Tx } from '~/server/db/client.ts';
import type { FundedFilter } from '~/server/overview/list-funded-firms.ts';

export type FundedRow = {
  loan_id: string;
  enterprise_id: string;
  name: string;
  uscc: string | null;
  region: string | null;
  industry: string | null;
  industry_name: string | null;
  bank: string;
  balance_fen: bigint;
  principal_fen: bigint;
  disbursed_on: string;
  maturity_on: string;
  tier: string | null;
  dpd: number | null;
  grade: string | null;
  points: number[] | null;
  open_alerts: number;
  worst: number;
  overdue_answers: number;
  rank: bigint;
};

/** Worst open severity as a figure: 3 red, 2 orange, 1 yellow, 0 none. */
export const worst = Prisma.sql`max(case a.severity when 'red' then 3 when 'orange' then 2 else 1 end)`;

export const condition = (f: FundedFilter) =>
  Prisma.join(
    [
      Prisma.sql`l.state = 'active'`,
      ...(f.region ? [Prisma.sql`e.region_code like ${`${f.region}%`}`] : []),
      ...(f.section ? [Prisma.sql`ind.section = ${f.section}`] : []),
      ...(f.bank ? [Prisma.sql`l.institution_id = ${f.bank}::uuid`] : []),
      ...(f.severity ? [Prisma.sql`coalesce(al.worst, 0) = ${severityRank[f.severity]}`] : []),
      ...(f.text ? [Prisma.sql`(e.name ilike ${`%${f.text}%`} or e.uscc ilike ${`${f.text}%`})`] : []),
    ],
    ' and ',
  );

const severityRank = { red: 3, orange: 2, yellow: 1, none: 0 } as const;

/**
 * Funded firms with balance, class, score trend and open alerts, worst first. `rank` orders the list and is the key that
 * pages continue from. Rates, fees and collateral are the bank's own and are not read here.
 */
export const findFunded = (tx: Tx, f: FundedFilter, limit: number): Promise<FundedRow[]> => tx.$queryRaw<
  FundedRow[]
>`
  with al as (
    select a.enterprise_id, a.loan_id, count(*)::int as open_alerts, ${worst}::int as worst,
           count(*) filter (where a.state = 'open' and a.due_at < ${f.now})::int as overdue_answers
    from alert a where a.state <> 'closed' group by 1, 2
  ), listed as (
    select l.id as loan_id, e.id as enterprise_id, e.name, e.uscc, r.name_zh as region, ind.section as industry,
           ind.name_zh as industry_name, i.name_zh as bank, b.balance_fen, l.principal_fen, l.disbursed_on::text, l.maturity_on::text,
           coalesce(al.open_alerts, 0) as open_alerts, coalesce(al.worst, 0) as worst,
           coalesce(al.overdue_answers, 0) as overdue_answers,
           coalesce(al.worst, 0)::bigint * 1000000000000000 + b.balance_fen as rank
    from loan l
    join enterprise e on e.id = l.enterprise_id
    join institution i on i.id = l.institution_id
    join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
    left join region r on r.code = e.region_code
    left join industry ind on ind.code = e.industry_code and ind.version = e.industry_version
    left join al on al.enterprise_id = l.enterprise_id and al.loan_id = l.id
    where ${condition(f)}
  ), page as (
    select * from listed
    where ${f.after ? Prisma.sql`(rank, loan_id) < (${BigInt(f.after.rank)}, ${f.after.id}::uuid)` : Prisma.sql`true`}
    order by rank desc, loan_id desc limit ${limit}
  )
  select page.*, c.tier, c.dpd, s.grade, s.points
  from page
  left join lateral (select tier, dpd from loan_class where enterprise_id = page.enterprise_id and loan_id = page.loan_id
                     order by as_of desc, recorded_at desc limit 1) c on true
  left join lateral (select (array_agg(grade order by created_at desc))[1] as grade,
                            array_agg(milli_points order by created_at) filter (where milli_points is not null) as points
                     from (select grade, milli_points, created_at from score_sheet
                           where enterprise_id = page.enterprise_id and scope = 'public'
                           order by created_at desc limit 8) latest) s on true
  order by page.rank desc, page.loan_id desc`;

/** Sums over the same filter, for the figures above the list. */
export async function sumFunded(tx: Tx, f: FundedFilter) {
  const [row] = await tx.$queryRaw<
    { firms: number; loans: number; balance: bigint; red: number; orange: number; yellow: number }[]
  >`
    with al as (
      select a.enterprise_id, a.loan_id, ${worst}::int as worst from alert a where a.state <> 'closed' group by 1, 2
    )
    select count(distinct l.enterprise_id)::int as firms, count(*)::int as loans, coalesce(sum(b.balance_fen), 0)::bigint as balance,
           count(*) filter (where al.worst = 3)::int as red, count(*) filter (where al.worst = 2)::int as orange,
           count(*) filter (where al.worst = 1)::int as yellow
    from loan l
    join enterprise e on e.id = l.enterprise_id
    join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
    left join industry ind on ind.code = e.industry_code and ind.version = e.industry_version
    left join al on al.enterprise_id = l.enterprise_id and al.loan_id = l.id
    where ${condition(f)}`;
  return row ?? { firms: 0, loans: 0, balance: 0n, red: 0, orange: 0, yellow: 0 };
}

/** The choices of the filters: regions, sections and banks that have funded firms. */
export async function findFundedChoices(tx: Tx) {
  const regions = await tx.$queryRaw<{ value: string; label: string }[]>`
    select distinct r.code as value, r.name_zh as label from loan l join enterprise e on e.id = l.enterprise_id
    join region r on r.code = e.region_code where l.state = 'active' order by 1`;
  const sections = await tx.$queryRaw<{ value: string; zh: string; en: string | null }[]>`
    select distinct s.code as value, s.name_zh as zh, s.name_en as en from loan l join enterprise e on e.id = l.enterprise_id
    join industry c on c.code = e.industry_code and c.version = e.industry_version
    join industry s on s.code = c.section and s.version = c.version where l.state = 'active' order by 1`;
  const banks = await tx.$queryRaw<{ value: string; zh: string; en: string }[]>`
    select distinct i.id::text as value, i.name_zh as zh, i.name_en as en from loan l
    join institution i on i.id = l.institution_id where l.state = 'active' order by 2`;
  return { regions, sections, banks };
}
