import type { BinnedColumn } from './bin-column.ts';
import type { Coded } from './code-column.ts';
import { type Fold, mergeCells, type PairGain, pairGain, type Residual } from './interactions.ts';
import { groupsOf, type Main, type Pair, termOf } from './parts.ts';
import type { TrainingRule, TrainingTask } from './rule.ts';

/** A column in the coarser bins that pairs are made of. */
export type Coarse = {
  readonly column: number;
  readonly binned: BinnedColumn;
  readonly codes: Uint8Array;
  readonly bins: number;
};

/**
 * The pairs of columns that bring the most to rows of other folds, the best first; each is added to the log-odds as its
 * steps before the next is sought, so that no two say the same. `margins` are the log-odds of the training rows.
 */
export function findPairs(
  columns: readonly Main[],
  start: Float64Array,
  task: TrainingTask,
  rule: TrainingRule,
): Pair[] {
  const coarse = columns.map((main) => coarseOf(main, task));
  const margins = start.slice();
  const pairs: Pair[] = [];
  while (pairs.length < rule.maxPairs) {
    const residual = residualOf(margins, task);
    const best = bestPair(coarse, pairs, residual, task);
    if (!best || best.gain < rule.pairGain) break;
    const pair = pairOf(coarse, best, residual, task, rule);
    pairs.push(pair);
    const { codes, values } = termOf(pair, task.coded);
    for (let i = 0; i < margins.length; i++)
      margins[i] = (margins[i] as number) + (values[codes[task.rows[i] as number] as number] as number);
  }
  return pairs;
}

function coarseOf({ column, binned }: Main, { coded }: TrainingTask): Coarse {
  const codes = groupsOf(coded[column] as Coded, binned.binOf);
  return { column, binned, codes, bins: binned.woe.length };
}

/** y − p and p(1 − p) of the training rows. */
function residualOf(margins: Float64Array, { bad, rows }: TrainingTask): Residual {
  const residual = { gradient: new Float64Array(bad.length), curvature: new Float64Array(bad.length) };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const p = 1 / (1 + Math.exp(-(margins[i] as number)));
    residual.gradient[row] = (bad[row] as number) - p;
    residual.curvature[row] = p * (1 - p);
  }
  return residual;
}

function bestPair(
  coarse: readonly Coarse[],
  taken: readonly Pair[],
  residual: Residual,
  task: TrainingTask,
): PairGain | null {
  const used = new Set(taken.map(({ columns }) => columns.join(' ')));
  const fold: Fold = { of: task.folds, count: task.foldCount };
  let best: PairGain | null = null;
  for (const [i, a] of coarse.entries())
    for (let j = i + 1; j < coarse.length; j++) {
      const b = coarse[j] as Coarse;
      if (used.has(`${a.column} ${b.column}`)) continue;
      const found = pairGain([a, b], [i, j], residual, fold, task.rows);
      if (!best || found.gain > best.gain) best = found;
    }
  return best;
}

function pairOf(
  coarse: readonly Coarse[],
  { pair, shrinkage, gain }: PairGain,
  residual: Residual,
  { rows }: TrainingTask,
  { pairGroups }: TrainingRule,
): Pair {
  const [a, b] = [coarse[pair[0]] as Coarse, coarse[pair[1]] as Coarse];
  const cells = mergeCells([a, b], residual, rows, { shrinkage, groups: pairGroups });
  return { kind: 'pair', columns: [a.column, b.column], binned: [a.binned, b.binned], cells, gain };
}
