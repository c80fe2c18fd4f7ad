import type { FeatureSet, FeatureValue } from '~/domain/feature/compute.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { dayOf } from '~/domain/feature/matching.ts';
import { ratioPpm } from '~/domain/kernel/rate.ts';
import { type Card, cardFeatures, type Indicator, type Veto } from './card.ts';
import { reasonsOf } from './reasons.ts';
import { gradeOf, type ScoreLine, type ScoreResult } from './sheet.ts';

/**
 * The score of one firm: a pure function of its features (in the order of `cardFeatures`) and the card (domain.md §2.5).
 *
 * Every indicator earns the points of its bin; an unknown one earns the neutral share, at which it neither raises nor
 * lowers. The score is the sum of all lines, always of 1,000,000 milli-points. Neutral is where D ends, so what is
 * unknown never makes a D. Known weight below the floor gives no score at all. A veto gives D whatever the points, and
 * quotes the record; it is no judgement from missing information and so stands above the floor.
 */
export function scoreFirm(card: Card, features: FeatureSet): ScoreResult {
  const lines = scoreLines(card, features);
  const veto = vetoOf(card, features);
  const standing = standingOf(card, lines, veto !== null);
  const isSufficient = standing.milliPoints !== null;
  return {
    cardVersion: card.version,
    ...standing,
    dimensionMilli: isSufficient ? dimensionSums(card, lines) : [],
    lines,
    reasons: reasonsOf(lines, card.vetoes.find(({ code }) => code === veto?.code) ?? null, isSufficient),
    veto,
    features: features.map((feature) => feature.value),
  };
}

/** What the lines come to: known weight below the floor gives no points, and a veto gives D whatever the points. */
export function standingOf(
  card: Card,
  lines: readonly ScoreLine[],
  isVetoed: boolean,
): Pick<ScoreResult, 'milliPoints' | 'grade' | 'coveragePpm'> {
  const coveragePpm = ratioPpm(sum(lines.filter((l) => l.value !== null).map((l) => l.max)), card.total);
  const milliPoints = coveragePpm >= card.coverageFloorPpm ? sum(lines.map((l) => l.points)) : null;
  const grade = isVetoed ? 'D' : milliPoints === null ? 'insufficient' : gradeOf(card, milliPoints);
  return { milliPoints, grade, coveragePpm };
}

/** The lines of a sheet in the order of the card; also those of an old sheet, from its stored values. */
export function scoreLines(
  card: Card,
  features: readonly Pick<FeatureValue, 'value' | 'gap'>[],
): ScoreLine[] {
  const lines: ScoreLine[] = [];
  for (const { code: dimension, indicators } of card.dimensions)
    for (const indicator of indicators) {
      const { value, gap } = features[lines.length] as Pick<FeatureValue, 'value' | 'gap'>;
      const bin = value === null ? null : binOf(indicator, value);
      const points = bin === null ? indicator.unknown : (indicator.bins[bin]?.points ?? 0);
      const { feature, max, unknown: neutral, fix } = indicator;
      lines.push({ feature, dimension, value, gap, points, max, neutral, bin, fix });
    }
  return lines;
}

/** The last bin that begins at or below the value. */
function binOf({ bins }: Indicator, value: number): number {
  let found = 0;
  for (let i = 1; i < bins.length; i++) if (value >= (bins[i]?.from ?? 0)) found = i;
  return found;
}

function dimensionSums(card: Card, lines: readonly ScoreLine[]): number[] {
  return card.dimensions.map(({ code }) =>
    sum(lines.filter((l) => l.dimension === code).map((l) => l.points)),
  );
}

/** The first veto of the card that a record supports, with the latest such record. It is gone when the record is. */
function vetoOf(card: Card, features: FeatureSet): ScoreResult['veto'] {
  const order = cardFeatures(card);
  for (const veto of card.vetoes) {
    const feature = features[order.indexOf(veto.feature)];
    if (!feature || feature.value === null || !isMet(veto, feature.value)) continue;
    const record = latestOf(feature.evidence);
    if (record) return { code: veto.code, factId: record.id };
  }
  return null;
}

/** Whether a known value calls for the veto. */
export const isMet = ({ atLeast, atMost }: Veto, value: number): boolean =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);

const latestOf = (facts: readonly FeatureFact[]): FeatureFact | undefined =>
  [...facts].sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];

const rank = (fact: FeatureFact): string => dayOf(fact) + fact.id;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
