import { binColumn, countOutcomes } from './bin-column.ts';
import type { Coded } from './code-column.ts';
import { designOf, marginsOf, type Term } from './design.ts';
import { findPairs } from './find-pairs.ts';
import { fitLogistic } from './logistic.ts';
import { type Main, type Part, termOf } from './parts.ts';
import type { TrainingRule, TrainingTask } from './rule.ts';
import { selectMains } from './select-mains.ts';

/** The parts of a card with their coefficients on log-odds (bad); the intercept is the last of `beta`. */
export type Model = {
  readonly parts: readonly Part[];
  readonly terms: readonly Term[];
  readonly beta: Float64Array;
};

/** Bins, selects and weighs the columns, then adds the pairs that hold on rows of other folds and weighs all again. */
export function fitCard(task: TrainingTask, rule: TrainingRule): Model {
  const all = binAll(task, rule, rule.maxBins);
  const model = fitParts(selectMains(all, task, rule), task, rule);
  // A pair would bend the points along a column whose direction was asked for.
  const free = all.filter(({ column }) => !task.trends?.has(column));
  const informative = free.sort((a, b) => b.binned.iv - a.binned.iv || a.column - b.column);
  const paired = informative.slice(0, rule.pairColumns).map(({ column }) => column);
  const coarse = paired.map((column) => binOne(column, task, rule, rule.pairBins));
  const pairs = findPairs(coarse, marginsOf(model.terms, model.beta, task.rows), task, rule);
  return pairs.length > 0 ? fitParts([...model.parts, ...pairs], task, rule) : model;
}

/** Every column in its optimal bins. */
export const binAll = (task: TrainingTask, rule: TrainingRule, maxBins: number): Main[] =>
  task.coded.map((_, column) => binOne(column, task, rule, maxBins));

function binOne(column: number, task: TrainingTask, rule: TrainingRule, maxBins: number): Main {
  const coded = task.coded[column] as Coded;
  const minRows = Math.max(rule.minRows, rule.minShare * task.rows.length);
  const counts = countOutcomes(coded, task.bad, task.rows);
  return {
    kind: 'main',
    column,
    binned: binColumn(coded, counts, {
      ...rule,
      maxBins,
      minRows,
      trend: task.trends?.get(column) ?? 'auto',
    }),
  };
}

/**
 * Ridge regression on the parts. A coefficient of the wrong sign would reward what its own bins call worse, so such a
 * part goes, the worst first, until all are right; what a gap means may have either sign.
 */
export function fitParts(parts: readonly Part[], task: TrainingTask, rule: TrainingRule): Model {
  const y = new Uint8Array(task.rows.length);
  for (let i = 0; i < y.length; i++) y[i] = task.bad[task.rows[i] as number] as number;
  let kept = parts.map((part) => ({ part, term: termOf(part, task.coded) }));
  for (;;) {
    const terms = kept.map(({ term }) => term);
    const { beta } = fitLogistic({ x: designOf(terms, task.rows), d: terms.length, y, ridge: rule.ridge });
    const wrong = kept.flatMap(({ part }, k) =>
      part.kind !== 'gap' && !((beta[k] as number) > 0) ? [beta[k] as number] : [],
    );
    if (wrong.length === 0) return { parts: kept.map(({ part }) => part), terms, beta };
    const limit = wrong.length > 4 ? 0 : wrong.reduce((a, b) => Math.min(a, b));
    kept = kept.filter(({ part }, k) => part.kind === 'gap' || (beta[k] as number) > limit);
  }
}
