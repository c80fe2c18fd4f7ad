import type { Day } from '~/domain/kernel/day.ts';
import { Prisma } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** Principal that had come back of loan `l` by a day (an expression), as `fen`; what was taken back again does not count. */
export const paidBy = (day: Prisma.Sql) => Prisma.sql`
  select sum(r.principal_fen) as fen from repayment r
  where r.enterprise_id = l.enterprise_id and r.loan_id = l.id and r.kind <> 'recovery' and r.paid_on <= ${day}
    and not exists (select 1 from loan_event v where v.enterprise_id = r.enterprise_id and v.reverses_id = r.id)`;

/** Principal of loan `l` drawn after the first time by a day, as `fen`. */
export const drawnBy = (day: Prisma.Sql) => Prisma.sql`
  select sum(v.amount_fen) as fen from loan_event v
  where v.enterprise_id = l.enterprise_id and v.loan_id = l.id and v.kind = 'drawdown' and v.effective_on <= ${day}`;

/** Principal drawn by a day on the loans that renewed others, by the first loan of their money, as `fen`. */
export const drawnRenewed = (day: Prisma.Sql) => Prisma.sql`
  select r.enterprise_id, r.money_id, sum(v.amount_fen) as fen
  from loan r join loan_event v on v.enterprise_id = r.enterprise_id and v.loan_id = r.id and v.kind = 'drawdown' and v.effective_on <= ${day}
  where r.money_id is not null group by 1, 2`;

/** The first loans of one money each: what renews another is not lent anew. */
export const isFirst = Prisma.sql`l.money_id is null`;

/** Reasons of a class that say that a loan is in a watch period. */
export const watchPeriods = ['under-observation', 'curing'] as const;

/** The class of loan `l` on a day as it is known now: of rows for the latest day on or before it the one recorded last. */
export const classOn = (day: Prisma.Sql) => Prisma.sql`
  select x.tier, x.dpd, x.because from loan_class x
  where x.enterprise_id = l.enterprise_id and x.loan_id = l.id and x.as_of <= ${day}
  order by x.as_of desc, x.recorded_at desc limit 1`;

const itself = Prisma.sql`select l.id`;

/**
 * The loans of one money whose first loan is `l`: a renewal without repayment (无还本续贷) goes on with the same money under another
 * contract, so what happened to any of them happened to the money.
 */
const ofMoney = Prisma.sql`
  select l.id union all select r.id from loan r where r.enterprise_id = l.enterprise_id and r.money_id = l.id`;

/** The class on a day of the money that loan `l` goes on with, whichever contract it was under; no row where `l` renews none. */
export const classOfMoneyOn = (day: Prisma.Sql) => Prisma.sql`
  select x.tier, x.dpd, x.because from loan_class x
  where l.money_id is not null and x.enterprise_id = l.enterprise_id and x.as_of <= ${day}
    and x.loan_id in (select r.id from loan r where r.enterprise_id = l.enterprise_id and r.id = l.money_id
                      union all select r.id from loan r where r.enterprise_id = l.enterprise_id and r.money_id = l.money_id)
  order by x.as_of desc, x.recorded_at desc limit 1`;

/** The class log of some loans until a day, one row a day: the one recorded last. */
const classLog = (through: Day, loans: Prisma.Sql) => Prisma.sql`
  select distinct on (c.as_of) c.as_of, c.tier, c.dpd, c.because from loan_class c
  where c.enterprise_id = l.enterprise_id and c.loan_id in (${loans}) and c.as_of <= ${dateOfDay(through)}
  order by c.as_of, c.recorded_at desc`;

/**
 * The first days until a day on which the money of loan `l`, its first one, was 30, 60 and 90 days past due, non-performing, lost, and written off; null where
 * it never was. A row of the log that is past due for more tells when the same due date had been unpaid for so long.
 */
export const firstDays = (through: Day) => Prisma.sql`
  select min(x.as_of - (x.dpd - 30)) filter (where x.dpd >= 30) as overdue_30,
         min(x.as_of - (x.dpd - 60)) filter (where x.dpd >= 60) as overdue_60,
         min(x.as_of - (x.dpd - 90)) filter (where x.dpd >= 90) as overdue_90,
         min(x.as_of) filter (where x.tier in ('substandard', 'doubtful', 'loss')) as non_performing,
         min(x.as_of) filter (where x.tier = 'loss') as loss,
         (select min(v.effective_on) from loan_event v
          where v.enterprise_id = l.enterprise_id and v.loan_id in (${ofMoney}) and v.kind = 'write-off' and v.effective_on <= ${dateOfDay(through)}
            and not exists (select 1 from loan_event w where w.enterprise_id = v.enterprise_id and w.reverses_id = v.id)) as written_off
  from (${classLog(through, ofMoney)}) x`;

/** The first day of what loan `l` is on watch for now: after the last day on which nothing was said of it. */
export const watchedSince = (through: Day) => Prisma.sql`
  with log as (${classLog(through, itself)})
  select min(log.as_of)::text as since from log
  where log.as_of > coalesce((select max(z.as_of) from log z
                              where z.tier = 'normal' and z.dpd = 0 and cardinality(z.because) = 0), '-infinity')`;
