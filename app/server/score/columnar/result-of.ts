import { latestRow } from '~/domain/feature/columnar/latest-row.ts';
import { gaps, type Tape } from '~/domain/feature/columnar/tape.ts';
import type { FeatureValue } from '~/domain/feature/compute.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import type { Card } from '~/domain/score/card.ts';
import { noVeto } from '~/domain/score/columnar/card-tape.ts';
import type { ScoreTask } from '~/domain/score/columnar/score-range.ts';
import { scoreFirm } from '~/domain/score/score.ts';
import type { ScoreResult } from '~/domain/score/sheet.ts';
import { uuidText } from '~/server/feature/segments/key-index.ts';

const nothing: readonly FeatureFact[] = [];

/** What a sheet says of one subject of a task that was run: its values, lines, reasons, and the record of a veto. */
export function resultOf(card: Card, task: ScoreTask, subject: number): ScoreResult {
  const tape = task.tapes[task.tape[subject] as number] as Tape;
  const { values, gaps: numbers } = task.answers;
  const at = subject * tape.features;
  const vetoFact = vetoRecord(task, tape, subject);
  const features: FeatureValue[] = Array.from({ length: tape.features }, (_, f) => {
    const gap = gaps[numbers[at + f] as number] ?? null;
    const evidence = vetoFact?.feature === f ? [vetoFact.fact] : nothing;
    return { value: gap === null ? (values[at + f] as number) : null, gap, evidence, isStale: false };
  });
  return scoreFirm(card, features);
}

/** The record that a veto quotes: the latest one that counts for its feature. */
function vetoRecord(task: ScoreTask, tape: Tape, subject: number) {
  const veto = task.scores.veto[subject] as number;
  if (veto === noVeto) return null;
  const feature = task.card.vetoFeature[veto] as number;
  const firm = task.firm[subject] as number;
  const span = { from: task.start[firm] as number, to: task.end[firm] as number };
  const row = latestRow(tape, task.columns, span, task.seen, feature);
  return { feature, fact: { id: uuidText(task.columns.id, row * 16) } as FeatureFact };
}
