import { z } from 'zod';
import { addMonths, type Day } from '~/domain/kernel/day.ts';

/** What a loan did in the months after it was granted, as a label for training. */
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

const whole = z.int().min(1);

/** What counts as bad (policy `loan-outcome`): so many days past due within so many months, and what is left out. */
export const outcomeRuleSchema = z
  .object({ performanceMonths: whole, badFromDays: whole, indeterminateFromDays: whole })
  .refine((rule) => rule.indeterminateFromDays <= rule.badFromDays);
export type OutcomeRule = z.output<typeof outcomeRuleSchema>;

/**
 * The label of a loan: bad when it was past due as long as the rule says within its months, or lost by then;
 * indeterminate below that, left out of training; good otherwise. A loan that is neither bad yet nor settled is too young
 * to tell until the months have passed.
 */
export function loanOutcome(loan: LoanHistory, today: Day, rule: OutcomeRule): LoanOutcome {
  const end = addMonths(loan.grantedOn, rule.performanceMonths);
  const until = today < end ? today : end;
  const worst = loan.pastDue.reduce((most, { on, days }) => (on <= until ? Math.max(most, days) : most), 0);
  if (worst >= rule.badFromDays || (loan.lossOn !== null && loan.lossOn <= until)) return 'bad';
  const isOver = today >= end || (loan.settledOn !== null && loan.settledOn <= today);
  if (!isOver) return 'too-young';
  return worst >= rule.indeterminateFromDays ? 'indeterminate' : 'good';
}
