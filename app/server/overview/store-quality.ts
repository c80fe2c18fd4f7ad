import type { Day } from '~/domain/kernel/day.ts';
import { dpdBands } from '~/domain/loan/quality.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type QualityRow = {
  on: string;
  code: string;
  name_zh: string;
  name_en: string;
  tier: string;
  band: number;
  loans: number;
  balance_fen: bigint;
  observed: number;
  curing: number;
};

/**
 * Live loans that the reader may see on each of some days, summed by lender, class and band of days past due. The class of a day is
 * what is known of it now: of rows for the latest day on or before it the one recorded last. A loan that has no class yet is normal.
 */
export const sumQuality = (tx: Tx, days: readonly Day[]) => tx.$queryRaw<QualityRow[]>`
  select d.asked::text as "on", i.code, i.name_zh, i.name_en, coalesce(c.tier, 'normal') as tier,
         width_bucket(coalesce(c.dpd, 0), ${[...dpdBands]}::int[]) - 1 as band,
         count(*)::int as loans,
         sum(l.principal_fen + coalesce(m.fen, 0) - coalesce(p.fen, 0))::bigint as balance_fen,
         count(*) filter (where 'under-observation' = any(c.because))::int as observed,
         count(*) filter (where 'curing' = any(c.because))::int as curing
  from unnest(${days.map(dateOfDay)}::date[]) d(asked)
  join loan l on l.disbursed_on <= d.asked and (l.settled_on is null or l.settled_on > d.asked)
  join institution i on i.id = l.institution_id
  left join lateral (
    select sum(r.principal_fen) as fen from repayment r
    where r.enterprise_id = l.enterprise_id and r.loan_id = l.id and r.kind <> 'recovery' and r.paid_on <= d.asked
      and not exists (select 1 from loan_event v where v.enterprise_id = r.enterprise_id and v.reverses_id = r.id)) p on true
  left join lateral (
    select sum(v.amount_fen) as fen from loan_event v
    where v.enterprise_id = l.enterprise_id and v.loan_id = l.id and v.kind = 'drawdown' and v.effective_on <= d.asked) m on true
  left join lateral (
    select x.tier, x.dpd, x.because from loan_class x
    where x.enterprise_id = l.enterprise_id and x.loan_id = l.id and x.as_of <= d.asked
    order by x.as_of desc, x.recorded_at desc limit 1) c on true
  group by 1, 2, 3, 4, 5, 6 order by 1, 3, 5, 6`;

/** Firms that owe each lender something on a day, by the lender's code. */
export async function countDebtors(tx: Tx, on: Day): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ code: string; debtors: number }[]>`
    select i.code, count(distinct l.enterprise_id)::int as debtors
    from loan l join institution i on i.id = l.institution_id
    where l.disbursed_on <= ${dateOfDay(on)} and (l.settled_on is null or l.settled_on > ${dateOfDay(on)}) group by 1`;
  return new Map(rows.map((row) => [row.code, row.debtors]));
}
