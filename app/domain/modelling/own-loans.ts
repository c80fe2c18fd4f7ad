import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type LoanHistory, loanOutcome, type OutcomeRule } from '~/domain/score/training/loan-outcome.ts';

/** A loan of the platform with what became of it, through every renewal of the same money. */
export type OwnLoan = {
  readonly id: string;
  readonly enterpriseId: string;
  /** A renewal goes on with money that another loan of the list stands for. */
  readonly isRenewal: boolean;
  readonly history: LoanHistory;
};

const count = z.int().min(0);

/** Loans by what became of them; only good and bad ones train. `unseen`: nothing was known of the firm when it was granted. */
export const loanCountsSchema = z.object({
  loans: count,
  good: count,
  bad: count,
  indeterminate: count,
  young: count,
  renewals: count,
  unseen: count,
});
export type LoanCounts = z.output<typeof loanCountsSchema>;

export type Labelled = { readonly loan: OwnLoan; readonly isBad: boolean };

/** The loans that can train, and how many of all fall out for which reason. */
export function labelLoans(
  loans: readonly OwnLoan[],
  today: Day,
  rule: OutcomeRule,
): { readonly labelled: readonly Labelled[]; readonly counts: LoanCounts } {
  const labelled: Labelled[] = [];
  const counts = { loans: loans.length, good: 0, bad: 0, indeterminate: 0, young: 0, renewals: 0, unseen: 0 };
  for (const loan of loans) {
    const outcome = loan.isRenewal ? 'renewal' : loanOutcome(loan.history, today, rule);
    if (outcome === 'renewal') counts.renewals++;
    else if (outcome === 'too-young') counts.young++;
    else if (outcome === 'indeterminate') counts.indeterminate++;
    else labelled.push({ loan, isBad: outcome === 'bad' });
  }
  return { labelled, counts };
}

type Least = { readonly leastOutcomes: number; readonly leastBads: number };
type Few = { readonly loans: number; readonly bads: number } & Least;
export type OwnRefusal =
  | ({ readonly code: 'modelling.too-few-loans' } & Few)
  | { readonly code: 'modelling.nothing-ranks' }
  | { readonly code: 'modelling.version-taken' };

/** Whether so many good and bad loans are enough to train on: the least of the policy `model-monitoring`, bads and goods alike. */
export function checkEnough(
  { good, bad }: Pick<LoanCounts, 'good' | 'bad'>,
  { leastOutcomes, leastBads }: Least,
): Result<null, OwnRefusal> {
  const isEnough = good + bad >= leastOutcomes && Math.min(good, bad) >= leastBads;
  if (isEnough) return accept(null);
  return refuse({ code: 'modelling.too-few-loans', loans: good + bad, bads: bad, leastOutcomes, leastBads });
}
