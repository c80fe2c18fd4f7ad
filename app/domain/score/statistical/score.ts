import type { Characteristic, Holds, StatisticalCard } from './card.ts';

/** One value for each feature of the card: an integer, a level, or null where nothing is known. */
export type CardInput = readonly (number | string | null)[];

export type CardScore = {
  readonly milliPoints: number;
  /** The bin (or group of cells) each characteristic used, in the order of the card. */
  readonly used: readonly number[];
};

/** A card made ready for many rows: a pure function of the input, in integers only. */
export type CardScorer = (input: CardInput) => CardScore;

/** Compiles a card; the same function scores one firm and a million. */
export function compileCard(card: StatisticalCard): CardScorer {
  const parts = card.characteristics.map(compilePart);
  return (input) => {
    let milliPoints = card.baseMilliPoints;
    const used = parts.map(({ find, points }) => {
      const group = find(input);
      milliPoints += points[group] as number;
      return group;
    });
    return { milliPoints, used };
  };
}

type Part = { readonly find: (input: CardInput) => number; readonly points: readonly number[] };

function compilePart(part: Characteristic): Part {
  if (part.kind === 'bins') {
    const bin = binFinder(part.bins.map(({ holds }) => holds));
    return { find: (input) => bin(input[part.feature] ?? null), points: part.bins.map((b) => b.milliPoints) };
  }
  const [a, b] = part.axes;
  const [first, second] = [binFinder(a.bins), binFinder(b.bins)];
  const find = (input: CardInput) =>
    part.groupOf[first(input[a.feature] ?? null)]?.[second(input[b.feature] ?? null)] as number;
  return { find, points: part.groups.map((group) => group.milliPoints) };
}

/** The bin of a value: missing, special, the last range that begins at or below it, or the levels that name it. */
export function binFinder(bins: readonly Holds[]): (value: number | string | null) => number {
  const missing = bins.findIndex(({ kind }) => kind === 'missing');
  const byLevel = new Map<string, number>();
  const specials = new Map<number, number>();
  const ranges: { from: number; bin: number }[] = [];
  let others = missing;
  bins.forEach((bin, k) => {
    if (bin.kind === 'special') specials.set(bin.value, k);
    if (bin.kind === 'range') ranges.push({ from: bin.from ?? Number.NEGATIVE_INFINITY, bin: k });
    if (bin.kind !== 'levels') return;
    for (const level of bin.levels) byLevel.set(level, k);
    if (bin.others) others = k;
  });
  return (value) => {
    if (value === null) return missing;
    if (typeof value === 'string') return byLevel.get(value) ?? others;
    const special = specials.get(value);
    if (special !== undefined) return special;
    let found = ranges[0]?.bin ?? missing;
    for (const { from, bin } of ranges) if (value >= from) found = bin;
    return found;
  };
}

/** Chance of going bad at a score, in ppm, from the four parameters of the scaling. */
export function riskAtPpm({ scaling }: StatisticalCard, milliPoints: number): number {
  const { baseScoreMilli, baseOdds, pdoMilli, rate } = scaling;
  const odds = baseOdds * rate ** ((milliPoints - baseScoreMilli) / pdoMilli);
  return Math.round(1_000_000 / (1 + odds));
}
