import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { VintageMeasure } from '~/domain/loan/vintage.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { drawnBy, drawnRenewed, firstDays, isFirst } from '~/server/overview/store-loan-day.ts';
import type { Period } from '~/server/overview/store-migration.ts';

/** Money of which any bad day is on record, by its first loan: only their logs are read. */
const troubled = Prisma.sql`
  select distinct b.enterprise_id, coalesce(b.money_id, b.id) as loan_id from (
    select c.enterprise_id, c.loan_id from loan_class c
    where c.dpd >= 30 or c.tier in ('substandard', 'doubtful', 'loss')
    union select v.enterprise_id, v.loan_id from loan_event v where v.kind = 'write-off') t
  join loan b on b.enterprise_id = t.enterprise_id and b.id = t.loan_id`;

const metOn = {
  'overdue-30': Prisma.sql`f.overdue_30`,
  'overdue-90': Prisma.sql`f.overdue_90`,
  loss: Prisma.sql`least(f.loss, f.written_off)`,
} as const satisfies { readonly [M in VintageMeasure]: Prisma.Sql };

export type VintageRow = {
  disbursed_on: string;
  met_on: string | null;
  loans: number;
  principal_fen: bigint;
};

/** Money lent within a period, by its first loan, with the first days on which it met each measure under whatever contract. */
const metWithin = ({ from, on }: Period) => Prisma.sql`
  select l.enterprise_id, l.disbursed_on, f.overdue_30, f.overdue_90, f.loss, f.written_off,
         l.principal_fen + coalesce(m.fen, 0) + coalesce(n.fen, 0) as lent
  from loan l
  left join (${troubled}) t on t.enterprise_id = l.enterprise_id and t.loan_id = l.id
  left join lateral (${firstDays(on)}) f on t.loan_id is not null
  left join lateral (${drawnBy(Prisma.sql`${dateOfDay(on)}::date`)}) m on true
  left join (${drawnRenewed(Prisma.sql`${dateOfDay(on)}::date`)}) n on n.enterprise_id = l.enterprise_id and n.money_id = l.id
  where ${isFirst} and l.disbursed_on between ${dateOfDay(from)} and ${dateOfDay(on)}`;

/** The reader's loans lent within a period by the day of lending and the first day on which they met a measure. */
export const sumVintages = (tx: Tx, period: Period, measure: VintageMeasure) => tx.$queryRaw<VintageRow[]>`
  select disbursed_on::text, (${metOn[measure]})::text as met_on, count(*)::int as loans, sum(lent)::bigint as principal_fen
  from (${metWithin(period)}) f group by 1, 2 order by 1, 2`;

export type VintageFirms = { quarter: string; firms: number } & { [M in VintageMeasure]: boolean };

/** How many firms were lent to in each quarter, by which measures any of their loans has met. */
export const countVintageFirms = (tx: Tx, period: Period) => tx.$queryRaw<VintageFirms[]>`
  select quarter, "overdue-30", "overdue-90", loss, count(*)::int as firms from (
    select to_char(disbursed_on, 'YYYY"Q"Q') as quarter, enterprise_id, bool_or((${metOn['overdue-30']}) is not null) as "overdue-30",
           bool_or((${metOn['overdue-90']}) is not null) as "overdue-90", bool_or((${metOn.loss}) is not null) as loss
    from (${metWithin(period)}) f group by 1, 2) met
  group by 1, 2, 3, 4`;

export type OutcomeRow = {
  enterpriseId: EnterpriseId;
  outcome: string;
  on: Day;
  alerts: { family: string; on: Day }[];
};

/**
 * The reader's money with each outcome that it first met within a period, and all alerts raised on its loans; alerts of other
 * loans are not read.
 */
export const findOutcomes = (tx: Tx, { from, on }: Period) => tx.$queryRaw<OutcomeRow[]>`
  with heard as (
    select a.enterprise_id, coalesce(b.money_id, b.id) as loan_id, jsonb_agg(jsonb_build_object(
             'family', coalesce(p.body ->> 'family', 'media'), 'on', ((a.raised_at at time zone 'Asia/Shanghai')::date)::text)) as alerts
    from (${troubled}) t
    join loan b on b.enterprise_id = t.enterprise_id and coalesce(b.money_id, b.id) = t.loan_id
    join alert a on coalesce(a.borrower_id, a.enterprise_id) = b.enterprise_id and a.loan_id = b.id
    left join policy_version p on p.code = a.signal_code and p.version = a.signal_version and p.kind = 'signal'
    group by 1, 2
  )
  select l.enterprise_id::text as "enterpriseId", o.outcome, o.met_on::text as "on", coalesce(h.alerts, '[]') as alerts
  from (${troubled}) t
  join loan l on l.enterprise_id = t.enterprise_id and l.id = t.loan_id
  cross join lateral (${firstDays(on)}) f
  cross join lateral (values ('overdue-30', f.overdue_30), ('overdue-60', f.overdue_60), ('overdue-90', f.overdue_90),
                             ('non-performing', f.non_performing), ('written-off', f.written_off)) o(outcome, met_on)
  left join heard h on h.enterprise_id = l.enterprise_id and h.loan_id = l.id
  where o.met_on > ${dateOfDay(from)} and o.met_on <= ${dateOfDay(on)}
  order by 1, 2`;
