import type { Columns, Extents } from '~/domain/feature/columnar/columns.ts';
import { foldRows, newRemains } from '~/domain/feature/columnar/fold.ts';
import { type Answers, settleFirm } from '~/domain/feature/columnar/settle.ts';
import type { Tape } from '~/domain/feature/columnar/tape.ts';
import type { CardTape } from './card-tape.ts';
import { type Scores, scoreRow } from './score-row.ts';

/** Everything that scoring needs, in arrays that threads may share. A subject is a firm under one tape. */
export type ScoreTask = Extents & {
  readonly columns: Columns;
  readonly card: CardTape;
  readonly tapes: readonly Tape[];
  /** See `momentsSeen`. */
  readonly seen: Uint8Array;
  readonly firm: Uint32Array;
  readonly tape: Uint16Array;
  readonly answers: Answers;
  readonly scores: Scores;
  /** The next subject that nobody has taken yet. */
  readonly next: Int32Array;
};

const taken = 256;

/** Scores the subjects that are left, some at a time, until none is; several threads may do so at once. */
export function scoreRemaining(task: ScoreTask): void {
  const { columns, card, tapes, seen, firm, start, end, answers, scores, next } = task;
  const features = tapes[0]?.features ?? 0;
  const remains = newRemains(features);
  for (;;) {
    const from = Atomics.add(next, 0, taken);
    const to = Math.min(from + taken, firm.length);
    if (from >= to) return;
    for (let subject = from; subject < to; subject++) {
      const tape = tapes[task.tape[subject] as number] as Tape;
      const f = firm[subject] as number;
      foldRows(tape, columns, start[f] as number, end[f] as number, seen, remains);
      settleFirm(tape, columns, remains, answers, subject * features);
      scoreRow(card, answers, subject * features, remains.rows, scores, subject);
    }
  }
}

const bytes = (n: number) => new Uint8Array(new SharedArrayBuffer(n));
const numbers = (n: number) => new Int32Array(new SharedArrayBuffer(n * 4));

/** Room for the answers of so many subjects. */
export const roomFor = (subjects: number, features: number, indicators: number) => ({
  answers: {
    values: new Float64Array(new SharedArrayBuffer(subjects * features * 8)),
    gaps: bytes(subjects * features),
  },
  scores: {
    milli: numbers(subjects),
    coverage: numbers(subjects),
    grade: bytes(subjects),
    veto: bytes(subjects),
    bins: bytes(subjects * indicators),
  },
  next: numbers(1),
});
