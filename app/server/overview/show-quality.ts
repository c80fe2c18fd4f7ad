import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { isSmall, suppressSmall, suppressWithTotal } from '~/domain/kernel/small-numbers.ts';
import { type Tier, tiers } from '~/domain/loan/five-tier.ts';
import { type Count, dpdBands, hiddenIn, type Quality, qualityOf } from '~/domain/loan/quality.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readerOf, readsStatistics } from '~/server/access/statistics-reader.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { countDebtors, type QualityRow, sumQuality } from '~/server/overview/store-quality.ts';

const monthsShown = 12;

/**
 * The quality of the loans that the reader may see on a day, today when none is named: classes, arrears, watch periods, 不良率, and the
 * ratio at the ends of the twelve months before. A regulator reads statistics only: a lender with fewer than five debtors is not
 * broken out, and no figure from which a small one follows is shown (O2).
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
      trend: days.map((day) => ({ on: day as string, ...ratios(qualityOf(at(day).map(cellOf)), regulator) })),
      lenders: lendersOf(at(on), debtors, regulator),
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
const ratios = (q: Quality, discreet: boolean) => ({
  isEmpty: q.total.loans === 0,
  nplPpm: discreet && hiddenIn(q).nonPerforming ? null : (q.nplPpm as number),
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

/** The same without figures that a few loans stand behind, and without what would tell of them. */
function discreet(q: Quality): ReturnType<typeof whole> {
  const [all, hidden] = [whole(q), hiddenIn(q)];
  const hide = <Row extends Kept>(rows: readonly Row[], which: readonly boolean[]) =>
    rows.map((row, at) => (which[at] ? { ...row, ...keptBack } : row));
  const periods = isSmall(q.observed) || isSmall(q.curing) || isSmall(q.inPeriod);
  return {
    ...all,
    ...(hidden.total && { total: keptBack }),
    tiers: hide(all.tiers, hidden.byTier),
    bands: hide(all.bands, hidden.byBand),
    ...(hidden.nonPerforming && { nonPerforming: keptBack, nplPpm: null }),
    ...(hidden.specialMention && { specialMentionPpm: null }),
    ...(hidden.overdue90 && { overdue90ToNplPpm: null }),
    ...(periods && { periods: null }),
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
function lendersOf(rows: readonly QualityRow[], debtors: ReadonlyMap<string, number>, discreet: boolean) {
  const codes = [...new Set(rows.map((row) => row.code))];
  const counted = codes.map((code) => debtors.get(code) ?? 0);
  const visible = discreet ? suppressSmall(counted) : counted;
  const own = codes.map((code) => rows.filter((row) => row.code === code));
  const each = own.map((of) => qualityOf(of.map(cellOf)));
  const all = hiddenIn(qualityOf(rows.map(cellOf)));
  const bad = showable(
    each.map((q) => q.nonPerforming.loans),
    all.nonPerforming,
    discreet,
  );
  const special = showable(
    each.map((q) => q.byTier['special-mention'].loans),
    all.specialMention,
    discreet,
  );
  return codes
    .map((code, at) => {
      const quality = each[at] as Quality;
      const { total, nplPpm, specialMentionPpm } = shown(quality);
      const figures = {
        total,
        ...(bad[at]
          ? { nonPerforming: kept(count(quality.nonPerforming)), nplPpm }
          : { nonPerforming: keptBack, nplPpm: null }),
        specialMentionPpm: special[at] ? specialMentionPpm : null,
      };
      const [first] = own[at] ?? [];
      const names = { nameZh: first?.name_zh ?? code, nameEn: first?.name_en ?? code };
      return { code, ...names, figures: visible[at] === null ? null : figures };
    })
    .sort((a, b) => (b.figures?.nplPpm ?? -1) - (a.figures?.nplPpm ?? -1) || (a.code < b.code ? -1 : 1));
}

/** Which lenders' counts may be shown: not the small ones, nor those that would give away one, or a sum that is kept back. */
const showable = (counts: readonly number[], sumIsHidden: boolean, discreet: boolean): boolean[] =>
  discreet
    ? suppressWithTotal(counts).counts.map((n) => n === 0 || (n !== null && !sumIsHidden))
    : counts.map(() => true);
