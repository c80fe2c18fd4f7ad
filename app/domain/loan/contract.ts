import type { Day } from '~/domain/kernel/day.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import type { Due } from '~/domain/loan/dpd.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { DueTerms } from '~/domain/product/due-dates.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';

/** What a loan contract says at its start; everything later is an event. */
export type LoanContract = {
  /** Yearly rate on the day of the first drawdown. */
  readonly rate: Ppm;
  readonly dayCount: DayCount;
  readonly method: RepaymentMethod;
  readonly termMonths: number;
  /** First drawdown (放款日): due dates fall on its day of the month unless the contract says otherwise. */
  readonly startOn: Day;
  /**
   * What the loan that this one renews still owed when it was renewed (无还本续贷): it stays due on its own dates, so
   * that a new contract does not reset the days past due of a bad loan (domain.md, edge case 14).
   */
  readonly carried?: readonly Due[];
} & DueTerms;
