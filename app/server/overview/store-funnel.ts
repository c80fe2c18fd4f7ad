import { Prisma, type Tx } from '~/server/db/client.ts';

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

/** The firms that reached each step, each step among the firms of the step before, as queries of a statement. */
const stepQueries = (region: string | undefined) => Prisma.sql`
    registered as (
      select e.id, e.name, e.uscc, left(e.region_code, 4) as region from enterprise e
      where exists (select 1 from user_account u where u.enterprise_id = e.id)
        and (${region ?? null}::text is null or e.region_code like ${`${region ?? ''}%`})
    ), consented as (
      select f.* from registered f where exists (select 1 from consent c where c.enterprise_id = f.id and c.purpose = 'evaluation')
    ), scored as (
      select f.* from consented f where exists (select 1 from score_sheet s where s.enterprise_id = f.id and s.scope = 'full')
    ), needing as (
      select f.* from scored f where exists (select 1 from need n where n.enterprise_id = f.id)
    ), applied as (
      select f.* from needing f where exists (select 1 from application a where a.enterprise_id = f.id)
    ), offered as (
      select f.* from applied f where exists (select 1 from offer o where o.enterprise_id = f.id)
    ), disbursed as (
      select f.* from offered f where exists (select 1 from loan l where l.enterprise_id = f.id)
    ), healthy as (
      select f.* from disbursed f
      where not exists (select 1 from alert a where a.enterprise_id = f.id and a.state <> 'closed')
        and not exists (select 1 from loan l join lateral (
              select dpd from loan_class c where c.enterprise_id = l.enterprise_id and c.loan_id = l.id
              order by as_of desc, recorded_at desc limit 1) c on true
            where l.enterprise_id = f.id and c.dpd > 0)
    )`;

export type RegionSteps = { readonly region: string | null } & FunnelRow;

/**
 * How many registered firms of each prefecture reached each step: a step can only shrink. Registered: the firm has an account.
 * Healthy: funded, and no open alert and no overdue day. A firm without a region counts under null.
 */
export const countFunnel = (tx: Tx): Promise<RegionSteps[]> => tx.$queryRaw<RegionSteps[]>`
    with ${stepQueries(undefined)}, reached as (
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
    with ${stepQueries(region)}
    select f.id, f.name, f.uscc, r.name_zh as region from ${Prisma.raw(step)} f
    left join region r on r.code = f.region || '00'
    order by f.name, f.id limit ${limit} offset ${offset}`;

/** Firms on record, and their public grades: the province behind the funnel. */
export async function countProvince(tx: Tx) {
  const grades = await tx.$queryRaw<{ grade: string; firms: number }[]>`
    select grade, count(*)::int as firms from (
      select distinct on (s.enterprise_id) s.grade from score_sheet s join enterprise e on e.id = s.enterprise_id
      where s.scope = 'public' and e.status not in ('cancelled', 'moved-out')
      order by s.enterprise_id, s.created_at desc) latest
    group by 1`;
  const [sums] = await tx.$queryRaw<
    { firms: number; banks: number; products: number; loans: number; lent: bigint }[]
  >`
    select (select count(*)::int from enterprise where status not in ('cancelled', 'moved-out')) as firms,
           (select count(*)::int from institution where kind = 'bank' and state = 'approved'
              and exists (select 1 from product p where p.institution_id = institution.id and p.state = 'published')) as banks,
           (select count(*)::int from product where state = 'published') as products,
           (select count(*)::int from loan where renews_loan_id is null) as loans,
           (select coalesce(sum(principal_fen), 0)::bigint from loan where renews_loan_id is null) as lent`;
  return { grades, sums: sums ?? { firms: 0, banks: 0, products: 0, loans: 0, lent: 0n } };
}

export const findProvinceRegions = (tx: Tx) => tx.$queryRaw<{ value: string; label: string }[]>`
  select distinct left(r.code, 4) as value, p.name_zh as label
  from enterprise e join region r on r.code = e.region_code join region p on p.code = left(r.code, 4) || '00'
  where exists (select 1 from user_account u where u.enterprise_id = e.id) order by 1`;
