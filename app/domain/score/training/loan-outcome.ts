import { addMonths, type Day } from '~/domain/kernel/day.ts';

/** What a loan did in the year after it was granted, as a label for training. */
export type LoanOutcome = 'good' | 'bad' | 'indeterminate' | 'too-young';

/** A loan as the platform saw it. */
export type LoanHistory = {
  readonly grantedOn: Day;
  /** The highest days past due on each day they were reckoned. */
  readonly pastDue: readonly { readonly on: Day; readonly days: number }[];
  /** The day its loss was determined, if ever. */
  readonly lossOn: Day | null;
  /** The day it was settled in full, if it was. */
  readonly settledOn: Day | null;
};

const performanceMonths = 12;
const badFrom = 90;
const indeterminateFrom = 30;

/**
 * The label of a loan (issue "The score"): bad when 90 days past due or more within 12 months, or lost by then;
 * indeterminate at 30–89 days, left out of training; good otherwise. A loan that is neither bad yet nor settled is too
 * young to tell until the 12 months have passed.
 */
export function loanOutcome(loan: LoanHistory, today: Day): LoanOutcome {
  const end = addMonths(loan.grantedOn, performanceMonths);
  const until = today < end ? today : end;
  const worst = loan.pastDue.reduce((most, { on, days }) => (on <= until ? Math.max(most, days) : most), 0);
  if (worst >= badFrom || (loan.lossOn !== null && loan.lossOn <= until)) return 'bad';
  const isOver = today >= end || (loan.settledOn !== null && loan.settledOn <= today);
  if (!isOver) return 'too-young';
  return worst >= indeterminateFrom ? 'indeterminate' : 'good';
}
