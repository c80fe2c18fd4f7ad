import { type Canonical, canonicalJson } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Holds, StatisticalCard } from './card.ts';
import { type CardInput, compileCard } from './score.ts';

const vectors = 24;

/** A level that no training row had. */
export const unseenLevel = 'level that no row had';

/**
 * Inputs that walk over every edge of every feature: missing, specials, each lower end and the integer below it, every
 * level and one never seen. Made up from the bins, so a card that travels carries no row of anybody.
 */
export function goldenInputs(card: Omit<StatisticalCard, 'golden'>): CardInput[] {
  const edges = card.features.map((feature, index) =>
    edgesOf(binsOf(card, index), feature.kind === 'category'),
  );
  const longest = Math.max(vectors, ...edges.map((values) => values.length));
  return Array.from({ length: longest }, (_, k) =>
    edges.map((values, f) => values[(k + f) % values.length] ?? null),
  );
}

/** The card with the score of every golden input. */
export function withGolden(card: Omit<StatisticalCard, 'golden'>): StatisticalCard {
  const score = compileCard({ ...card, golden: [] });
  const golden = goldenInputs(card).map((input) => ({
    input: [...input],
    milliPoints: score(input).milliPoints,
  }));
  return { ...card, golden };
}

export type GoldenRefusal = {
  readonly code: 'card.golden-failed';
  /** From 1. */
  readonly vector: number;
  readonly expected: number;
  readonly found: number;
};

/** Accepts a card whose golden vectors all come out as written. */
export function checkGolden(card: StatisticalCard): Result<StatisticalCard, GoldenRefusal> {
  const score = compileCard(card);
  for (const [k, { input, milliPoints }] of card.golden.entries()) {
    const found = score(input).milliPoints;
    if (found !== milliPoints)
      return refuse({ code: 'card.golden-failed', vector: k + 1, expected: milliPoints, found });
  }
  return accept(card);
}

function binsOf({ characteristics }: Omit<StatisticalCard, 'golden'>, feature: number): Holds[] {
  return characteristics.flatMap((part) => {
    if (part.kind === 'bins') return part.feature === feature ? part.bins.map(({ holds }) => holds) : [];
    return part.axes.filter((axis) => axis.feature === feature).flatMap((axis) => axis.bins);
  });
}

function edgesOf(bins: readonly Holds[], isCategory: boolean): (number | string | null)[] {
  const values: (number | string | null)[] = [null, ...(isCategory ? [unseenLevel] : [0])];
  for (const bin of bins) {
    if (bin.kind === 'special') values.push(bin.value);
    if (bin.kind === 'range' && bin.from !== null) values.push(bin.from, bin.from - 1);
    if (bin.kind === 'levels') values.push(...bin.levels);
  }
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = canonicalJson(value as Canonical);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
