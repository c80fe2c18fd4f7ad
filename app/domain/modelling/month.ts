import { z } from 'zod';
import { ratioPpm } from '~/domain/kernel/rate.ts';
import { ranking, stabilityIndex } from '~/domain/score/training/measures.ts';

const count = z.int().min(0);
const counts = z.array(count);

/** What is kept of a month: counts alone, never a firm. */
export const monthSchema = z.object({
  firms: count,
  /** Firms by band of 50 points of the rule card, or of equal steps between the ends of a statistical one. */
  scores: counts,
  /** Firms by bin of each characteristic. */
  characteristics: z.array(z.object({ code: z.string(), bins: counts })),
  /** Loans that can be judged: a year after they were granted, with the score they had then. */
  outcomes: z.array(z.object({ band: count, good: count, bad: count })),
  aucPpm: z.int().nullable(),
  ksPpm: z.int().nullable(),
  groups: z.array(
    z.object({ kind: z.enum(['region', 'kind', 'section']), key: z.string(), firms: count, passed: count }),
  ),
});
export type MonthCounts = z.output<typeof monthSchema>;

/** Thresholds of the policy `model-monitoring`. */
export const thresholdsSchema = z.object({
  psiWatchPpm: count,
  psiActPpm: count,
  aucWatchPpm: count,
  aucActPpm: count,
  ksWatchPpm: count,
  ksActPpm: count,
  leastOutcomes: count,
  leastBads: count,
  smallestGroup: count,
  impactPpm: count,
});
export type Thresholds = z.output<typeof thresholdsSchema>;

export type Light = 'good' | 'watch' | 'act' | 'unknown';

/** Bands of a score on a scale of `low` to `high` milli-points; what lies outside counts to the ends. */
export const bandCount = 20;
export function bandOf(milliPoints: number, low: number, high: number): number {
  const at = Math.floor(((milliPoints - low) * bandCount) / Math.max(1, high - low));
  return Math.min(bandCount - 1, Math.max(0, at));
}

/** The ends of the scale of a card, in milli-points. */
export type Range = { readonly low: number; readonly high: number };

/** Where a band begins, in milli-points; the last one ends where `bandCount` would begin. */
export const bandEdge = ({ low, high }: Range, band: number): number =>
  low + Math.round((band * (high - low)) / bandCount);

/** How many of some scores lie in each band. */
export function histogramOf(points: readonly number[], { low, high }: Range): number[] {
  const bands = Array.from({ length: bandCount }, () => 0);
  for (const milliPoints of points) {
    const band = bandOf(milliPoints, low, high);
    bands[band] = (bands[band] ?? 0) + 1;
  }
  return bands;
}

export type Judged = { readonly milliPoints: number; readonly isBad: boolean };

/** AUC and KS of loans that can be judged, in ppm; null while there are too few to say anything. */
export function rankLoans(
  loans: readonly Judged[],
  { leastOutcomes, leastBads }: Thresholds,
): { readonly aucPpm: number | null; readonly ksPpm: number | null } {
  const bads = loans.filter(({ isBad }) => isBad).length;
  if (loans.length < leastOutcomes || bads < leastBads || bads === loans.length)
    return { aucPpm: null, ksPpm: null };
  const { auc, ks } = ranking(
    loans.map(({ milliPoints }) => -milliPoints),
    loans.map(({ isBad }) => Number(isBad)),
  );
  return { aucPpm: Math.round(auc * 1_000_000), ksPpm: Math.round(ks * 1_000_000) };
}

const indexPpm = (base: readonly number[], now: readonly number[]): number =>
  Math.round(stabilityIndex(base, now) * 1_000_000);

/** PSI of the scores of a month against the base month, in ppm. */
export const psiPpm = (base: MonthCounts, now: MonthCounts): number => indexPpm(base.scores, now.scores);

/** CSI of each characteristic against the base month, in ppm, the most moved first. */
export function csiPpm(
  base: MonthCounts,
  now: MonthCounts,
): { readonly code: string; readonly ppm: number }[] {
  return now.characteristics
    .flatMap(({ code, bins }) => {
      const before = base.characteristics.find((each) => each.code === code);
      return before && before.bins.length === bins.length ? [{ code, ppm: indexPpm(before.bins, bins) }] : [];
    })
    .sort((a, b) => b.ppm - a.ppm);
}

/** A figure that is better when small, such as PSI, against its thresholds. */
export const lightBelow = (ppm: number, watch: number, act: number): Light =>
  ppm < watch ? 'good' : ppm <= act ? 'watch' : 'act';

/** A figure that is better when large, such as AUC. */
export const lightAbove = (ppm: number | null, watch: number, act: number): Light =>
  ppm === null ? 'unknown' : ppm >= watch ? 'good' : ppm >= act ? 'watch' : 'act';

export type ImpactRow = {
  readonly kind: 'region' | 'kind' | 'section';
  readonly key: string;
  /** Null where the group is too small to be shown. */
  readonly firms: number | null;
  readonly passPpm: number | null;
  /** Against the best group of its kind; null where either is hidden. */
  readonly ratioPpm: number | null;
  readonly isLow: boolean;
};

/** Share of each group that reaches grade B or better, against the best group of its kind (adverse impact). */
export function impactOf(month: MonthCounts, { smallestGroup, impactPpm }: Thresholds): ImpactRow[] {
  const shown = month.groups.filter(({ firms }) => firms >= smallestGroup);
  const best = (kind: string) =>
    Math.max(0, ...shown.filter((g) => g.kind === kind).map((g) => ratioPpm(g.passed, g.firms)));
  return month.groups.map(({ kind, key, firms, passed }) => {
    if (firms < smallestGroup) return { kind, key, firms: null, passPpm: null, ratioPpm: null, isLow: false };
    const passPpm = ratioPpm(passed, firms);
    const top = best(kind);
    const ratio = top === 0 ? null : ratioPpm(passPpm, top);
    return { kind, key, firms, passPpm, ratioPpm: ratio, isLow: ratio !== null && ratio < impactPpm };
  });
}

export type CalibrationRow = {
  readonly band: number;
  /** Null in a band of so few loans that it would speak of single ones. */
  readonly loans: number | null;
  readonly bads: number | null;
  /** Bad share that was seen, null where it is hidden, and that the card said; null for a card that says none. */
  readonly seenPpm: number | null;
  readonly saidPpm: number | null;
  /** Between what the seen share lies in 95 of 100 cases if the card is right; null where either is. */
  readonly lowPpm: number | null;
  readonly highPpm: number | null;
  readonly light: Light;
};

/** Standard errors on either side that hold 95 of 100 cases (normal approximation of the binomial test). */
const errorsEitherSide = 1.96;

/** The limits of a bad share that is said of so many loans, in ppm. */
export function calibrationLimits(saidPpm: number, loans: number): { lowPpm: number; highPpm: number } {
  const said = saidPpm / 1_000_000;
  const off = errorsEitherSide * Math.sqrt((said * (1 - said)) / loans);
  return {
    lowPpm: Math.round(Math.max(0, said - off) * 1_000_000),
    highPpm: Math.round(Math.min(1, said + off) * 1_000_000),
  };
}

/** More bad than said is the graver: the card makes firms look better than they are. */
const calibrationLight = (
  seenPpm: number,
  { lowPpm, highPpm }: { lowPpm: number; highPpm: number },
): Light => (seenPpm > highPpm ? 'act' : seenPpm < lowPpm ? 'watch' : 'good');

/** Bad share by band of score against what the card says at the middle of the band; bands of few loans keep theirs back. */
export const calibrationOf = (
  month: MonthCounts,
  saidAt: ((band: number) => number) | null,
  { smallestGroup }: Pick<Thresholds, 'smallestGroup'>,
): CalibrationRow[] =>
  month.outcomes
    .filter(({ good, bad }) => good + bad > 0)
    .map(({ band, good, bad }) => {
      const loans = good + bad;
      const isShown = loans >= smallestGroup;
      const saidPpm = saidAt?.(band) ?? null;
      const limits = isShown && saidPpm !== null ? calibrationLimits(saidPpm, loans) : null;
      return {
        band,
        loans: isShown ? loans : null,
        bads: isShown ? bad : null,
        seenPpm: isShown ? ratioPpm(bad, loans) : null,
        saidPpm,
        lowPpm: limits?.lowPpm ?? null,
        highPpm: limits?.highPpm ?? null,
        light: limits ? calibrationLight(ratioPpm(bad, loans), limits) : 'unknown',
      };
    });
