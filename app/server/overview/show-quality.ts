import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { type Tier, tiers } from '~/domain/loan/five-tier.ts';
import { type Count, dpdBands, type Quality, qualityOf } from '~/domain/loan/quality.ts';
import type { QualityHidden } from '~/domain/loan/quality-hidden.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readerOf, readsStatistics } from '~/server/access/statistics-reader.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readHidden } from '~/server/overview/read-hidden.ts';
import { type QualityRow, sumQuality } from '~/server/overview/store-quality.ts';

const monthsShown = 12;

/**
 * The quality of the loans that the reader may see on a day, today when none is named: classes, arrears, watch periods, 不良率, and the
 * ratio at the ends of the twelve months before. A regulator reads statistics only: no figure that fewer than five firms stand
 * behind is shown, nor any from which one follows (O2); the ratio of a month is kept back if it is on the page of its last day.
 */
export async function showQuality(actor: Actor, named?: Day) {
  const today = clock.today();
  const on = named && named < today ? named : today;
  const days = [...monthEnds(on), on];
  return withActor(readerOf(actor), async (tx) => {
    const rows = await sumQuality(tx, days);
    const codes = [...new Set(rows.filter((row) => row.on === on).map((row) => row.code))];
    const hidden = readsStatistics(actor) ? await readHidden(tx, days, on, codes) : null;
    const at = (day: Day) => qualityOf(rows.filter((row) => row.on === day).map(cellOf));
    const own = hidden?.get(on) ?? null;
    return {
      on: on as string,
      today: today as string,
      ...(own ? discreet(at(on), own) : whole(at(on))),
      trend: days.map((day) => ({ on: day as string, ...ratioOf(at(day), hidden?.get(day)) })),
      lenders: lendersOf(
        rows.filter((row) => row.on === on),
        codes,
        own,
      ),
    };
  });
}

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
  inPeriod: row.in_period,
});

const count = ({ loans, balance }: Count) => ({ loans, balanceFen: balance.toString() });
const ratioOf = (q: Quality, hidden: QualityHidden | undefined) => ({
  isEmpty: q.total.loans === 0,
  nplPpm: hidden?.nonPerforming ? null : (q.nplPpm as number),
});

/** Every figure. */
const whole = (q: Quality) => ({
  ...shown(q),
  total: kept(count(q.total)),
  nonPerforming: kept(count(q.nonPerforming)),
});

type Kept = { readonly loans: number | null; readonly balanceFen: string | null };
const kept = (each: { loans: number; balanceFen: string }): Kept => each;
const keptBack: Kept = { loans: null, balanceFen: null };

/** The same without figures that a few firms stand behind, and without what would tell of them. */
function discreet(q: Quality, hidden: QualityHidden): ReturnType<typeof whole> {
  const all = whole(q);
  const hide = <Row extends Kept>(rows: readonly Row[], which: readonly boolean[]) =>
    rows.map((row, at) => (which[at] ? { ...row, ...keptBack } : row));
  return {
    ...all,
    ...(hidden.total && { total: keptBack }),
    tiers: hide(all.tiers, hidden.byTier),
    bands: hide(all.bands, hidden.byBand),
    ...(hidden.nonPerforming && { nonPerforming: keptBack, nplPpm: null }),
    ...(hidden.byTier[1] && { specialMentionPpm: null }),
    ...(hidden.overdue90 && { overdue90ToNplPpm: null }),
    ...(hidden.periods && { periods: null }),
  };
}

const shown = (q: Quality) => ({
  total: count(q.total),
  tiers: tiers.map((tier) => ({ tier, ...kept(count(q.byTier[tier])) })),
  bands: dpdBands.map((from, band) => ({
    from,
    to: dpdBands[band + 1] === undefined ? null : (dpdBands[band + 1] as number) - 1,
    ...kept(count(q.byBand[band] as Count)),
  })),
  nplPpm: q.nplPpm as number | null,
  specialMentionPpm: q.specialMentionPpm as number | null,
  overdue90ToNplPpm: q.overdue90ToNplPpm as number | null,
  periods: { observed: q.observed, curing: q.curing, all: q.inPeriod } as Periods | null,
});

/** Loans in a watch period: after a restructuring, not cured yet, and either. */
type Periods = { readonly observed: number; readonly curing: number; readonly all: number };

/** Each lender's own figures, worst ratio first; null where so few debtors stand behind them that they would point at one. */
function lendersOf(rows: readonly QualityRow[], codes: readonly string[], hidden: QualityHidden | null) {
  return codes
    .map((code, at) => {
      const own = rows.filter((row) => row.code === code);
      const quality = qualityOf(own.map(cellOf));
      const { total, nplPpm, specialMentionPpm } = shown(quality);
      const hides = hidden?.lenders[at];
      const figures = {
        total,
        ...(hides?.parts[2]
          ? { nonPerforming: keptBack, nplPpm: null }
          : { nonPerforming: kept(count(quality.nonPerforming)), nplPpm }),
        specialMentionPpm: hides?.parts[1] ? null : specialMentionPpm,
      };
      const names = { nameZh: own[0]?.name_zh ?? code, nameEn: own[0]?.name_en ?? code };
      return { code, ...names, figures: hides?.total ? null : figures };
    })
    .sort((a, b) => (b.figures?.nplPpm ?? -1) - (a.figures?.nplPpm ?? -1) || (a.code < b.code ? -1 : 1));
}
