import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import type { FundedFilter } from '~/server/overview/list-funded-firms.ts';
import { condition, worst } from '~/server/overview/store-funded.ts';

export type TileRow = {
  /** The first four digits of the division code; null for a firm without one. */
  region: string | null;
  region_name: string | null;
  section: string | null;
  section_zh: string | null;
  section_en: string | null;
  loans: number;
  firms: number;
  red: number;
  orange: number;
};

/** Loans that were on record and not settled at the end of a day. */
const liveOn = (
  on: Day,
) => Prisma.sql`l.disbursed_on <= ${dateOfDay(on)} and l.recorded_at < ${startOf(addDays(on, 1))}
      and (l.settled_on is null or l.settled_on > ${dateOfDay(on)})`;

/** Live loans by prefecture and section of industry, over the filter of the list, or as they were at the end of a day. */
export const countTiles = (tx: Tx, over: FundedFilter | Day) => tx.$queryRaw<TileRow[]>`
  with al as (
    select a.enterprise_id, a.loan_id, ${worst}::int as worst from alert a where a.state <> 'closed' group by 1, 2
  ), counted as (
    select left(e.region_code, 4) as region, ind.section, ind.version as industry_version, count(*)::int as loans,
           count(distinct e.id)::int as firms, count(*) filter (where al.worst = 3)::int as red,
           count(*) filter (where al.worst = 2)::int as orange
    from loan l
    join enterprise e on e.id = l.enterprise_id
    left join industry ind on ind.code = e.industry_code and ind.version = e.industry_version
    left join al on al.enterprise_id = l.enterprise_id and al.loan_id = l.id
    where ${typeof over === 'string' ? liveOn(over) : condition(over)}
    group by 1, 2, 3
  )
  select c.region, r.name_zh as region_name, c.section, s.name_zh as section_zh, s.name_en as section_en,
         c.loans, c.firms, c.red, c.orange
  from counted c
  left join region r on r.code = c.region || '00'
  left join industry s on s.code = c.section and s.version = c.industry_version
  order by c.region, c.section`;

export type RaisedRow = { month: string; severity: 'yellow' | 'orange' | 'red'; alerts: number };

/** Alerts raised since an instant, by month in China time and severity. */
export const countRaised = (tx: Tx, since: Date) => tx.$queryRaw<RaisedRow[]>`
  select to_char(raised_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, severity, count(*)::int as alerts
  from alert where raised_at >= ${since} group by 1, 2 order by 1, 2`;

/** Prefectures that have live loans, for the filter. */
export const findPrefectures = (tx: Tx) => tx.$queryRaw<{ value: string; label: string }[]>`
  select distinct left(e.region_code, 4) as value, p.name_zh as label
  from loan l join enterprise e on e.id = l.enterprise_id join region p on p.code = left(e.region_code, 4) || '00'
  where l.state = 'active' order by 1`;
