import type { Catalogue, Named } from '~/domain/catalogue/item.ts';
import type { FeatureSet, FeatureValue } from '~/domain/feature/compute.ts';
import type { Gap } from '~/domain/feature/definition.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { dayOf } from '~/domain/feature/matching.ts';
import { ratioPpm } from '~/domain/kernel/rate.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
import { scoreLines } from '~/domain/score/score.ts';
import type { DimensionView, EvidenceView, LineView, UnknownView } from '~/domain/score/score-view.ts';
import type { ScoreLine } from '~/domain/score/sheet.ts';

/** How many records of a line are listed; the rest is counted. */
const listed = 24;

export type Stored = {
  readonly card: Card;
  readonly values: readonly (number | null)[];
  readonly catalogue: Catalogue;
};

const latestFirst = (feature: FeatureValue) =>
  [...feature.evidence].sort((a, b) => (dayOf(b) + b.id < dayOf(a) + a.id ? -1 : 1));

/** The records that will be listed, to be fetched in full at once. */
export const listedFacts = (features: FeatureSet): string[] => [
  ...new Set(
    features.flatMap((feature) =>
      latestFirst(feature)
        .slice(0, listed)
        .map((fact) => fact.id),
    ),
  ),
];

/**
 * The lines of a stored sheet with the records behind them. Values and points come from the sheet, so that an old one
 * reads as it was; records come from `features`, which the caller has loaded as far as the reader may see. A line whose
 * records stay shut to the reader shows its points and nothing of the records.
 */
export function explainLines(
  { card, values, catalogue }: Stored,
  features: FeatureSet,
  records: ReadonlyMap<string, EvidenceView>,
): LineView[] {
  const lines = scoreLines(
    card,
    values.map((value) => ({ value, gap: null })),
  );
  const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);
  return lines.map((line, i) => {
    const { bins } = indicators[i] ?? { bins: [] };
    const feature = features[i] as FeatureValue;
    const behind = latestFirst(feature).slice(0, listed);
    const shown = behind.flatMap((fact) => records.get(fact.id) ?? []);
    // a figure tells what a record said: where one is sealed or shut to the reader, so is the figure that rests on it
    const isShut = feature.gap === 'not-consented' || shown.length < behind.length;
    const isWithheld = line.value !== null && isShut;
    const definition = featureDefinition(line.feature);
    return {
      ...line,
      unit: definition.unit,
      value: isWithheld ? null : line.value,
      gap: gapOf(line, feature),
      isWithheld,
      isStale: line.value !== null && feature.isStale,
      bin:
        line.bin === null || isWithheld
          ? null
          : { from: bins[line.bin]?.from ?? null, next: bins[line.bin + 1]?.from ?? null },
      items: definition.items.map((code) => catalogue.get(code)?.name ?? { zh: code, en: code }),
      evidence: isWithheld ? [] : shown,
      evidenceCount: isWithheld ? 0 : feature.evidence.length,
    };
  });
}

/** Why the sheet did not know; `unknown` when what is loaded now cannot tell. */
const gapOf = (line: ScoreLine, feature: FeatureValue): Gap | 'unknown' | null =>
  line.value !== null ? null : (feature.gap ?? 'unknown');

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Points and known weight by dimension, in the order of the card. */
export function explainDimensions(
  card: Card,
  lines: readonly LineView[],
  points: readonly number[],
): DimensionView[] {
  return card.dimensions.map(({ code, max }, i) => {
    const known = lines.filter((line) => line.dimension === code && line.gap === null);
    return {
      code,
      points: points[i] ?? null,
      max,
      coveragePpm: ratioPpm(sum(known.map((line) => line.max)), max),
    };
  });
}

/** Unknown weight by cause, the heaviest first, with the items behind it. */
export function explainUnknown(card: Card, lines: readonly LineView[]): UnknownView[] {
  const gaps = [...new Set(lines.flatMap((line) => line.gap ?? []))];
  return gaps
    .map((gap) => {
      const own = lines.filter((line) => line.gap === gap);
      const items = new Map(
        own.flatMap((line) => line.items.map((item): [string, Named] => [item.zh, item])),
      );
      return { gap, ppm: ratioPpm(sum(own.map((line) => line.max)), card.total), items: [...items.values()] };
    })
    .sort((a, b) => b.ppm - a.ppm);
}

/** The place of the features among those of the card, for callers that load them. */
export const definitionsOf = (card: Card) => cardFeatures(card).map(featureDefinition);
