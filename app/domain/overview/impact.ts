import type { FeatureDefinition } from '~/domain/feature/definition.ts';
import { atomsOf, type Rule } from '~/domain/product/predicate.ts';
import type { Card } from '~/domain/score/card.ts';

/** A feature that is computed from an item, and what it can earn on the card in force. */
export type TouchedFeature = {
  readonly code: string;
  readonly dimension: string;
  /** Milli-points; 0 for a feature that is only observed. */
  readonly most: number;
  /** Whether other items feed it too. */
  readonly alone: boolean;
};

/** The indicators that an item feeds, those that earn most first (domain.md row A8: item → indicator). */
export function touchedFeatures(
  item: string,
  definitions: readonly FeatureDefinition[],
  card: Pick<Card, 'dimensions'>,
): TouchedFeature[] {
  const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);
  return definitions
    .filter(({ items }) => items.includes(item))
    .map(({ code, dimension, items }) => ({
      code,
      dimension,
      most: indicators.find(({ feature }) => feature === code)?.max ?? 0,
      alone: items.length === 1,
    }))
    .sort((a, b) => b.most - a.most || (a.code < b.code ? -1 : 1));
}

/** How a product depends on an item: by a rule on one of its features or titles, or through the score as a whole. */
export type Dependence = 'rule' | 'score' | null;

/** What a product's rules ask that an item answers (domain.md row A8: indicator → product). */
export function dependenceOf(rule: Rule, item: string, features: readonly TouchedFeature[]): Dependence {
  const atoms = atomsOf(rule);
  const codes = new Set(features.map(({ code }) => code));
  const asks = atoms.some(
    (atom) =>
      (atom.kind === 'feature' && codes.has(atom.code)) ||
      (atom.kind === 'title' && item === 'honour.title') ||
      (['active', 'age', 'region', 'industry'].includes(atom.kind) && item === 'registration.profile'),
  );
  if (asks) return 'rule';
  const scored = features.some(({ most }) => most > 0);
  return scored && atoms.some(({ kind }) => kind === 'grade' || kind === 'points') ? 'score' : null;
}
