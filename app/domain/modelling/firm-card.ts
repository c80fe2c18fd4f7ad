import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { type CardInput, compileCard } from '~/domain/score/statistical/score.ts';
import { largestScaled, ratioOfScaled } from '~/domain/score/training/decimal.ts';

/** Features of one firm by their code; what is not in it is unknown. */
export type FirmFeatures = ReadonlyMap<string, number>;

export type FeatureRefusal = { readonly code: 'modelling.feature-unknown'; readonly feature: string };

/** Accepts a card that reads only features of the platform, as numbers: the only ones that it can score firms with. */
export function checkFeatures(
  card: StatisticalCard,
  known: ReadonlySet<string>,
): Result<StatisticalCard, FeatureRefusal> {
  for (const feature of card.features) {
    const needed = feature.kind === 'ratio' ? feature.of : [feature.name];
    const missing = feature.kind === 'category' ? feature.name : needed.find((code) => !known.has(code));
    if (missing !== undefined) return refuse({ code: 'modelling.feature-unknown', feature: missing });
  }
  return accept(card);
}

/** What the card sees of a firm: whole numbers as its training file held them. */
export function inputOf({ features }: StatisticalCard, firm: FirmFeatures): CardInput {
  return features.map((feature) => {
    if (feature.kind === 'category') return null;
    if (feature.kind === 'number') {
      const value = firm.get(feature.name);
      return value === undefined ? null : scaled(value, feature.factor);
    }
    const [a, b] = feature.of.map((code) => firm.get(code));
    if (a === undefined || b === undefined || b === 0) return null;
    const [first, second] = feature.factors;
    return ratioOfScaled(scaled(a, first), scaled(b, second), feature.factors);
  });
}

const scaled = (value: number, factor: number): number =>
  Math.max(-largestScaled, Math.min(largestScaled, value * factor));

/** Scores firms with one card. */
export function openFirmCard(card: StatisticalCard) {
  const score = compileCard(card);
  return (firm: FirmFeatures) => score(inputOf(card, firm));
}

/** The lowest and the highest score that the card can give. */
export function rangeOf({ baseMilliPoints, characteristics }: StatisticalCard): {
  low: number;
  high: number;
} {
  const points = characteristics.map((part) =>
    (part.kind === 'bins' ? part.bins : part.groups).map(({ milliPoints }) => milliPoints),
  );
  return {
    low: points.reduce((sum, own) => sum + Math.min(...own), baseMilliPoints),
    high: points.reduce((sum, own) => sum + Math.max(...own), baseMilliPoints),
  };
}
