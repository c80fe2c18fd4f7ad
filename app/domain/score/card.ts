import { z } from 'zod';
import { dimensions } from '~/domain/feature/definition.ts';
import { parseDay } from '~/domain/kernel/day.ts';
import { canonicalJson, sha256 } from '~/domain/kernel/hash.ts';

/** Grades from the best (domain.md §2.5). */
export const grades = ['A+', 'A', 'B', 'C', 'D'] as const;
export type Grade = (typeof grades)[number];

const milli = z.int().min(0).max(1_000_000);

/** Values from `from` on, up to the next bin, earn `points` milli-points; the first bin has no lower end. */
const bin = z.object({ from: z.int().nullable(), points: milli });

const indicator = z.object({
  feature: z.string().min(1),
  max: milli,
  /** More is better (`up`) or worse (`down`); points follow, which a test proves. */
  direction: z.enum(['up', 'down']),
  bins: z.array(bin).min(2),
  /** Points when nothing is known: the neutral share of `max`, so that the unknown neither raises nor lowers. */
  unknown: milli,
  /** What the firm can do about lost points, worded in `app/text/score.ts`; null when nothing. */
  fix: z.string().nullable(),
});

const veto = z.object({
  code: z.enum(['serious-dishonesty', 'dishonest-debtor', 'revoked', 'debt-evasion']),
  feature: z.string().min(1),
  atLeast: z.int().optional(),
  atMost: z.int().optional(),
});

/** A rule card (评分卡) as published: everything the score depends on beside the facts. */
export const cardSchema = z.object({
  version: z.string().min(1),
  kind: z.literal('rule'),
  validFrom: z.string().refine((text) => parseDay(text) !== null),
  total: z.literal(1_000_000),
  neutralPpm: milli,
  /** Below this share of known weight the sheet says "information insufficient". */
  coverageFloorPpm: milli,
  grades: z.array(z.object({ grade: z.enum(grades), from: milli })).length(grades.length),
  vetoes: z.array(veto),
  dimensions: z
    .array(z.object({ code: z.enum(dimensions), max: milli, indicators: z.array(indicator).min(1) }))
    .length(dimensions.length),
  /** Features that are computed and kept with the sheet but earn no points: for vetoes and for matching. */
  observed: z.array(z.string()),
});

export type Card = z.output<typeof cardSchema>;
export type Indicator = z.output<typeof indicator>;
export type Bin = z.output<typeof bin>;
export type Veto = z.output<typeof veto>;

const orders = new WeakMap<Card, readonly string[]>();

/** Features in the order of the card, in which a sheet stores their values: indicators, then the observed ones. */
export function cardFeatures(card: Card): readonly string[] {
  const known = orders.get(card);
  if (known) return known;
  const order = [...card.dimensions.flatMap((d) => d.indicators.map((i) => i.feature)), ...card.observed];
  orders.set(card, order);
  return order;
}

/** SHA-256 over the canonical text of a card: what is signed when it is published. */
export const cardHash = (card: Card): string => sha256(canonicalJson(card));

/**
 * What is wrong with a card, in the words of a developer; empty when it may be published. Sums tie, bins rise, points
 * follow the declared direction, the unknown earns the neutral share, grades fall to zero, every feature exists once.
 */
export function faultsOf(card: Card, knownFeatures: ReadonlySet<string>): string[] {
  const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);
  const features = cardFeatures(card);
  const faults = [
    ...features.filter((code) => !knownFeatures.has(code)).map((code) => `no feature ${code}`),
    ...features.filter((code, i) => features.indexOf(code) !== i).map((code) => `${code} twice`),
    ...card.vetoes.filter((v) => !features.includes(v.feature)).map((v) => `veto ${v.code} reads no feature`),
    ...indicators.flatMap((i) => indicatorFaults(i, card.neutralPpm)),
  ];
  for (const { code, max, indicators: own } of card.dimensions)
    if (sum(own.map((i) => i.max)) !== max) faults.push(`${code} does not sum to ${max}`);
  if (sum(card.dimensions.map((d) => d.max)) !== card.total)
    faults.push('dimensions do not sum to the total');
  if (card.grades.some((g, i) => g.grade !== grades[i])) faults.push('grades out of order');
  if (card.grades.some((g, i) => i > 0 && g.from >= (card.grades[i - 1]?.from ?? 0)))
    faults.push('grade bounds rise');
  if (card.grades.at(-1)?.from !== 0) faults.push('the last grade does not reach zero');
  return faults;
}

function indicatorFaults(
  { feature, bins, max, direction, unknown }: Indicator,
  neutralPpm: number,
): string[] {
  const faults: string[] = [];
  const sign = direction === 'up' ? 1 : -1;
  const [first, ...rest] = bins;
  if (first?.from !== null) faults.push(`${feature}: the first bin has a lower end`);
  rest.forEach((bin, i) => {
    const before = bins[i] as Bin;
    if (bin.from === null || (before.from !== null && bin.from <= before.from))
      faults.push(`${feature}: bins fall`);
    if ((bin.points - before.points) * sign < 0) faults.push(`${feature}: points against ${direction}`);
  });
  if (Math.max(...bins.map((bin) => bin.points)) !== max) faults.push(`${feature}: no bin earns ${max}`);
  if (unknown * 1_000_000 !== max * neutralPpm) faults.push(`${feature}: the unknown is not neutral`);
  return faults;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
