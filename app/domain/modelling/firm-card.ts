import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
import type { AnyCard } from '~/domain/score/export-card.ts';
import { type RuleScore, scoreValues } from '~/domain/score/rule/score-values.ts';
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

/** What a card of either kind says of a firm. */
export type FirmScore = {
  /** Null where a rule card finds too little known. */
  readonly milliPoints: number | null;
  /** Of a rule card; a statistical one grades nobody. */
  readonly grade: RuleScore['grade'] | null;
  /** The bin of each characteristic; of a rule card 0 for the unknown and the place of the bin from 1. */
  readonly used: readonly number[];
};

/** Scores firms with one card of either kind. */
export function openAnyCard(any: AnyCard): (firm: FirmFeatures) => FirmScore {
  if (any.kind === 'statistical') {
    const score = openFirmCard(any.card);
    return (firm) => ({ ...score(firm), grade: null });
  }
  const order = cardFeatures(any.card);
  return (firm) => {
    const { milliPoints, grade, used } = scoreValues(
      any.card,
      order.map((code) => firm.get(code) ?? null),
    );
    return { milliPoints, grade, used: used.map((bin) => (bin === null ? 0 : bin + 1)) };
  };
}

/** Accepts a rule card whose every feature is kept with the sheets: only those can be read in the shadow. */
export function checkRuleFeatures(card: Card, kept: ReadonlySet<string>): Result<Card, FeatureRefusal> {
  const missing = cardFeatures(card).find((code) => !kept.has(code));
  return missing === undefined
    ? accept(card)
    : refuse({ code: 'modelling.feature-unknown', feature: missing });
}

/** Scores firms with one statistical card. */
export function openFirmCard(card: StatisticalCard) {
  const score = compileCard(card);
  return (firm: FirmFeatures) => score(inputOf(card, firm));
}

/** The ends of the scale of a card of either kind. */
export const rangeOfAny = (any: AnyCard): { low: number; high: number } =>
  any.kind === 'rule' ? { low: 0, high: any.card.total } : rangeOf(any.card);

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
