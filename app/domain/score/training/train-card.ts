import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { chooseStrength } from './choose-strength.ts';
import { codeColumn } from './code-column.ts';
import { compileModel } from './compile-card.ts';
import { marginsOf } from './design.ts';
import { fitCard } from './fit-card.ts';
import type { Frame } from './frame.ts';
import { ranking } from './measures.ts';
import { type Monotone, nothingMonotone } from './monotone.ts';
import { trainingRule } from './rule.ts';

const foldCount = 5;

/**
 * Trains a card on chosen rows of a table: the same rows give the same card to the last digit. How hard it is held back
 * is chosen by cross-validation inside these rows; nothing else depends on the data set. Null where no column ranks.
 */
export function trainCard(
  frame: Frame,
  rows: Uint32Array,
  head: Pick<StatisticalCard, 'version' | 'label'>,
  monotone: Monotone = nothingMonotone,
): StatisticalCard | null {
  const preBins = Math.max(20, Math.min(trainingRule.preBins, Math.floor(rows.length / 40)));
  const coded = frame.columns.map((column) => codeColumn(column, rows, preBins));
  const trends = new Map(
    frame.columns.flatMap(({ name }, column) => {
      const trend = monotone.get(name);
      return trend ? [[column, trend] as const] : [];
    }),
  );
  const task = { coded, bad: frame.bad, rows, folds: foldsOf(frame.bad.length), foldCount, trends };
  const { strength, calibration } = chooseStrength(task, trainingRule);
  const model = fitCard(task, { ...trainingRule, ...strength });
  if (model.parts.length === 0) return null;
  const bad = Uint8Array.from(rows, (row) => frame.bad[row] as number);
  const { auc, ks } = ranking(marginsOf(model.terms, model.beta, rows), bad);
  const trained = {
    rows: rows.length,
    bads: bad.reduce((a, b) => a + b, 0),
    aucPpm: Math.round(auc * 1e6),
    ksPpm: Math.round(ks * 1e6),
  };
  const columns = frame.columns;
  return compileModel({ model, columns, coded, calibration, strength, head: { ...head, trained } });
}

/** The fold of each row by a multiplicative hash of its number, so that an order in the file does not matter. */
function foldsOf(n: number): Uint8Array {
  const folds = new Uint8Array(n);
  for (let i = 0; i < n; i++) folds[i] = (Math.imul(i + 1, 2_654_435_761) >>> 8) % foldCount;
  return folds;
}
