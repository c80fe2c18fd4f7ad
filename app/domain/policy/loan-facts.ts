import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import type { MoneyBefore } from '~/domain/policy/continued-money.ts';
import type { Counted } from '~/domain/policy/counted-balance.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';

/** Marks of a loan that schemes ask for. */
export const loanFlags = [
  'key-list',
  'ip-pledge',
  'receivable-pledge',
  'monetary-tool',
  'guaranteed',
  'insured',
  'unsecured',
  'first-loan',
  'policy-instrument',
] as const;
export type LoanFlag = (typeof loanFlags)[number];

/** The balance from a day (inclusive) until the next span. */
export type BalanceSpan = { readonly from: Day; readonly balance: Fen };

export type Borrower = {
  /** Codes from province or section down; empty when unknown. */
  readonly regionPath: readonly string[];
  readonly industryPath: readonly string[];
  readonly size: SizeClass | 'undetermined';
  readonly kind: 'company' | 'sole-trader';
  /** Department lists the borrower is on. */
  readonly lists: readonly string[];
};

/** A loan as the schemes see it at disbursement. */
export type LoanFacts = {
  readonly borrower: Borrower;
  readonly principal: Fen;
  /** Yearly rate of the contract. */
  readonly rate: Ppm;
  readonly dayCount: DayCount;
  readonly termMonths: number;
  readonly contractOn: Day;
  /** First drawdown. */
  readonly drawnOn: Day;
  readonly maturityOn: Day;
  /** Balance as planned from the first drawdown, in order; zero from the day the loan is paid off. */
  readonly balances: readonly BalanceSpan[];
  readonly purpose: string;
  readonly flags: readonly LoanFlag[];
  /** The same money under a new contract (无还本续贷, refinancing). */
  readonly renewal: boolean;
  /** Central schemes that already subsidise or subsidised this money under whatever contract. */
  readonly centralSubsidies: readonly string[];
  /** Points of interest that local schemes already pay on it. */
  readonly localSubsidy: Ppm;
  /** Principal that the borrower has out under a scheme at all banks together, by scheme code. */
  readonly capUsed: { readonly [schemeCode: string]: Fen };
  /** The bank by its Chinese name and the lists of lenders on which it stands; left out where it is not known. */
  readonly lender?: { readonly name: string; readonly lists: readonly string[] };
  /** The same day by day, where it is known: it stands in place of `capUsed`. */
  readonly capUse?: { readonly [schemeCode: string]: readonly Counted[] };
  /** Where the money was before this contract; nothing for money that is drawn for the first time. */
  readonly money?: MoneyBefore;
  /** LPR in force on the day of the contract; schemes that start from it ask for it. */
  readonly lpr?: { readonly oneYear: Ppm; readonly fiveYear: Ppm };
};
