import { complianceFeatures } from './compliance.ts';
import type { FeatureDefinition } from './definition.ts';
import { innovationFeatures } from './innovation.ts';
import { performanceFeatures } from './performance.ts';
import { surroundingsFeatures } from './surroundings.ts';
import { vitalityFeatures } from './vitality.ts';

/** Every feature, dimension by dimension; the order is only for reading. */
export const featureDefinitions: readonly FeatureDefinition[] = [
  ...complianceFeatures,
  ...performanceFeatures,
  ...vitalityFeatures,
  ...innovationFeatures,
  ...surroundingsFeatures,
];

/** The codes of all features. */
export const featureCodes: ReadonlySet<string> = new Set(featureDefinitions.map(({ code }) => code));

const byCode = new Map(featureDefinitions.map((definition) => [definition.code, definition]));

/** The definition of a feature; an unknown code is a fault of the card or rule that names it. */
export function featureDefinition(code: string): FeatureDefinition {
  const definition = byCode.get(code);
  if (!definition) throw new Error(`no feature ${code}`);
  return definition;
}
