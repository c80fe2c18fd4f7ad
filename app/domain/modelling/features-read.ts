import { yields } from '~/domain/catalogue/ceiling.ts';
import { featureDefinitions } from '~/domain/feature/definitions.ts';
import type { ItemProfiles } from '~/domain/feature/scope.ts';
import type { FirmFeatures } from '~/domain/modelling/firm-card.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';

/** The features that a card reads, each once, in the order of the card. */
const featuresRead = ({ features }: StatisticalCard): string[] => [
  ...new Set(features.flatMap((feature) => (feature.kind === 'ratio' ? feature.of : [feature.name]))),
];

/** Features that the card reads and that are unknown of a firm: each scores as its missing bin. */
export const missingOf = (card: StatisticalCard, firm: FirmFeatures): string[] =>
  featuresRead(card).filter((code) => !firm.has(code));

/**
 * Features that the card reads and that no public sheet ever holds: the rule card in force keeps none of them, or every
 * item behind them needs a consent. They are known only of a firm that opened its data.
 */
export function neverPublic(card: StatisticalCard, rule: Card, catalogue: ItemProfiles): string[] {
  const kept = new Set(cardFeatures(rule));
  const isPublic = (item: string) => {
    const profile = catalogue.get(item);
    return profile?.sensitivity === 'public' && yields(profile, 'score');
  };
  const held = new Set(
    featureDefinitions
      .filter(({ code, items }) => kept.has(code) && items.some(isPublic))
      .map(({ code }) => code),
  );
  return featuresRead(card).filter((code) => !held.has(code));
}
