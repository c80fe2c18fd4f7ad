import type { Day } from '~/domain/kernel/day.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
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

export type FirmsRow = {
  on: string;
  code: string | null;
  /** 0 normal, 1 special mention, 2 non-performing. */
  part: number | null;
  tier: string | null;
  band: number | null;
  firms: number;
  /** Of these, firms that have no worse loan in another place: for classes, and for bands. */
  once_by_class: number;
  once_by_band: number;
  observed: number;
  curing: number;
  in_period: number;
  both: number;
  only_observed: number;
  only_curing: number;
  free: number;
};

/**
 * Firms behind live loans on each of some days: by lender and part, by class, by band, and in all, what does not apply being null. A
 * firm that is in a period and has another loan that is not counts as in it.
 */
export const countQualityFirms = (tx: Tx, days: readonly Day[]) => tx.$queryRaw<FirmsRow[]>`
  with live as (
    select d.asked, i.code, l.enterprise_id as firm, coalesce(c.tier, 'normal') as tier,
           case coalesce(c.tier, 'normal') when 'normal' then 0 when 'special-mention' then 1 else 2 end as part,
           width_bucket(coalesce(c.dpd, 0), ${[...dpdBands]}::int[]) - 1 as band,
           coalesce('under-observation' = any(c.because), false) as observed, coalesce('curing' = any(c.because), false) as curing
    from unnest(${days.map(dateOfDay)}::date[]) d(asked)
    join loan l on l.disbursed_on <= d.asked and (l.settled_on is null or l.settled_on > d.asked)
    join institution i on i.id = l.institution_id
    left join lateral (${classOn(asked)}) c on true
  ), placed as (
    select live.*, row_number() over (partition by asked, firm order by array_position(${[...tiers]}::text[], tier) desc, code) as by_class,
           row_number() over (partition by asked, firm order by band desc) as by_band,
           bool_or(observed) over w as is_observed, bool_or(curing) over w as is_curing
    from live window w as (partition by asked, firm)
  )
  select asked::text as "on", code, part, tier, band, count(distinct firm)::int as firms,
         (count(*) filter (where by_class = 1))::int as once_by_class, (count(*) filter (where by_band = 1))::int as once_by_band,
         (count(distinct firm) filter (where is_observed))::int as observed,
         (count(distinct firm) filter (where is_curing))::int as curing,
         (count(distinct firm) filter (where is_observed or is_curing))::int as in_period,
         (count(distinct firm) filter (where is_observed and is_curing))::int as both,
         (count(distinct firm) filter (where is_observed and not is_curing))::int as only_observed,
         (count(distinct firm) filter (where is_curing and not is_observed))::int as only_curing,
         (count(distinct firm) filter (where not is_observed and not is_curing))::int as free
  from placed group by grouping sets ((asked, code, part), (asked, tier), (asked, band), (asked))`;
