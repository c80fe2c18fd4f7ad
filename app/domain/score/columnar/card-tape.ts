import { type Card, cardFeatures, grades } from '~/domain/score/card.ts';

/** A card compiled for whole numbers in arrays: indicators stand in the order of `cardFeatures`. */
export type CardTape = {
  readonly indicators: number;
  /** Bins of indicator i: from `first[i]` to before `first[i + 1]`; the first has no lower end. */
  readonly first: Uint16Array;
  readonly from: Float64Array;
  readonly points: Int32Array;
  readonly unknown: Int32Array;
  readonly max: Int32Array;
  readonly floorPpm: number;
  readonly total: number;
  /** Lower bounds of the grades, the best first. */
  readonly gradeFrom: Int32Array;
  /** Vetoes in the order of the card: the feature's place and the bounds of its value. */
  readonly vetoFeature: Uint16Array;
  readonly vetoFrom: Float64Array;
  readonly vetoTo: Float64Array;
};

export function compileCard(card: Card): CardTape {
  const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);
  const order = cardFeatures(card);
  const bins = indicators.flatMap((indicator) => indicator.bins);
  const ends = indicators.map((_, i) =>
    indicators.slice(0, i + 1).reduce((n, { bins }) => n + bins.length, 0),
  );
  return {
    indicators: indicators.length,
    first: Uint16Array.from([0, ...ends]),
    from: Float64Array.from(bins, ({ from }) => from ?? Number.NEGATIVE_INFINITY),
    points: Int32Array.from(bins, ({ points }) => points),
    unknown: Int32Array.from(indicators, ({ unknown }) => unknown),
    max: Int32Array.from(indicators, ({ max }) => max),
    floorPpm: card.coverageFloorPpm,
    total: card.total,
    gradeFrom: Int32Array.from(card.grades, ({ from }) => from),
    vetoFeature: Uint16Array.from(card.vetoes, ({ feature }) => order.indexOf(feature)),
    vetoFrom: Float64Array.from(card.vetoes, ({ atLeast }) => atLeast ?? Number.NEGATIVE_INFINITY),
    vetoTo: Float64Array.from(card.vetoes, ({ atMost }) => atMost ?? Number.POSITIVE_INFINITY),
  };
}

/** Grades by their number in `Scores.grade`. */
export const gradeNames = [...grades, 'insufficient'] as const;

/** The bin of an unknown value. */
export const unknownBin = 255;
/** No veto. */
export const noVeto = 255;
/** Milli-points where information is insufficient. */
export const noPoints = -1;
