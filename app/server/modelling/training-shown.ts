import type { Refusal } from '~/domain/kernel/result.ts';
import { type LoanCounts, loanCountsSchema } from '~/domain/modelling/own-loans.ts';
import type { Ranked } from '~/domain/score/training/train-with-repeats.ts';
import type { trainings } from '~/server/modelling/store-own.ts';

type Row = Awaited<ReturnType<typeof trainings>>[number];

export type TrainingShown = {
  readonly id: string;
  readonly version: string;
  readonly purpose: string;
  /** Features whose bins were asked to be monotone, as asked; empty for none. */
  readonly monotone: string;
  readonly state: 'ordered' | 'done' | 'refused';
  readonly at: string;
  readonly counts: LoanCounts | null;
  readonly test: Ranked | null;
  readonly refusal: Refusal | null;
};

/** A training as pages show it. */
export const trainingShown = (row: Row): TrainingShown => ({
  id: row.id,
  version: row.version,
  purpose: row.purpose,
  monotone: row.monotone,
  state: row.state as TrainingShown['state'],
  at: row.orderedAt.toISOString(),
  counts: row.counts === null ? null : loanCountsSchema.parse(row.counts),
  test: (row.ranked as { test: Ranked | null } | null)?.test ?? null,
  refusal: row.refusal as Refusal | null,
});
