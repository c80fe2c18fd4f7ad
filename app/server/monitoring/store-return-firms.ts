import { addDays, startOf } from '~/domain/kernel/day.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
import { verdicts } from '~/domain/monitoring/case.ts';
import type { BehindGroup } from '~/domain/monitoring/month-return.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { type ReturnSpan, verdictBy } from '~/server/monitoring/store-return.ts';

/** Classes of live loans on the last day, as the figures count them. */
const classed = ({ through, knownAt }: ReturnSpan) => Prisma.sql`
  select l.enterprise_id, 'tiers' as "group", coalesce(c.tier, 'normal') as "column", null as signal
  from loan l left join lateral (
    select x.tier from loan_class x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
      and x.as_of <= ${dateOfDay(through)} and x.recorded_at <= ${knownAt}
    order by x.as_of desc, x.recorded_at desc limit 1) c on true
  where l.disbursed_on <= ${dateOfDay(through)} and (l.settled_on is null or l.settled_on > ${dateOfDay(through)})
    and l.recorded_at <= ${knownAt}`;

/** Cases and what was done about them: one row for each figure that a case, a step or a measure is part of. */
function marked({ from, through }: ReturnSpan) {
  const [start, end] = [startOf(from), startOf(addDays(through, 1))];
  const answered = Prisma.sql`exists (select 1 from alert_event v where v.enterprise_id = a.enterprise_id and v.alert_id = a.id
    and v.kind = 'answered' and v.at < ${end})`;
  const open = Prisma.sql`a.raised_at < ${end} and (a.closed_at is null or a.closed_at >= ${end})`;
  const closed = Prisma.sql`a.closed_at >= ${start} and a.closed_at < ${end} and a.escalated_into is null`;
  return Prisma.sql`
  select a.enterprise_id, 'raised' as "group", a.severity as "column", null as signal from alert a
  where a.raised_at >= ${start} and a.raised_at < ${end}
  union all select a.enterprise_id, 'signal-raised', 'any', a.signal_code from alert a
  where a.raised_at >= ${start} and a.raised_at < ${end}
  union all select a.enterprise_id, 'live', case when not ${answered} and a.due_at < ${end} then 'overdue' else 'other' end, null
  from alert a where ${open}
  union all select a.enterprise_id, 'closed', ${verdictBy(end)}, null from alert a where ${closed}
  union all select a.enterprise_id, 'signal-closed', case when ${verdictBy(end)} = 'false-alarm' then 'wrong' else 'right' end, a.signal_code
  from alert a where ${closed}
  union all select v.enterprise_id, 'follow-ups', 'any', null from alert_event v
  where v.kind = 'followed-up' and not v.bank_only and v.at >= ${start} and v.at < ${end}
  union all select m.enterprise_id, 'measures', 'any', null from alert_measure m
  where m.confirmed_at >= ${start} and m.confirmed_at < ${end}
  union all select s.enterprise_id, 'adopted', 'any', null from committee_step s
  where s.kind = 'adopted' and s.at >= ${start} and s.at < ${end}`;
}

export type BehindFigures = {
  code: string;
  group: BehindGroup;
  column: string;
  firms: number;
  once: number;
};

/**
 * How many firms stand behind each figure of a return, by prefecture, or by signal over the province. A firm in several columns of a
 * group counts once in the last of them: of classes the worst, of severities the highest.
 */
export const countReturnFirms = (tx: Tx, span: ReturnSpan) => tx.$queryRaw<BehindFigures[]>`
  with placed as (
    select m.enterprise_id, m."group", m."column", coalesce(m.signal, left(e.region_code, 4) || '00', '000000') as code,
           coalesce(array_position(${[...tiers, 'yellow', 'orange', 'red', ...verdicts]}::text[], m."column"), 0) as place,
           coalesce(m.signal, '') as signal
    from (${classed(span)} union all ${marked(span)}) m join enterprise e on e.id = m.enterprise_id
  ), ranked as (
    select placed.*, dense_rank() over (partition by enterprise_id, "group" order by place desc, "column", signal) as rank from placed
  )
  select code, "group", "column", count(distinct enterprise_id)::int as firms,
         (count(distinct enterprise_id) filter (where rank = 1))::int as once
  from ranked group by 1, 2, 3 order by 2, 1, 3`;
