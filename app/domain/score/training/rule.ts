import type { Coded } from './code-column.ts';

/** How hard a card is held back from its training rows; which one, inner cross-validation decides. */
export type Strength = {
  /** Log-likelihood that each further bin must bring. */
  readonly penalty: number;
  /** Pseudo-rows at the average rate in each bin. */
  readonly smoothing: number;
  /** λ of the ridge on the coefficients. */
  readonly ridge: number;
  /** Least rows in a bin. */
  readonly minRows: number;
};

/** What a card is trained with: the same for every data set; a test pins it. */
export type TrainingRule = Strength & {
  /** Pre-bins of a column before any outcome is seen. */
  readonly preBins: number;
  readonly maxBins: number;
  /** Least share of the rows in a bin. */
  readonly minShare: number;
  readonly leastIv: number;
  readonly maxCorrelation: number;
  readonly maxColumns: number;
  /** Bins of a column inside a pair, columns that are paired, pairs in a card, groups of cells in a pair. */
  readonly pairBins: number;
  readonly pairColumns: number;
  readonly maxPairs: number;
  readonly pairGroups: number;
  /** Log-likelihood on rows of other folds that a pair must bring. */
  readonly pairGain: number;
};

/** The rows a card is trained on, already coded. */
export type TrainingTask = {
  readonly coded: readonly Coded[];
  readonly bad: Uint8Array;
  readonly rows: Uint32Array;
  /** The fold of every row of the table, for the inner cross-validation. */
  readonly folds: Uint8Array;
  readonly foldCount: number;
  /** The direction of the bad rate along a column, by its number, where one was asked for. */
  readonly trends?: ReadonlyMap<number, 'rising' | 'falling'>;
};

export const strengths: readonly Strength[] = [
  { penalty: 1, smoothing: 2, ridge: 0.5, minRows: 30 },
  { penalty: 2, smoothing: 10, ridge: 4, minRows: 40 },
  { penalty: 4, smoothing: 30, ridge: 16, minRows: 60 },
  { penalty: 4, smoothing: 60, ridge: 50, minRows: 100 },
];

export const trainingRule: Omit<TrainingRule, keyof Strength> = {
  preBins: 100,
  maxBins: 16,
  minShare: 0.002,
  leastIv: 0.001,
  maxCorrelation: 0.9,
  maxColumns: 40,
  pairBins: 16,
  pairColumns: 12,
  maxPairs: 6,
  pairGroups: 12,
  pairGain: 6,
};
