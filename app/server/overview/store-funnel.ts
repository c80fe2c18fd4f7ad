import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type FunnelRow = { [K in FunnelStep]: number };
export const funnelSteps = [
  'registered',
  'consented',
  'scored',
  'needing',
  'applied',
  'offered',
  'disbursed',
  'healthy',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** The last day that is counted, to its end; null for this moment. */
export type Through = Day | null;

/** Whether what an instant (an expression) stands for had happened by the end of the day. */
const by = (instant: string, on: Through) =>
  on === null ? Prisma.sql`true` : Prisma.sql`${Prisma.raw(instant)} < ${startOf(addDays(on, 1))}`;

/** Alerts that are not closed, or were not at the end of the day. */
const isLive = (on: Through) =>
  on === null
    ? Prisma.sql`a.state <> 'closed'`
    : Prisma.sql`${by('a.raised_at', on)} and (a.closed_at is null or not ${by('a.closed_at', on)})`;

const classBy = (on: Through) =>
  on === null ? Prisma.sql`true` : Prisma.sql`c.as_of <= ${dateOfDay(on)} and ${by('c.recorded_at', on)}`;

/** The firms that reached each step, each step among the firms of the step before, as queries of a statement. */
const stepQueries = (region: string | undefined, on: Through) => Prisma.sql`
    registered as (
      select e.id, e.name, e.uscc, left(e.region_code, 4) as region from enterprise e
      where exists (select 1 from user_account u where u.enterprise_id = e.id and ${by('u.created_at', on)})
        and (${region ?? null}::text is null or e.region_code like ${`${region ?? ''}%`})
    ), consented as (
      select f.* from registered f where exists (
        select 1 from consent c where c.enterprise_id = f.id and c.purpose = 'evaluation' and ${by('c.granted_at', on)})
    ), scored as (
      select f.* from consented f where exists (
        select 1 from score_sheet s where s.enterprise_id = f.id and s.scope = 'full' and ${by('s.created_at', on)})
    ), needing as (
      select f.* from scored f where exists (select 1 from need n where n.enterprise_id = f.id and ${by('n.created_at', on)})
    ), applied as (
      select f.* from needing f where exists (select 1 from application a where a.enterprise_id = f.id and ${by('a.submitted_at', on)})
    ), offered as (
      select f.* from applied f where exists (select 1 from offer o where o.enterprise_id = f.id and ${by('o.created_at', on)})
    ), disbursed as (
      select f.* from offered f where exists (select 1 from loan l where l.enterprise_id = f.id and ${by('l.recorded_at', on)})
    ), healthy as (
      select f.* from disbursed f
      where not exists (select 1 from alert a where a.enterprise_id = f.id and ${isLive(on)})
        and not exists (select 1 from loan l join lateral (
              select dpd from loan_class c where c.enterprise_id = l.enterprise_id and c.loan_id = l.id and ${classBy(on)}
              order by as_of desc, recorded_at desc limit 1) c on true
            where l.enterprise_id = f.id and ${by('l.recorded_at', on)} and c.dpd > 0)
    )`;

export type RegionSteps = { readonly region: string | null } & FunnelRow;

/**
 * How many registered firms of each prefecture reached each step: a step can only shrink. Registered: the firm has an account.
 * Healthy: funded, and no open alert and no overdue day. A firm without a region counts under null.
 */
export const countFunnel = (tx: Tx, on: Through): Promise<RegionSteps[]> => tx.$queryRaw<RegionSteps[]>`
    with ${stepQueries(undefined, on)}, reached as (
      ${Prisma.join(
        funnelSteps.map((step, at) => Prisma.sql`select region, ${at}::int as step from ${Prisma.raw(step)}`),
        ' union all ',
      )}
    )
    select region, ${Prisma.join(
      funnelSteps.map(
        (step, at) => Prisma.sql`count(*) filter (where step = ${at})::int as ${Prisma.raw(step)}`,
      ),
    )}
    from reached group by region order by region`;

/** The firms behind a step, a page of them by name. */
export const findFunnelFirms = (
  tx: Tx,
  { region, step }: { readonly region: string | undefined; readonly step: FunnelStep },
  limit: number,
  offset: number,
) => tx.$queryRaw<{ id: string; name: string; uscc: string | null; region: string | null }[]>`
    with ${stepQueries(region, null)}
    select f.id, f.name, f.uscc, r.name_zh as region from ${Prisma.raw(step)} f
    left join region r on r.code = f.region || '00'
    order by f.name, f.id limit ${limit} offset ${offset}`;

export type ProvinceSums = {
  firms: number;
  banks: number;
  products: number;
  loans: number;
  lent: bigint;
  /** Firms that the loans were made to. */
  borrowers: number;
};

/** Firms on record and what was lent to them by a day, their public grades, and the shelf of now: the province behind the funnel. */
export async function countProvince(tx: Tx, on: Through) {
  const grades = await tx.$queryRaw<{ grade: string; firms: number }[]>`
    select grade, count(*)::int as firms from (
      select distinct on (s.enterprise_id) s.grade from score_sheet s join enterprise e on e.id = s.enterprise_id
      where s.scope = 'public' and e.status not in ('cancelled', 'moved-out')
        and ${by('e.created_at', on)} and ${by('s.created_at', on)}
      order by s.enterprise_id, s.created_at desc) latest
    group by 1`;
  const [sums] = await tx.$queryRaw<ProvinceSums[]>`
    with lent as (
      select l.enterprise_id, l.principal_fen from loan l where l.renews_loan_id is null and ${by('l.recorded_at', on)}
    )
    select (select count(*)::int from enterprise e where e.status not in ('cancelled', 'moved-out')
              and ${by('e.created_at', on)}) as firms,
           (select count(*)::int from institution where kind = 'bank' and state = 'approved'
              and exists (select 1 from product p where p.institution_id = institution.id and p.state = 'published')) as banks,
           (select count(*)::int from product where state = 'published') as products,
           (select count(*)::int from lent) as loans,
           (select count(distinct enterprise_id)::int from lent) as borrowers,
           (select coalesce(sum(principal_fen), 0)::bigint from lent) as lent`;
  return { grades, sums: sums ?? { firms: 0, banks: 0, products: 0, loans: 0, lent: 0n, borrowers: 0 } };
}

/** Prefectures with a firm that has an account. */
export const findProvinceRegions = (tx: Tx, on: Through) => tx.$queryRaw<{ value: string; label: string }[]>`
  select distinct left(r.code, 4) as value, p.name_zh as label
  from enterprise e join region r on r.code = e.region_code join region p on p.code = left(r.code, 4) || '00'
  where exists (select 1 from user_account u where u.enterprise_id = e.id and ${by('u.created_at', on)}) order by 1`;
