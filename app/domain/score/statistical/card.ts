import { z } from 'zod';
import { type Canonical, canonicalJson, sha256 } from '~/domain/kernel/hash.ts';

/** Whole numbers only, so that the card has one canonical text on every platform. */
const count = z.int().min(0);
const milli = z.int();
const nano = z.int();

const feature = z.discriminatedUnion('kind', [
  /** The number of a column × `factor`, rounded half away from zero. */
  z.object({ kind: z.literal('number'), name: z.string().min(1), factor: z.int().positive() }),
  /** One column ÷ another in ppm, rounded half away from zero; missing where either is or the divisor is 0. */
  z.object({
    kind: z.literal('ratio'),
    name: z.string().min(1),
    of: z.tuple([z.string().min(1), z.string().min(1)]),
    factors: z.tuple([z.int().positive(), z.int().positive()]),
  }),
  z.object({ kind: z.literal('category'), name: z.string().min(1) }),
]);

/** Which values a bin holds. Ranges begin at `from` and end before the next range; the first has no lower end. */
const holds = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing') }),
  z.object({ kind: z.literal('special'), value: z.int() }),
  z.object({ kind: z.literal('range'), from: z.int().nullable() }),
  /** `others` takes every level that no bin names: exactly one bin of a category does. */
  z.object({ kind: z.literal('levels'), levels: z.array(z.string()), others: z.boolean() }),
]);

const axis = z.object({ feature: count, bins: z.array(holds).min(2) });

const bins = z.object({
  kind: z.literal('bins'),
  feature: count,
  /** Coefficient of the weight of evidence on ln(odds good), in 10⁻⁹; 0 where only a gap counts. */
  coefficientNano: nano,
  /** Information value of the values in ppm. */
  ivPpm: count,
  trend: z.enum(['rising', 'falling', 'free']),
  bins: z.array(z.object({ holds, milliPoints: milli, woeNano: nano, good: count, bad: count })).min(2),
});

const cells = z.object({
  kind: z.literal('cells'),
  axes: z.tuple([axis, axis]),
  /** Log-likelihood it brought to rows of other folds, in 10⁻³. */
  gainMilli: milli,
  /** The group of each cell: one row for each bin of the first axis. */
  groupOf: z.array(z.array(count)),
  groups: z.array(z.object({ milliPoints: milli })).min(1),
});

const golden = z.object({ input: z.array(z.union([z.int(), z.string(), z.null()])), milliPoints: milli });

/**
 * A statistical card (WOE scorecard). Points are integer milli-points and add to `baseMilliPoints`; weight of evidence is
 * ln(good share ÷ bad share), so more is better. Odds of good at a score s: baseOdds × rate^((s − baseScore) ÷ pdo).
 */
export const statisticalCardSchema = z.object({
  kind: z.literal('statistical'),
  version: z.string().min(1),
  convention: z.literal('ln(good share / bad share)'),
  label: z.object({ column: z.string(), bad: z.string() }),
  /** Rows it was trained on; the figures of the ranking on them in ppm. */
  trained: z.object({ rows: count, bads: count, aucPpm: count, ksPpm: count }),
  strength: z.object({ penaltyMilli: count, smoothing: count, ridgeMilli: count, minRows: count }),
  scaling: z.object({
    baseScoreMilli: milli,
    /** Goods to one bad at the base score. */
    baseOdds: z.int().positive(),
    /** Milli-points that multiply the odds by `rate`. */
    pdoMilli: z.int().positive(),
    rate: z.int().min(2),
  }),
  /** ln(odds bad) said = offset + slope × ln(odds bad) fitted, from rows of other folds; already in the points. */
  calibration: z.object({ slopePpm: z.int(), offsetPpm: z.int() }),
  features: z.array(feature).min(1),
  baseMilliPoints: milli,
  characteristics: z.array(z.discriminatedUnion('kind', [bins, cells])).min(1),
  golden: z.array(golden).min(1),
});

export type StatisticalCard = z.output<typeof statisticalCardSchema>;
export type CardFeature = z.output<typeof feature>;
export type Holds = z.output<typeof holds>;
export type Characteristic = StatisticalCard['characteristics'][number];

/** SHA-256 of the canonical text of the card. */
export const statisticalCardHash = (card: StatisticalCard): string =>
  sha256(canonicalJson(card as Canonical));
