import { sortedOrder } from './measures.ts';

/** The outcome that a model leaves unexplained: y − p and p(1 − p) of every row. */
export type Residual = { readonly gradient: Float64Array; readonly curvature: Float64Array };

/** The fold of every row, and how many there are. */
export type Fold = { readonly of: Uint8Array; readonly count: number };

/** Two binned columns looked at together. */
export type PairGrid = {
  readonly pair: readonly [number, number];
  /** The bins of the first column × the bins of the second. */
  readonly shape: readonly [number, number];
};

/** What a pair of columns adds, judged on rows that it was not estimated from. */
export type PairGain = PairGrid & { readonly shrinkage: number; readonly gain: number };

type Bins = { readonly codes: Uint8Array; readonly bins: number };

/** Pseudo-curvature added to every cell: the larger, the more a thin cell is shrunk to nothing. */
const shrinkages = [5, 20, 80];

/**
 * The log-likelihood (second order) that the cells of a pair bring to rows of other folds: each cell's step
 * Σ(y − p) ÷ (Σp(1 − p) + shrinkage) is estimated without a fold and judged on it.
 */
export function pairGain(
  [a, b]: readonly [Bins, Bins],
  pair: readonly [number, number],
  residual: Residual,
  fold: Fold,
  rows: Uint32Array,
): PairGain {
  const cells = a.bins * b.bins;
  const sums = cellSums([a, b], residual, fold, rows);
  const total = { gradient: new Float64Array(cells), curvature: new Float64Array(cells) };
  for (let at = 0; at < sums.gradient.length; at++) {
    const cell = at % cells;
    total.gradient[cell] = (total.gradient[cell] as number) + (sums.gradient[at] as number);
    total.curvature[cell] = (total.curvature[cell] as number) + (sums.curvature[at] as number);
  }
  let best = { shrinkage: shrinkages[0] as number, gain: Number.NEGATIVE_INFINITY };
  for (const shrinkage of shrinkages) {
    let gain = 0;
    for (let at = 0; at < sums.gradient.length; at++) {
      const [g, h] = [sums.gradient[at] as number, sums.curvature[at] as number];
      const others = (total.curvature[at % cells] as number) - h + shrinkage;
      const step = ((total.gradient[at % cells] as number) - g) / others;
      gain += step * g - (step * step * h) / 2;
    }
    if (gain > best.gain) best = { shrinkage, gain };
  }
  return { pair, shape: [a.bins, b.bins], ...best };
}

function cellSums(
  [a, b]: readonly [Bins, Bins],
  { gradient, curvature }: Residual,
  fold: Fold,
  rows: Uint32Array,
): Residual {
  const cells = a.bins * b.bins;
  const sums = {
    gradient: new Float64Array(cells * fold.count),
    curvature: new Float64Array(cells * fold.count),
  };
  for (const row of rows) {
    const at =
      (fold.of[row] as number) * cells + (a.codes[row] as number) * b.bins + (b.codes[row] as number);
    sums.gradient[at] = (sums.gradient[at] as number) + (gradient[row] as number);
    sums.curvature[at] = (sums.curvature[at] as number) + (curvature[row] as number);
  }
  return sums;
}

/** Cells of a pair merged into few groups, each with one step of log-odds (bad). */
export type PairCells = { readonly groupOf: Uint8Array; readonly steps: Float64Array };

/**
 * Estimates the cells of a pair from all training rows and merges them, in the order of their steps, into at most
 * `groups` groups that lose the least (exact dynamic programming); empty cells belong to the group nearest to zero.
 */
export function mergeCells(
  bins: readonly [Bins, Bins],
  residual: Residual,
  rows: Uint32Array,
  { shrinkage, groups }: { readonly shrinkage: number; readonly groups: number },
): PairCells {
  const sums = cellSums(bins, residual, { of: new Uint8Array(residual.gradient.length), count: 1 }, rows);
  const steps = sums.gradient.map((g, cell) => g / ((sums.curvature[cell] as number) + shrinkage));
  const filled = [...sortedOrder(steps)].filter((cell) => (sums.curvature[cell] as number) > 0);
  const prefix = prefixSums(filled, sums);
  const cuts = cheapestCuts(filled.length, prefix, shrinkage, groups);
  const groupOf = new Uint8Array(steps.length);
  const groupSteps = Float64Array.from(cuts, (start, group) => {
    const end = cuts[group + 1] ?? filled.length;
    for (let k = start; k < end; k++) groupOf[filled[k] as number] = group;
    return segmentStep(prefix, start, end, shrinkage);
  });
  const nearest = sortedOrder(groupSteps.map(Math.abs))[0] ?? 0;
  for (let cell = 0; cell < steps.length; cell++)
    if (!(sums.curvature[cell] as number)) groupOf[cell] = nearest;
  return { groupOf, steps: groupSteps };
}

type Prefix = { readonly gradient: Float64Array; readonly curvature: Float64Array };

function prefixSums(order: readonly number[], sums: Residual): Prefix {
  const prefix = {
    gradient: new Float64Array(order.length + 1),
    curvature: new Float64Array(order.length + 1),
  };
  order.forEach((cell, k) => {
    prefix.gradient[k + 1] = (prefix.gradient[k] as number) + (sums.gradient[cell] as number);
    prefix.curvature[k + 1] = (prefix.curvature[k] as number) + (sums.curvature[cell] as number);
  });
  return prefix;
}

const segmentStep = ({ gradient, curvature }: Prefix, i: number, j: number, shrinkage: number): number =>
  ((gradient[j] as number) - (gradient[i] as number)) /
  ((curvature[j] as number) - (curvature[i] as number) + shrinkage);

/** Starts of the groups with the largest Σ G² ÷ (H + shrinkage). */
function cheapestCuts(n: number, prefix: Prefix, shrinkage: number, groups: number): number[] {
  const w = n + 1;
  const layers = Math.max(1, Math.min(groups, n));
  const score = new Float64Array((layers + 1) * w).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array((layers + 1) * w);
  score[0] = 0;
  for (let k = 1; k <= layers; k++)
    for (let j = k; j <= n; j++)
      for (let i = k - 1; i < j; i++) {
        const g = (prefix.gradient[j] as number) - (prefix.gradient[i] as number);
        const candidate = (score[(k - 1) * w + i] as number) + g * segmentStep(prefix, i, j, shrinkage);
        if (candidate <= (score[k * w + j] as number)) continue;
        score[k * w + j] = candidate;
        from[k * w + j] = i;
      }
  const starts: number[] = [];
  for (let k = layers, j = n; k > 0; k--) {
    j = from[k * w + j] as number;
    starts.unshift(j);
  }
  return starts;
}
