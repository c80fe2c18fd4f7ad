import type { Day } from '~/domain/kernel/day.ts';
import { type Remit, regionPrefix } from '~/domain/loan/office.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { type ListedRow, lived } from '~/server/loan/store-month.ts';

export type OfficeRow = {
  id: string;
  office_id: string;
  name_zh: string;
  name_en: string;
  remit: Remit;
  region_code: string;
  region: string;
  appointed_at: Date;
  ended_at: Date | null;
};

const offices = Prisma.sql`
  select o.id, o.office_id, i.name_zh, i.name_en, o.remit, o.region_code, r.name_zh as region, o.appointed_at, o.ended_at
  from list_office o join institution i on i.id = o.office_id left join region r on r.code = o.region_code`;

/** Appointments, live ones first. */
export const findAppointments = (tx: Tx) =>
  tx.$queryRaw<OfficeRow[]>`${offices} order by o.ended_at is not null, i.code, o.remit, o.region_code`;

/** Live appointments of one kind, of one office or of all. */
export const findOfficesFor = (tx: Tx, remit: Remit, officeId: string | null = null) =>
  tx.$queryRaw<OfficeRow[]>`
    ${offices} where o.ended_at is null and o.remit = ${remit} and (${officeId}::uuid is null or o.office_id = ${officeId}::uuid)
    order by o.office_id, o.region_code`;

export const findAuthorities = (tx: Tx) =>
  tx.institution.findMany({
    where: { kind: 'regulator', state: 'approved' },
    select: { id: true, nameZh: true, nameEn: true },
    orderBy: { code: 'asc' },
  });

export const findRegionName = (tx: Tx, code: string) =>
  tx.region.findFirst({ where: { code }, select: { nameZh: true } });

export const addAppointment = (tx: Tx, data: Prisma.ListOfficeCreateManyInput) =>
  tx.listOffice.createMany({ data: [data], skipDuplicates: true });

export const endAppointment = (tx: Tx, id: string, endedBy: string, endedAt: Date) =>
  tx.listOffice.updateMany({ where: { id, endedAt: null }, data: { endedBy, endedAt } });

export type OfficeLoan = ListedRow & { enterprise_id: string };

/** Whether the firm's last word to the office is that it may be named. */
const named = (officeId: string) => Prisma.sql`
  coalesce((select g.decision = 'given' from office_agreement g
            where g.enterprise_id = l.enterprise_id and g.office_id = ${officeId}::uuid
            order by g.decided_at desc, g.id desc limit 1), false)`;

const within = (regions: readonly string[]) =>
  Prisma.sql`e.region_code like any(${regions.map((code) => `${regionPrefix(code)}%`)}::text[])`;

export type Span = { readonly from: Day; readonly through: Day };

/** Loans of an office's divisions that lived in a month, of firms that agreed to be named to it; by bank and contract. */
export const findOfficeLoans = (
  tx: Tx,
  officeId: string,
  regions: readonly string[],
  { from, through }: Span,
) =>
  tx.$queryRaw<OfficeLoan[]>`
    ${lived(from, through)}
    select l.id, l.enterprise_id, l.contract_no, e.name as firm, e.uscc, i.name_zh as bank_zh, i.name_en as bank_en,
           (l.principal_fen + l.more)::bigint as principal_fen, coalesce(l.current_rate_ppm, l.rate_ppm) as rate_ppm,
           l.disbursed_on::text, l.maturity_on::text, l.balance_fen, l.paid_principal_fen, l.paid_interest_fen, c.tier, c.dpd, l.state
    from lived l
    join enterprise e on e.id = l.enterprise_id
    join institution i on i.id = l.institution_id
    left join lateral (select tier, dpd from loan_class x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
                         and x.as_of <= ${dateOfDay(through)} order by as_of desc, recorded_at desc limit 1) c on true
    where ${within(regions)} and ${named(officeId)}
    order by i.name_zh, l.contract_no, l.id limit 5000`;

export type OfficeSums = { named: boolean; loans: number; firms: number; balance_fen: bigint };

/** What all loans of the divisions come to, those of firms that agreed and the others apart. */
export const sumOfficeLoans = (
  tx: Tx,
  officeId: string,
  regions: readonly string[],
  { from, through }: Span,
) =>
  tx.$queryRaw<OfficeSums[]>`
    ${lived(from, through)}
    select ${named(officeId)} as named, count(*)::int as loans, count(distinct l.enterprise_id)::int as firms,
           sum(l.balance_fen)::bigint as balance_fen
    from lived l join enterprise e on e.id = l.enterprise_id
    where ${within(regions)} group by 1`;

/** The firm of a loan as an office may be told of it: its division, and which offices it agreed to. */
export async function findAgreed(tx: Tx, enterpriseId: string) {
  const [firm] = await tx.$queryRaw<{ region_code: string | null; agreed: string[] }[]>`
    select e.region_code, array(
      select office_id::text from (
        select distinct on (g.office_id) g.office_id, g.decision from office_agreement g
        where g.enterprise_id = e.id order by g.office_id, g.decided_at desc, g.id desc) last
      where decision = 'given') as agreed
    from enterprise e where e.id = ${enterpriseId}::uuid`;
  return firm ?? { region_code: null, agreed: [] };
}

export const addAgreement = (tx: Tx, data: Prisma.OfficeAgreementCreateManyInput) =>
  tx.officeAgreement.createMany({ data: [data] });

export const addCopy = (tx: Tx, data: Prisma.OfficeMonthCreateManyInput) =>
  tx.officeMonth.createMany({ data: [data], skipDuplicates: true });

export const findCopies = (tx: Tx, month: string) => tx.officeMonth.findMany({ where: { month } });

export const markOpened = (tx: Tx, officeId: string, month: string, openedBy: string, openedAt: Date) =>
  tx.officeMonth.updateMany({ where: { officeId, month, openedAt: null }, data: { openedBy, openedAt } });
