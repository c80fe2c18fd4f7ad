import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { precisionAt } from '~/domain/monitoring/early-warning/alert-rate.ts';
import { earlyWarningFeatures } from '~/domain/monitoring/early-warning/history.ts';
import { scoreFrame } from '~/domain/score/statistical/score-table.ts';
import { type FrameRefusal, frameOfTable } from '~/domain/score/training/frame-of-table.ts';
import { type RawTable, tableBuilder } from '~/domain/score/training/raw-table.ts';
import { splitRows } from '~/domain/score/training/split.ts';
import { type TrainingRefusal, trainWithRepeats } from '~/domain/score/training/train-with-repeats.ts';
import { type CcfFirm, type CcfRefusal, ccfNames, readCcf } from '~/server/monitoring/read-ccf.ts';

export type EarlyWarningReplay = {
  /** Firms with a label. */
  readonly firms: number;
  readonly bad: number;
  /** Firms kept apart for the test; all measures are of these. */
  readonly tested: number;
  readonly auc: number;
  readonly ks: number;
  /** Mean and deviation of the AUC over salted splits; null without repeats. */
  readonly aucMean: number | null;
  readonly aucSd: number | null;
  /** Share of bad firms among the five per cent with the highest risk. */
  readonly precisionAt5: number;
  /** Share of bad firms among all that were tested: what a blind alert would hit. */
  readonly baseRate: number;
  /** The same with nothing but tax and news known of the firms. */
  readonly taxAndNews: { readonly auc: number; readonly precisionAt5: number };
};

const fivePerCent = 50_000;

type Options = { readonly repeats?: number; readonly onDone?: () => void };

/**
 * Trains the early-warning score (预警分) on seven tenths of the firms of CCF 2020, by the split of their ids, and says how
 * it ranks the others by whether they were later found raising funds illegally. It is a scorecard like those of lending,
 * trained by the same trainer, over the features of monitoring.
 */
export async function replayCcf(
  folder: string,
  { repeats = 0, onDone = () => undefined }: Options = {},
): Promise<Result<EarlyWarningReplay, CcfRefusal | FrameRefusal | TrainingRefusal>> {
  const read = await readCcf(folder);
  if (!read.ok) return read;
  const { firms, asOf } = read.value;
  const whole = rankFirms(firms, asOf, ccfNames, { repeats, onDone });
  if (!whole.ok) return whole;
  const narrow = rankFirms(firms, asOf, { figures: [], counts: [] }, { repeats: 0, onDone: () => undefined });
  if (!narrow.ok) return narrow;
  const { auc, precisionAt5 } = narrow.value;
  const bad = firms.reduce((n, firm) => n + Number(firm.isBad), 0);
  return accept({ firms: firms.length, bad, ...whole.value, taxAndNews: { auc, precisionAt5 } });
}

type Names = { readonly figures: readonly string[]; readonly counts: readonly string[] };

function rankFirms(firms: readonly CcfFirm[], asOf: Day, names: Names, plan: Required<Options>) {
  const table = tableOf(firms, names, asOf);
  const wishes = { label: 'label', badValue: '1', id: 'id', exclude: [], category: [], derive: [] };
  const cases = frameOfTable(table, wishes);
  if (!cases.ok) return cases;
  const { frame } = cases.value;
  const head = { version: 'early-warning', label: { column: 'label', bad: '1' } };
  const trained = trainWithRepeats(frame, { head, split: 'sha10', ...plan });
  if (!trained.ok) return trained;
  const { card, test } = trained.value;
  const rows = splitRows(frame.ids, 0).test;
  const risk = scoreFrame(card, frame, rows).map((milliPoints) => -milliPoints);
  const bad = Uint8Array.from(rows, (row) => frame.bad[row] as number);
  return accept({
    tested: rows.length,
    auc: test?.auc ?? Number.NaN,
    ks: test?.ks ?? Number.NaN,
    aucMean: test?.aucMean ?? null,
    aucSd: test?.aucSd ?? null,
    precisionAt5: sixth(precisionAt(risk, bad, fivePerCent) ?? 0),
    baseRate: sixth(bad.reduce((a, b) => a + b, 0) / bad.length),
  });
}

const sixth = (value: number): number => Math.round(value * 1e6) / 1e6;

function tableOf(firms: readonly CcfFirm[], names: Names, asOf: Day): RawTable {
  const nothing = { taxes: [], news: [], reports: [], counts: {} };
  const columns = Object.keys(earlyWarningFeatures(nothing, names, asOf));
  const builder = tableBuilder(['id', 'label', ...columns]);
  for (const { id, isBad, history } of firms) {
    const seen = names.figures.length === 0 ? { ...history, reports: [] } : history;
    const features = earlyWarningFeatures(seen, names, asOf);
    builder.add([id, isBad ? '1' : '0', ...columns.map((name) => String(features[name] ?? ''))]);
  }
  return builder.finish();
}
