import type { Day } from '~/domain/kernel/day.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { type After, behind } from '~/server/db/keyset.ts';
import { classOn, drawnBy, paidBy, watchedSince } from '~/server/overview/store-loan-day.ts';

export type WatchedRow = {
  id: string;
  contract_no: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  tier: string;
  dpd: number;
  because: string[];
  severity: 'orange' | 'red' | null;
  signals: string[];
  balance_fen: bigint;
  since: string;
  reviewed_on: string | null;
  alert_due_on: string | null;
  /** Its place in the list. */
  key: string;
};

const dayOf = (instant: Prisma.Sql) => Prisma.sql`(${instant} at time zone 'Asia/Shanghai')::date`;

/** Live loans that are not in good order, or that an orange or red alert stands on. */
const watched = (today: Day) => Prisma.sql`
  select l.enterprise_id, l.id, l.institution_id, l.contract_no, l.principal_fen, coalesce(c.tier, 'normal') as tier,
         coalesce(c.dpd, 0) as dpd, coalesce(c.because, '{}') as because, a.worst, coalesce(a.signals, '{}') as signals,
         a.raised_on, a.due_on
  from loan l
  left join lateral (${classOn(Prisma.sql`${dateOfDay(today)}::date`)}) c on true
  left join (
    select a.loan_id, max(case a.severity when 'red' then 3 else 2 end) as worst, array_agg(distinct a.signal_code) as signals,
           min(${dayOf(Prisma.sql`a.raised_at`)}) as raised_on,
           min(${dayOf(Prisma.sql`a.due_at`)}) filter (where not exists (
             select from alert_event v where v.enterprise_id = a.enterprise_id and v.alert_id = a.id
               and v.party = 'institution' and v.kind not in ('assigned', 'snoozed') and v.at >= a.due_at)) as due_on
    from alert a where a.state <> 'closed' and a.severity in ('orange', 'red') group by 1) a on a.loan_id = l.id
  where l.disbursed_on <= ${dateOfDay(today)} and (l.settled_on is null or l.settled_on > ${dateOfDay(today)})
    and (c.tier <> 'normal' or c.dpd > 0 or cardinality(c.because) > 0 or a.worst is not null)`;

const tierRank = Prisma.sql`array_position(array['normal', 'special-mention', 'substandard', 'doubtful', 'loss'], l.tier)`;

/** The order of loans on watch: by class, then by the gravest alert, then by days past due. */
const worst = Prisma.sql`(-((${tierRank} * 10 + coalesce(l.worst, 0))::bigint * 1000000 + least(l.dpd, 999999)))`;

/** The reader's loans on watch, the worst first, with why, since when, and what was last done. */
export const findWatched = (tx: Tx, today: Day, after: After | null, limit: number) => tx.$queryRaw<
  WatchedRow[]
>`
  with page as (
    select l.*, ${worst} as key from (${watched(today)}) l
    where ${behind(after, worst, Prisma.sql`l.id`)} order by key, l.id limit ${limit}
  )
  select l.id, l.contract_no, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en, l.tier, l.dpd, l.because,
         case l.worst when 3 then 'red' when 2 then 'orange' end as severity, l.signals,
         (l.principal_fen + coalesce(m.fen, 0) - coalesce(p.fen, 0))::bigint as balance_fen,
         coalesce(least(s.since, l.raised_on::text), ${today}) as since, r.reviewed_on::text, l.due_on::text as alert_due_on,
         l.key::text as key
  from page l
  join enterprise e on e.id = l.enterprise_id
  join institution i on i.id = l.institution_id
  left join lateral (${paidBy(Prisma.sql`${dateOfDay(today)}::date`)}) p on true
  left join lateral (${drawnBy(Prisma.sql`${dateOfDay(today)}::date`)}) m on true
  left join lateral (${watchedSince(today)}) s on true
  left join lateral (
    select max(${dayOf(Prisma.sql`v.at`)}) as reviewed_on from alert a
    join alert_event v on v.enterprise_id = a.enterprise_id and v.alert_id = a.id
    where a.loan_id = l.id and v.party = 'institution' and v.kind not in ('assigned', 'snoozed')) r on true
  order by l.key, l.id`;

/** How many are on watch. */
export async function countWatched(tx: Tx, today: Day): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int as n from (${watched(today)}) l`;
  return row?.n ?? 0;
}
