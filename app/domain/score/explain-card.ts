import { featureDefinition } from '~/domain/feature/definitions.ts';
import { type Card, cardFeatures } from './card.ts';
import type { BinHeld, CardPart, CardParts, PartAxis } from './card-part.ts';
import { scoreLines } from './score.ts';
import type { CardFeature, Characteristic, Holds, StatisticalCard } from './statistical/card.ts';
import { binFinder, type CardInput, compileCard } from './statistical/score.ts';

/**
 * A statistical score part by part: for each characteristic the value, its bin and its points against the mean of the rows
 * that the card was trained on (whole milli-points). Two-way bins correct what their features say alone; the card keeps no
 * counts of them, so 0 is their neutral.
 */
export function explainStatistical(card: StatisticalCard, input: CardInput): CardParts {
  const { used } = compileCard(card)(input);
  const parts = card.characteristics.map((part, at): CardPart => {
    const bin = used[at] as number;
    const own = part.kind === 'bins' ? part.bins : part.groups;
    return {
      axes: axesOf(part, bin).map(({ feature, holds, all }) => {
        const value = input[feature] ?? null;
        return axisOf(card.features[feature] as CardFeature, value, heldBy(holds(value), all));
      }),
      bin,
      milliPoints: own[bin]?.milliPoints ?? 0,
      neutralMilli: part.kind === 'bins' ? meanOf(part.bins) : 0,
    };
  });
  return { neutralMilli: parts.reduce((sum, p) => sum + p.neutralMilli, card.baseMilliPoints), parts };
}

type Axis = {
  readonly feature: number;
  readonly all: readonly Holds[];
  readonly holds: (value: number | string | null) => Holds;
};

const missing = { kind: 'missing' } as const;

function axesOf(part: Characteristic, bin: number): Axis[] {
  if (part.kind === 'cells')
    return part.axes.map(({ feature, bins }) => {
      const find = binFinder(bins);
      return { feature, all: bins, holds: (value) => bins[find(value)] ?? missing };
    });
  const all = part.bins.map(({ holds }) => holds);
  return [{ feature: part.feature, all, holds: () => all[bin] ?? missing }];
}

type Bins = Extract<Characteristic, { kind: 'bins' }>['bins'];

function meanOf(bins: Bins): number {
  const rows = bins.reduce((sum, { good, bad }) => sum + good + bad, 0);
  const total = bins.reduce((sum, b) => sum + b.milliPoints * (b.good + b.bad), 0);
  return rows === 0 ? 0 : Math.round(total / rows);
}

/** A range with where the next one begins. */
function heldBy(holds: Holds, all: readonly Holds[]): BinHeld {
  if (holds.kind !== 'range') return holds;
  const from = holds.from ?? Number.NEGATIVE_INFINITY;
  const above = all.flatMap((b) => (b.kind === 'range' && b.from !== null && b.from > from ? [b.from] : []));
  return { kind: 'range', from: holds.from, next: above.length === 0 ? null : Math.min(...above) };
}

/** Out of the whole numbers of the training file and into the unit of the feature, whose values are whole too. */
function axisOf(feature: CardFeature, value: number | string | null, held: BinHeld): PartAxis {
  const known = typeof value === 'number' ? value : null;
  if (feature.kind === 'ratio') return { features: feature.of, unit: 'ppm', value: known, held };
  const { name } = feature;
  if (feature.kind === 'category') return { features: [name], unit: 'level', value: known, held };
  const { factor } = feature;
  const edge = (at: number | null) => (at === null ? null : Math.ceil(at / factor));
  return {
    features: [name],
    unit: featureDefinition(name).unit,
    value: known === null ? null : Math.round(known / factor),
    held:
      held.kind === 'range'
        ? { kind: 'range', from: edge(held.from), next: edge(held.next) }
        : held.kind === 'special'
          ? { kind: 'special', value: Math.round(held.value / factor) }
          : held,
  };
}

/** A rule score part by part, each indicator against the share that counts when nothing is known. */
export function explainRule(card: Card, firm: ReadonlyMap<string, number>): CardParts {
  const bins = card.dimensions.flatMap(({ indicators }) => indicators.map((indicator) => indicator.bins));
  const values = cardFeatures(card).map((code) => ({ value: firm.get(code) ?? null, gap: null }));
  const parts = scoreLines(card, values).map(({ feature, value, points, neutral, bin }, at): CardPart => {
    const own = bins[at] ?? [];
    const held: BinHeld =
      bin === null
        ? missing
        : { kind: 'range', from: own[bin]?.from ?? null, next: own[bin + 1]?.from ?? null };
    return {
      axes: [{ features: [feature], unit: featureDefinition(feature).unit, value, held }],
      bin: bin === null ? 0 : bin + 1,
      milliPoints: points,
      neutralMilli: neutral,
    };
  });
  return { neutralMilli: parts.reduce((sum, p) => sum + p.neutralMilli, 0), parts };
}
