import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { suppressSmall, suppressWithTotal } from '~/domain/kernel/small-numbers.ts';
import { type Tier, tiers } from '~/domain/loan/five-tier.ts';
import { type Count, dpdBands, type Quality, qualityOf } from '~/domain/loan/quality.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { isSmall, readerOf, readsStatistics } from '~/server/overview/portfolio/reader.ts';
import { countDebtors, type QualityRow, sumQuality } from '~/server/overview/store-quality.ts';

const monthsShown = 12;

/**
 * The quality of the loans that the reader may see on a day, today when none is named: classes, arrears, watch periods, 不良率, and the
 * ratio at the ends of the twelve months before. A regulator reads statistics only: a lender with fewer than five debtors is not
 * broken out (O2).
 */
export async function showQuality(actor: Actor, named?: Day) {
  const today = clock.today();
  const on = named && named < today ? named : today;
  const regulator = readsStatistics(actor);
  const days = [...monthEnds(on), on];
  return withActor(readerOf(actor), async (tx) => {
    const rows = await sumQuality(tx, days);
    const debtors = await countDebtors(tx, on);
    const at = (day: Day) => rows.filter((row) => row.on === day);
    return {
      on: on as string,
      today: today as string,
      ...(regulator ? discreet : whole)(qualityOf(at(on).map(cellOf))),
      trend: days.map((day) => ({ on: day as string, ...ratios(qualityOf(at(day).map(cellOf))) })),
      lenders: lendersOf(at(on), debtors, regulator),
    };
  });
}

export type QualityShown = Awaited<ReturnType<typeof showQuality>>;

/** The last days of the months before the month of a day, the oldest first. */
function monthEnds(on: Day): Day[] {
  const first = `${on.slice(0, 7)}-01` as Day;
  return Array.from({ length: monthsShown }, (_, i) => addDays(addMonths(first, i - monthsShown + 1), -1));
}

const cellOf = (row: QualityRow) => ({
  tier: tiers.find((tier) => tier === row.tier) ?? ('normal' as Tier),
  band: row.band,
  loans: row.loans,
  balance: fen(row.balance_fen),
  observed: row.observed,
  curing: row.curing,
});

const count = ({ loans, balance }: Count) => ({ loans, balanceFen: balance.toString() });
const ratios = (q: Quality) => ({ loans: q.total.loans, nplPpm: q.nplPpm as number });

/** Every figure. */
const whole = (q: Quality) => ({ ...shown(q), nonPerforming: kept(count(q.nonPerforming)) });

type Kept = { readonly loans: number | null; readonly balanceFen: string | null };
const kept = (each: { loans: number; balanceFen: string }): Kept => each;
const keptBack: Kept = { loans: null, balanceFen: null };

/** Classes and bands without those that fewer than five loans are in, and without what would tell of them. */
function discreet(q: Quality): ReturnType<typeof whole> {
  const all = whole(q);
  const hide = <Row extends Kept>(rows: readonly Row[]) => {
    const left = suppressWithTotal(rows.map((row) => row.loans ?? 0)).counts;
    return rows.map((row, i) => (left[i] === null ? { ...row, ...keptBack } : row));
  };
  const nonPerforming = isSmall(q.nonPerforming.loans) ? keptBack : all.nonPerforming;
  return { ...all, tiers: hide(all.tiers), bands: hide(all.bands), nonPerforming };
}

const shown = (q: Quality) => ({
  total: count(q.total),
  tiers: tiers.map((tier) => ({ tier, ...kept(count(q.byTier[tier])) })),
  bands: dpdBands.map((from, band) => ({
    from,
    to: dpdBands[band + 1] === undefined ? null : (dpdBands[band + 1] as number) - 1,
    ...kept(count(q.byBand[band] as Count)),
  })),
  nplPpm: q.nplPpm as number,
  specialMentionPpm: q.specialMentionPpm as number,
  overdue90ToNplPpm: q.overdue90ToNplPpm as number | null,
  observed: q.observed,
  curing: q.curing,
});

/** Each lender's own figures, worst ratio first; null where so few debtors stand behind them that they would point at one. */
function lendersOf(rows: readonly QualityRow[], debtors: ReadonlyMap<string, number>, discreet: boolean) {
  const codes = [...new Set(rows.map((row) => row.code))];
  const counted = codes.map((code) => debtors.get(code) ?? 0);
  const visible = discreet ? suppressSmall(counted) : counted;
  return codes
    .map((code, at) => {
      const own = rows.filter((row) => row.code === code);
      const quality = qualityOf(own.map(cellOf));
      const { total, nplPpm, specialMentionPpm } = shown(quality);
      const nonPerforming = count(quality.nonPerforming);
      const figures = visible[at] === null ? null : { total, nonPerforming, nplPpm, specialMentionPpm };
      return { code, nameZh: own[0]?.name_zh ?? code, nameEn: own[0]?.name_en ?? code, figures };
    })
    .sort((a, b) => (b.figures?.nplPpm ?? -1) - (a.figures?.nplPpm ?? -1) || (a.code < b.code ? -1 : 1));
}
