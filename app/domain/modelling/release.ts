import { z } from 'zod';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Holds, StatisticalCard } from '~/domain/score/statistical/card.ts';

const whole = z.int();

/** Limits of the policy `joint-modelling`. */
export const limitsSchema = z.object({
  smallestGroup: whole,
  leastRows: whole,
  leastBads: whole,
  epsilonMilliPerStudy: whole,
  epsilonMilliPerYear: whole,
  leastDifference: whole,
});
export type Limits = z.output<typeof limitsSchema>;

const bin = z.strictObject({
  /** What the bin holds, in the integers of the feature; `missing` for the unknown. */
  from: whole.nullable(),
  holds: z.enum(['range', 'missing', 'special']),
  /** Noisy; null where the group is too small. */
  firms: whole.nullable(),
  badPpm: whole.nullable(),
  /** Weight of evidence from the noisy counts, in hundredths. */
  woeCenti: whole.nullable(),
});

/** The allow-list: all that a study may release. Nothing that is not named here leaves the platform. */
export const releaseSchema = z.strictObject({
  /** Rows of the bank that met a firm with a sheet, noisy. */
  matched: whole,
  bads: whole,
  /** In hundredths. */
  trainAucCenti: whole,
  testAucCenti: whole,
  testKsCenti: whole,
  /** Of the matched firms against the province, in hundredths. */
  psiCenti: whole,
  epsilonMilli: whole,
  characteristics: z.array(
    z.strictObject({ feature: z.string(), coefficientCenti: whole, bins: z.array(bin) }),
  ),
});
export type Release = z.output<typeof releaseSchema>;

/** A number in [0, 1) that depends on its name and the joined data alone: asking again tells nothing new. */
export type Chance = (name: string) => number;

/**
 * Noise of the two-sided geometric distribution for a count, the discrete form of Laplace's: one firm more or less
 * changes the chance of any answer by a factor of e^ε at most.
 */
export function noiseOf(chance: number, epsilon: number): number {
  const alpha = Math.exp(-epsilon);
  const [sign, u] = chance < 0.5 ? [-1, chance * 2] : [1, chance * 2 - 1];
  const zero = (1 - alpha) / (1 + alpha);
  if (u < zero) return 0;
  const rest = (u - zero) / (1 - zero);
  return sign * (1 + Math.floor(Math.log(1 - rest) / Math.log(alpha)));
}

export type Measured = {
  readonly matched: number;
  readonly bads: number;
  readonly trainAuc: number;
  readonly testAuc: number;
  readonly testKs: number;
  readonly psi: number;
};

const centi = (value: number): number => Math.round(value * 100);

/**
 * The study's ε is shared evenly: a firm falls into one count of each characteristic, so that each takes one part; a bad
 * firm is counted among the matched ones and among the bad ones, so that these two totals take a part each.
 */
export const partsOf = (card: StatisticalCard): number => card.characteristics.length + 2;

/** What a study releases of a card: coefficients, bins from noisy counts, AUC, KS and PSI, coarsely rounded. */
export function releaseOf(
  card: StatisticalCard,
  measured: Measured,
  { smallestGroup, epsilonMilliPerStudy }: Limits,
  chance: Chance,
  parts = partsOf(card),
): Release {
  const epsilon = epsilonMilliPerStudy / 1_000 / parts;
  const noisy = (count: number, name: string) => Math.max(0, count + noiseOf(chance(name), epsilon));
  const matched = noisy(measured.matched, 'matched');
  const bads = Math.min(matched, noisy(measured.bads, 'bads'));
  return {
    matched,
    bads,
    trainAucCenti: centi(measured.trainAuc),
    testAucCenti: centi(measured.testAuc),
    testKsCenti: centi(measured.testKs),
    psiCenti: centi(measured.psi),
    epsilonMilli: epsilonMilliPerStudy,
    characteristics: card.characteristics.flatMap((part, at) => {
      if (part.kind !== 'bins') return []; // two-way bins name small groups and are not released
      const counts = part.bins.map(({ good, bad }, k) => ({
        good: noisy(good, `${at} ${k} good`),
        bad: noisy(bad, `${at} ${k} bad`),
      }));
      const all = total(counts);
      return [
        {
          feature: card.features[part.feature]?.name ?? '',
          coefficientCenti: Math.round(part.coefficientNano / 1e7),
          bins: part.bins.map((own, k) => binOf(own, counts[k] as Counts, all, smallestGroup)),
        },
      ];
    }),
  };
}

type Counts = { readonly good: number; readonly bad: number };

const total = (counts: readonly Counts[]): Counts => ({
  good: counts.reduce((sum, { good }) => sum + good, 0),
  bad: counts.reduce((sum, { bad }) => sum + bad, 0),
});

/** A bin is shown when it holds enough firms, and seems to: chance never lifts a smaller group above the least. */
function binOf(
  { holds, ...counted }: Counts & { readonly holds: Holds },
  { good, bad }: Counts,
  all: Counts,
  smallestGroup: number,
): z.output<typeof bin> {
  const from = holds.kind === 'range' ? holds.from : holds.kind === 'special' ? holds.value : null;
  const kind = holds.kind === 'levels' ? 'range' : holds.kind;
  const isSmall = Math.min(good + bad, counted.good + counted.bad) < smallestGroup;
  if (isSmall) return { from, holds: kind, firms: null, badPpm: null, woeCenti: null };
  const woe = Math.log((good + 0.5) / (all.good + 0.5)) - Math.log((bad + 0.5) / (all.bad + 0.5));
  return {
    from,
    holds: kind,
    firms: good + bad,
    badPpm: Math.round((bad * 1_000_000) / (good + bad)),
    woeCenti: centi(woe),
  };
}

export type StudyRefusal =
  | { readonly code: 'modelling.too-few-rows'; readonly least: number; readonly leastBads: number }
  | { readonly code: 'modelling.too-close'; readonly least: number }
  | { readonly code: 'modelling.nothing-ranks' };

/** A study as later ones are held against it. */
export type Studied = {
  /** One for each firm with its outcome. */
  readonly marks: ReadonlySet<string>;
  /** Hash of the joined data, outcomes and features; null of a study from before it was kept. */
  readonly joined: string | null;
};

/**
 * Whether the firms of a study may be studied: enough of them with enough bad ones, and no earlier study of the same bank
 * whose firms differ by so few that the difference of two answers would speak of them. The very same joined data are
 * fine: the noise is the same, so the answer is. The same firms with data that changed since are not, for it may have
 * changed for one of them alone.
 */
export function admitStudy(
  { marks, joined }: Studied,
  bads: number,
  earlier: readonly Studied[],
  { leastRows, leastBads, leastDifference }: Limits,
): Result<null, StudyRefusal> {
  const goods = marks.size - bads;
  if (marks.size < leastRows || bads < leastBads || goods < leastBads)
    return refuse({ code: 'modelling.too-few-rows', least: leastRows, leastBads });
  for (const before of earlier) {
    const shared = [...marks].filter((mark) => before.marks.has(mark)).length;
    const difference = marks.size - shared + (before.marks.size - shared);
    const isSame = difference === 0 && joined === before.joined;
    if (!isSame && difference < leastDifference)
      return refuse({ code: 'modelling.too-close', least: leastDifference });
  }
  return accept(null);
}
