import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { scoreFrame } from '~/domain/score/statistical/score-table.ts';
import type { Frame } from './frame.ts';
import { meanAndDeviation, type Ranking, ranking } from './measures.ts';
import { type Monotone, nothingMonotone } from './monotone.ts';
import { type Split, splitRows } from './split.ts';
import { trainCard } from './train-card.ts';

/** AUC and KS to six decimals. */
export type Ranked = Ranking;

export type TrainingPlan = {
  readonly head: Pick<StatisticalCard, 'version' | 'label'>;
  /** `sha10`: seven tenths train, the rest test; `none`: all rows train. */
  readonly split: 'sha10' | 'none';
  /** Salted splits beside the plain one, each with a card of its own. */
  readonly repeats: number;
  /** Columns whose bins must be monotone, and which way. */
  readonly monotone?: Monotone;
  readonly onDone?: () => void;
};

export type TrainedCard = {
  readonly card: StatisticalCard;
  readonly train: Ranked;
  /** Null where all rows trained; the mean and deviation null without repeats. */
  readonly test: (Ranked & { readonly aucMean: number | null; readonly aucSd: number | null }) | null;
};

export type TrainingRefusal =
  | { readonly code: 'card.split-one-class' }
  | { readonly code: 'card.nothing-ranks' }
  | { readonly code: 'card.monotone-unknown'; readonly column: string };

/** Trains a card and measures it on rows it never saw, by its own integer points; then repeats with salted splits. */
export function trainWithRepeats(frame: Frame, plan: TrainingPlan): Result<TrainedCard, TrainingRefusal> {
  const asked = plan.monotone ?? nothingMonotone;
  const isNumber = (column: string) =>
    frame.columns.some(({ name, kind }) => name === column && kind === 'number');
  const odd = [...asked.keys()].find((column) => !isNumber(column));
  if (odd !== undefined) return refuse({ code: 'card.monotone-unknown', column: odd });
  const splits = plan.split === 'none' ? [allRows(frame)] : splitsOf(frame, plan.repeats);
  if (splits.some((split) => !isUsable(split, frame))) return refuse({ code: 'card.split-one-class' });
  const cards: { readonly card: StatisticalCard; readonly split: Split }[] = [];
  for (const split of splits) {
    const card = trainCard(frame, split.train, plan.head, asked);
    if (!card) return refuse({ code: 'card.nothing-ranks' });
    cards.push({ card, split });
    plan.onDone?.();
  }
  const [{ card, split }] = cards as [(typeof cards)[number]];
  const train = rankedBy(card, frame, split.train);
  if (plan.split === 'none') return accept({ card, train, test: null });
  const again = cards.slice(1).map((each) => rankedBy(each.card, frame, each.split.test).auc);
  const { mean, sd } = meanAndDeviation(again);
  const spread =
    again.length > 0 ? { aucMean: sixth(mean), aucSd: sixth(sd) } : { aucMean: null, aucSd: null };
  return accept({ card, train, test: { ...rankedBy(card, frame, split.test), ...spread } });
}

const splitsOf = ({ ids }: Frame, repeats: number): Split[] =>
  Array.from({ length: repeats + 1 }, (_, repeat) => splitRows(ids, repeat));

const allRows = ({ bad }: Frame): Split => ({ train: Uint32Array.from(bad.keys()), test: new Uint32Array() });

/** Both sides hold goods and bads; an empty side is nothing to measure and fine. */
function isUsable({ train, test }: Split, { bad }: Frame): boolean {
  return [train, test].every((rows) => {
    const bads = rows.reduce((n, row) => n + (bad[row] as number), 0);
    return rows === test && rows.length === 0 ? bad.length === train.length : bads > 0 && bads < rows.length;
  });
}

/** Ranks by points: the fewer, the riskier. */
function rankedBy(card: StatisticalCard, frame: Frame, rows: Uint32Array): Ranked {
  const risk = scoreFrame(card, frame, rows).map((milliPoints) => -milliPoints);
  const { n, auc, ks } = ranking(
    risk,
    Uint8Array.from(rows, (row) => frame.bad[row] as number),
  );
  return { n, auc: sixth(auc), ks: sixth(ks) };
}

const sixth = (value: number): number => Math.round(value * 1e6) / 1e6;
