import { logLoss, marginsOf } from './design.ts';
import { binAll, fitParts } from './fit-card.ts';
import { fitLogistic } from './logistic.ts';
import { type Strength, strengths, type TrainingRule, type TrainingTask } from './rule.ts';
import { selectMains } from './select-mains.ts';

/** ln(odds bad) said = offset + slope × ln(odds bad) fitted. */
export type Calibration = { readonly slope: number; readonly offset: number };

export type Choice = { readonly strength: Strength; readonly calibration: Calibration };

/**
 * The strength with the least log-loss on held-out folds of the training rows, judged by cards without pairs, and how
 * its log-odds must be straightened to hold on those rows. Ties go to the lighter; no test row is looked at.
 */
export function chooseStrength(task: TrainingTask, rule: Omit<TrainingRule, keyof Strength>): Choice {
  let best = {
    strength: strengths[0] as Strength,
    loss: Infinity,
    margins: new Float64Array() as Float64Array,
  };
  for (const strength of strengths) {
    const margins = heldOutMargins(task, { ...rule, ...strength });
    const loss = logLoss(margins, task.bad, task.rows);
    if (loss < best.loss) best = { strength, loss, margins };
  }
  return { strength: best.strength, calibration: calibrate(best.margins, task) };
}

/** Log-odds of every training row by a card that did not see its fold, in the order of the rows. */
function heldOutMargins(task: TrainingTask, rule: TrainingRule): Float64Array {
  const all = new Float64Array(task.rows.length);
  for (let fold = 0; fold < task.foldCount; fold++) {
    const inside = task.rows.filter((row) => task.folds[row] !== fold);
    const outside = task.rows.filter((row) => task.folds[row] === fold);
    const part = { ...task, rows: inside };
    const { terms, beta } = fitParts(selectMains(binAll(part, rule, rule.maxBins), part, rule), part, rule);
    const margins = marginsOf(terms, beta, outside);
    for (let i = 0, k = 0; i < all.length; i++)
      if (task.folds[task.rows[i] as number] === fold) all[i] = margins[k++] as number;
  }
  return all;
}

/** Slope between a half and two, so that few rows cannot turn the scale. */
function calibrate(margins: Float64Array, { bad, rows }: TrainingTask): Calibration {
  const y = new Uint8Array(rows.length);
  for (let i = 0; i < y.length; i++) y[i] = bad[rows[i] as number] as number;
  const { beta } = fitLogistic({ x: margins, d: 1, y, ridge: 1e-6 });
  const [slope = 1, offset = 0] = beta;
  if (!(slope >= 0.5 && slope <= 2)) return { slope: 1, offset: 0 };
  return { slope, offset };
}
