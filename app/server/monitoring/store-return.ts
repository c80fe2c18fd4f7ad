import type { Day } from '~/domain/kernel/day.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** A month, and the instant up to which the store is read. */
export type ReturnSpan = { readonly from: Day; readonly through: Day; readonly knownAt: Date };

export type LoanFigures = {
  code: string;
  name: string;
  firms: number;
  loans: number;
  balance_fen: bigint;
  normal: number;
  special_mention: number;
  substandard: number;
  doubtful: number;
  loss: number;
};

/** Loans that were live on the last day as far as it was known then, by prefecture. */
export const sumReturnLoans = (tx: Tx, { through, knownAt }: ReturnSpan) => tx.$queryRaw<LoanFigures[]>`
  with live as (
    select l.enterprise_id, l.id, l.principal_fen, coalesce(left(e.region_code, 4) || '00', '000000') as code
    from loan l join enterprise e on e.id = l.enterprise_id
    where l.disbursed_on <= ${dateOfDay(through)} and (l.settled_on is null or l.settled_on > ${dateOfDay(through)})
      and l.recorded_at <= ${knownAt}
  ), paid as (
    select r.enterprise_id, r.loan_id, sum(r.principal_fen) as fen from repayment r
    where r.kind <> 'recovery' and r.paid_on <= ${dateOfDay(through)} and r.recorded_at <= ${knownAt}
      and not exists (select 1 from loan_event v where v.enterprise_id = r.enterprise_id and v.reverses_id = r.id
                      and v.recorded_at <= ${knownAt}) group by 1, 2
  ), drawn as (
    select enterprise_id, loan_id, sum(amount_fen) as fen from loan_event
    where kind = 'drawdown' and effective_on <= ${dateOfDay(through)} and recorded_at <= ${knownAt} group by 1, 2
  ), classed as (
    select distinct on (enterprise_id, loan_id) enterprise_id, loan_id, tier from loan_class
    where as_of <= ${dateOfDay(through)} and recorded_at <= ${knownAt}
    order by enterprise_id, loan_id, as_of desc, recorded_at desc
  )
  select l.code, coalesce(max(g.name_zh), '') as name, count(distinct l.enterprise_id)::int as firms, count(*)::int as loans,
         sum(l.principal_fen + coalesce(d.fen, 0) - coalesce(p.fen, 0))::bigint as balance_fen,
         count(*) filter (where coalesce(c.tier, 'normal') = 'normal')::int as normal,
         count(*) filter (where c.tier = 'special-mention')::int as special_mention,
         count(*) filter (where c.tier = 'substandard')::int as substandard,
         count(*) filter (where c.tier = 'doubtful')::int as doubtful,
         count(*) filter (where c.tier = 'loss')::int as loss
  from live l
  left join paid p on p.enterprise_id = l.enterprise_id and p.loan_id = l.id
  left join drawn d on d.enterprise_id = l.enterprise_id and d.loan_id = l.id
  left join classed c on c.enterprise_id = l.enterprise_id and c.loan_id = l.id
  left join region g on g.code = l.code
  group by l.code order by l.code`;

export type CaseFigures = {
  code: string;
  name: string;
  yellow: number;
  orange: number;
  red: number;
  live: number;
  overdue_answers: number;
  confirmed: number;
  explained: number;
  cured: number;
  false_alarm: number;
  follow_ups: number;
  adopted: number;
  measures: number;
};

const ends = ({ from, through }: ReturnSpan) => ({ start: startOf(from), end: startOf(addDays(through, 1)) });

/** The verdict that stood at an instant: what was reversed later changes no month before. */
export const verdictBy = (end: Date) => Prisma.sql`
  coalesce((select g.verdict from alert_verdict g where g.enterprise_id = a.enterprise_id and g.alert_id = a.id
            and g.at < ${end} order by g.id desc limit 1), a.verdict)`;

/** Cases of the month and what was done about them, by prefecture. What lies before the end of the month does not change later. */
export function sumReturnCases(tx: Tx, span: ReturnSpan): Promise<CaseFigures[]> {
  const { start, end } = ends(span);
  return tx.$queryRaw<CaseFigures[]>`
    with told as (
      select a.enterprise_id, a.severity, a.raised_at, a.due_at, case when a.closed_at < ${end} then a.closed_at end as closed_at,
             ${verdictBy(end)} as verdict,
             exists (select 1 from alert_event v where v.enterprise_id = a.enterprise_id and v.alert_id = a.id
                     and v.kind = 'answered' and v.at < ${end}) as answered,
             (select count(*) from alert_event v where v.enterprise_id = a.enterprise_id and v.alert_id = a.id
              and v.kind = 'followed-up' and not v.bank_only and v.at >= ${start} and v.at < ${end}) as follow_ups
      from alert a where a.raised_at < ${end}
    ), taken as (
      select m.enterprise_id from alert_measure m where m.confirmed_at >= ${start} and m.confirmed_at < ${end}
    ), done as (
      select enterprise_id, (raised_at >= ${start})::int as fresh, severity, (closed_at is null)::int as live,
             (closed_at is null and not answered and due_at < ${end})::int as overdue, follow_ups,
             case when closed_at >= ${start} then verdict end as verdict, 0 as adopted, 0 as measures from told
      union all
      select s.enterprise_id, 0, '', 0, 0, 0, null, 1, 0 from committee_step s
      where s.kind = 'adopted' and s.at >= ${start} and s.at < ${end}
      union all
      select t.enterprise_id, 0, '', 0, 0, 0, null, 0, 1 from taken t
    ), placed as (
      select d.*, coalesce(left(e.region_code, 4) || '00', '000000') as code from done d join enterprise e on e.id = d.enterprise_id
    )
    select d.code, coalesce(max(g.name_zh), '') as name,
           (count(*) filter (where fresh = 1 and severity = 'yellow'))::int as yellow,
           (count(*) filter (where fresh = 1 and severity = 'orange'))::int as orange,
           (count(*) filter (where fresh = 1 and severity = 'red'))::int as red,
           sum(live)::int as live, sum(overdue)::int as overdue_answers,
           (count(*) filter (where verdict = 'confirmed'))::int as confirmed,
           (count(*) filter (where verdict = 'explained'))::int as explained,
           (count(*) filter (where verdict = 'cured'))::int as cured,
           (count(*) filter (where verdict = 'false-alarm'))::int as false_alarm,
           sum(follow_ups)::int as follow_ups, sum(adopted)::int as adopted,
           sum(measures)::int as measures
    from placed d left join region g on g.code = d.code group by d.code order by d.code`;
}

/** Cases by signal over the whole province. */
export function sumReturnSignals(tx: Tx, span: ReturnSpan) {
  const { start, end } = ends(span);
  return tx.$queryRaw<{ code: string; raised: number; closed: number; right: number }[]>`
    select signal_code as code, (count(*) filter (where raised_at >= ${start}))::int as raised,
           (count(*) filter (where closed_at >= ${start} and closed_at < ${end}))::int as closed,
           (count(*) filter (where closed_at >= ${start} and closed_at < ${end} and verdict <> 'false-alarm'))::int as right
    from (select a.signal_code, a.raised_at, case when a.escalated_into is null then a.closed_at end as closed_at,
                 ${verdictBy(end)} as verdict from alert a) told
    where raised_at < ${end} and (raised_at >= ${start} or closed_at >= ${start})
    group by 1 order by 1`;
}

export const findReturns = (tx: Tx, filedOnly: boolean) =>
  tx.monitoringReturn.findMany({
    where: filedOnly ? { filedAt: { not: null } } : {},
    orderBy: [{ month: 'desc' }, { version: 'desc' }],
    take: 60,
  });

export type ReturnRow = Awaited<ReturnType<typeof findReturns>>[number];

/** The versions of a month, the newest first. */
export const findVersions = (tx: Tx, month: string) =>
  tx.monitoringReturn.findMany({ where: { month }, orderBy: { version: 'desc' } });

type NewReturn = Prisma.MonitoringReturnCreateManyInput;

/** Adds a version once; false where it is there, or another of the month waits to be filed. */
export async function addReturn(tx: Tx, data: NewReturn): Promise<boolean> {
  const { count } = await tx.monitoringReturn.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

/** Whether the risk desk was told that the return of a month is due. */
export const wasReminded = async (tx: Tx, month: string): Promise<boolean> =>
  (await tx.notification.count({
    where: { kind: 'monitoring.return-due', params: { path: ['month'], equals: month } },
  })) > 0;

/** Files a version once; answers whether it was this time. */
export async function fileVersion(
  tx: Tx,
  { month, version, by, at }: { month: string; version: number; by: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.monitoringReturn.updateMany({
    where: { month, version, filedAt: null },
    data: { filedAt: at, filedBy: by },
  });
  return count === 1;
}

export async function findPeopleNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.userAccount.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
