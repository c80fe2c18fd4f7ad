import type { Day } from '~/domain/kernel/day.ts';
import { dpdBands } from '~/domain/loan/quality.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { classOn, drawnBy, paidBy, watchPeriods } from '~/server/overview/store-loan-day.ts';

const asked = Prisma.sql`d.asked`;

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
  in_period: number;
};

/**
 * Live loans that the reader may see on each of some days, summed by lender, class and band of days past due. A loan that has no
 * class yet is normal.
 */
export const sumQuality = (tx: Tx, days: readonly Day[]) => tx.$queryRaw<QualityRow[]>`
  select d.asked::text as "on", i.code, i.name_zh, i.name_en, coalesce(c.tier, 'normal') as tier,
         width_bucket(coalesce(c.dpd, 0), ${[...dpdBands]}::int[]) - 1 as band,
         count(*)::int as loans,
         sum(l.principal_fen + coalesce(m.fen, 0) - coalesce(p.fen, 0))::bigint as balance_fen,
         count(*) filter (where 'under-observation' = any(c.because))::int as observed,
         count(*) filter (where 'curing' = any(c.because))::int as curing,
         count(*) filter (where c.because && ${[...watchPeriods]}::text[])::int as in_period
  from unnest(${days.map(dateOfDay)}::date[]) d(asked)
  join loan l on l.disbursed_on <= d.asked and (l.settled_on is null or l.settled_on > d.asked)
  join institution i on i.id = l.institution_id
  left join lateral (${paidBy(asked)}) p on true
  left join lateral (${drawnBy(asked)}) m on true
  left join lateral (${classOn(asked)}) c on true
  group by 1, 2, 3, 4, 5, 6 order by 1, 3, 5, 6`;

/** Firms that owe each lender something on a day, by the lender's code. */
export async function countDebtors(tx: Tx, on: Day): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ code: string; debtors: number }[]>`
    select i.code, count(distinct l.enterprise_id)::int as debtors
    from loan l join institution i on i.id = l.institution_id
    where l.disbursed_on <= ${dateOfDay(on)} and (l.settled_on is null or l.settled_on > ${dateOfDay(on)}) group by 1`;
  return new Map(rows.map((row) => [row.code, row.debtors]));
}
