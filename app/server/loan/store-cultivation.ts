import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Aim, listedUntil } from '~/domain/loan/cultivation.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

/** The firm's time on the list that it has not left, which may have run out; null when there is none. */
export const openCultivation = (tx: Tx, enterpriseId: EnterpriseId, aim: Aim) =>
  tx.cultivation.findFirst({ where: { enterpriseId, aim, leftAt: null } });

export const latestCultivation = (tx: Tx, enterpriseId: EnterpriseId, aim: Aim) =>
  tx.cultivation.findFirst({ where: { enterpriseId, aim }, orderBy: { joinedAt: 'desc' } });

type Listed = { readonly aim: string; readonly joinedAt: Date; readonly leftAt: Date | null };

/** Whether banks still see it on a day. */
export function isOpen({ aim, joinedAt, leftAt }: Listed, today: Day): boolean {
  const until = listedUntil(dayAt(joinedAt), aim as Aim);
  return leftAt === null && (until === null || today < until);
}

export const addCultivation = (tx: Tx, data: Prisma.CultivationCreateManyInput) =>
  tx.cultivation.createMany({ data: [data] });

export const endCultivation = (tx: Tx, id: string, leftAt: Date) =>
  tx.cultivation.updateMany({ where: { id, leftAt: null }, data: { leftAt } });

export const addContact = (tx: Tx, data: Prisma.CultivationContactCreateManyInput) =>
  tx.cultivationContact.createMany({ data: [data] });

/** Contacts of a time on the list that the reader may see: all for the firm, its own for a bank. */
export const contactsOf = (tx: Tx, cultivationIds: readonly string[]) =>
  tx.cultivationContact.findMany({
    where: { cultivationId: { in: [...cultivationIds] } },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: 500,
  });

type Standing = { readonly active: boolean; readonly hasLoan: boolean; readonly firstCounted: boolean };

/** Whether the firm is in business, has borrowed on the platform, and whether a loan of it counts as the first. */
export async function borrowingOf(tx: Tx, enterpriseId: EnterpriseId): Promise<Standing> {
  const [row] = await tx.$queryRaw<Standing[]>`
    select e.status = 'active' as active,
           exists (select 1 from loan l where l.enterprise_id = ${enterpriseId}::uuid) as "hasLoan",
           exists (select 1 from first_loan_entry x where x.enterprise_id = ${enterpriseId}::uuid and x.scheme_code = ''
                   group by x.loan_id having sum(x.loans) > 0) as "firstCounted"
    from enterprise e where e.id = ${enterpriseId}::uuid`;
  if (!row) throw new Error(`no enterprise ${enterpriseId}`);
  return row;
}

export type ListedRow = {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly firm: string;
  readonly uscc: string | null;
  readonly regionZh: string | null;
  readonly industryZh: string | null;
  readonly industryEn: string | null;
  readonly establishedOn: string | null;
  readonly grade: string | null;
  readonly joinedAt: Date;
};

/** Firms on the list without a loan, the longest waiting first: read by the platform, for banks. */
export const listedFirms = (tx: Tx, limit: number, offset: number) =>
  tx.$queryRaw<ListedRow[]>`
    select c.id, c.enterprise_id as "enterpriseId", e.name as firm, e.uscc, r.name_zh as "regionZh", n.name_zh as "industryZh",
           n.name_en as "industryEn", e.established_on::text as "establishedOn", s.grade, c.joined_at as "joinedAt"
    from cultivation c
    join enterprise e on e.id = c.enterprise_id
    left join region r on r.code = e.region_code
    left join industry n on n.code = e.industry_code and n.version = e.industry_version
    left join lateral (select grade from score_sheet x where x.enterprise_id = c.enterprise_id and x.scope = 'public'
                       order by x.created_at desc limit 1) s on true
    where c.aim = 'first-loan' and c.left_at is null
      and not exists (select 1 from loan l where l.enterprise_id = c.enterprise_id)
    order by c.joined_at, c.id limit ${limit} offset ${offset}`;

export type ListedPlace = { readonly enterpriseId: EnterpriseId; readonly aim: Aim; readonly joinedAt: Date };

/** A place on a list that the firm has not left, nor the first loan ended; null where there is none. */
export async function placeListed(tx: Tx, id: string): Promise<ListedPlace | null> {
  const [row] = await tx.$queryRaw<ListedPlace[]>`
    select c.enterprise_id as "enterpriseId", c.aim, c.joined_at as "joinedAt" from cultivation c
    where c.id = ${id}::uuid and c.left_at is null
      and (c.aim = 'offers' or not exists (select 1 from loan l where l.enterprise_id = c.enterprise_id))`;
  return row ?? null;
}

export type PoolFigures = {
  joined: number;
  waiting: number;
  contacted: number;
  borrowed: number;
  graduated: number;
};

/** How the list has done, over all firms that ever joined it. */
export async function poolFigures(tx: Tx): Promise<PoolFigures> {
  const [row] = await tx.$queryRaw<PoolFigures[]>`
    with firms as (
      select c.enterprise_id, bool_or(c.left_at is null) as open from cultivation c
      where c.aim = 'first-loan' group by 1
    ), stood as (
      select f.open, exists (select 1 from cultivation_contact k
                             join cultivation c on c.enterprise_id = k.enterprise_id and c.id = k.cultivation_id
                             where k.enterprise_id = f.enterprise_id and c.aim = 'first-loan') as seen,
             exists (select 1 from loan l where l.enterprise_id = f.enterprise_id) as lent,
             exists (select 1 from first_loan_entry x where x.enterprise_id = f.enterprise_id and x.scheme_code = ''
                     group by x.loan_id having sum(x.loans) > 0) as first
      from firms f
    )
    select count(*)::int as joined, count(*) filter (where open and not seen and not lent)::int as waiting,
           count(*) filter (where open and seen and not lent)::int as contacted,
           count(*) filter (where lent and not first)::int as borrowed, count(*) filter (where first)::int as graduated
    from stood`;
  return row ?? { joined: 0, waiting: 0, contacted: 0, borrowed: 0, graduated: 0 };
}
