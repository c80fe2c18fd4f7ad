import type { Day } from '~/domain/kernel/day.ts';

/*
 * How an assessment explains itself: a rule's code and the figures it worked with, in values that JSON keeps
 * (fen as digit strings, rates in ppm). The sentences are in `app/text/policy.ts`.
 */

/** What may limit a compensation payment. */
export type Bound = 'share' | 'borrower-cap' | 'year-cap' | 'pool' | 'remaining-loss';

type Limited = {
  readonly bound: Exclude<Bound, 'share'>;
  readonly limitFen: string;
  readonly beforeFen: string;
  readonly afterFen: string;
};

/** What takes something off a full subsidy, with the figures that say so. */
export type Cut =
  | { readonly by: 'part'; readonly eligibleFen: string; readonly principalFen: string }
  | { readonly by: 'period'; readonly from: Day; readonly until: Day; readonly maturityOn: Day }
  | { readonly by: 'borrower-cap'; readonly capFen: string; readonly usedFen: string }
  | { readonly by: 'rate-room'; readonly contractPpm: number; readonly localPpm: number }
  | { readonly by: 'year-cap'; readonly capFen: string }
  | { readonly by: 'amount-cap'; readonly capFen: string; readonly usedFen: string };

/** A step on the way to an amount. */
export type Line =
  | {
      readonly code: 'band';
      readonly principalFen: string;
      readonly upToFen: string;
      readonly sharePpm: number;
    }
  | { readonly code: 'guarantor-mode'; readonly sharePpm: number }
  | { readonly code: 'add-on'; readonly flags: readonly string[]; readonly sharePpm: number }
  | { readonly code: 'ceiling'; readonly summedPpm: number; readonly ceilingPpm: number }
  | { readonly code: 'shares-by-cause'; readonly lowestPpm: number; readonly highestPpm: number }
  | {
      readonly code: 'compensation-up-to';
      readonly principalFen: string;
      readonly sharePpm: number;
      readonly amountFen: string;
    }
  | { readonly code: 'flat-share'; readonly sharePpm: number }
  | { readonly code: 'above-bands'; readonly principalFen: string }
  | {
      readonly code: 'cause';
      readonly cause: string;
      readonly sharePpm: number;
      readonly others: readonly string[];
    }
  | { readonly code: 'negotiated' }
  | { readonly code: 'determination-missing'; readonly cause: string; readonly requires: string }
  | { readonly code: 'share-not-published' }
  | { readonly code: 'not-enrolled' }
  | { readonly code: 'fuse-blown' }
  | {
      readonly code: 'eligible-loss';
      readonly unpaidFen: string;
      readonly recoveredFen: string;
      readonly eligibleFen: string;
    }
  | {
      readonly code: 'share-of-loss';
      readonly eligibleFen: string;
      readonly sharePpm: number;
      readonly amountFen: string;
    }
  | ({ readonly code: 'limited' } & Limited)
  | ({ readonly code: 'within' } & Limited)
  | {
      readonly code: 'came-back';
      readonly netFen: string;
      readonly lossFen: string;
      readonly partFen: string;
      readonly amountFen: string;
    }
  | { readonly code: 'waits'; readonly askedFen: string; readonly poolFen: string }
  | { readonly code: 'paid-least'; readonly bound: Bound; readonly amountFen: string }
  | { readonly code: 'sector'; readonly sector: string }
  | {
      readonly code: 'borne-line';
      readonly lprPpm: number;
      readonly plusPpm: number;
      readonly linePpm: number;
      readonly contractPpm: number;
    }
  | { readonly code: 'full-subsidy'; readonly appliedPpm: number; readonly amountFen: string }
  | ({ readonly code: 'reduced'; readonly beforeFen: string; readonly afterFen: string } & Cut)
  | { readonly code: 'interest-share'; readonly sharePpm: number; readonly contractPpm: number }
  | {
      readonly code: 'points';
      readonly schemePpm: number;
      readonly contractPpm: number;
      readonly localPpm: number;
      readonly appliedPpm: number;
    }
  | {
      readonly code: 'principal-cap';
      readonly capFen: string;
      readonly usedFen: string;
      readonly leftFen: string;
    }
  | { readonly code: 'period'; readonly from: Day; readonly until: Day; readonly days: number }
  | {
      readonly code: 'interest-subsidised';
      readonly appliedPpm: number;
      readonly dayCount: string;
      readonly amountFen: string;
    }
  | { readonly code: 'year-amount-cap'; readonly capFen: string; readonly amountFen: string }
  | { readonly code: 'amount-cap'; readonly capFen: string }
  | {
      readonly code: 'funded';
      readonly payer: string;
      readonly sharePpm: number;
      readonly amountFen: string;
    };

/** Why a scheme pays nothing for a loan. */
export type Reason =
  | { readonly code: 'outside-region'; readonly region: string | null; readonly regions: readonly string[] }
  | {
      readonly code: 'outside-sectors';
      readonly industry: string | null;
      readonly sectors: readonly string[];
    }
  | { readonly code: 'size-undetermined' }
  | { readonly code: 'outside-sizes'; readonly size: string; readonly sizes: readonly string[] }
  | { readonly code: 'outside-purposes'; readonly purpose: string; readonly purposes: readonly string[] }
  | { readonly code: 'not-on-list'; readonly lists: readonly string[] }
  | { readonly code: 'principal-outside'; readonly principalFen: string; readonly maxFen: string }
  | { readonly code: 'term-too-long'; readonly termMonths: number; readonly maxMonths: number }
  | { readonly code: 'contract-outside-window'; readonly on: Day; readonly from: Day; readonly to: Day }
  | { readonly code: 'drawdown-outside-window'; readonly on: Day; readonly from: Day; readonly to: Day }
  | { readonly code: 'excluded-industry'; readonly industry: string }
  | { readonly code: 'lacks-flags'; readonly flags: readonly string[] }
  | { readonly code: 'lender-not-listed'; readonly lender: string; readonly lenders: number }
  | { readonly code: 'rate-too-high'; readonly contractPpm: number; readonly maxPpm: number }
  | { readonly code: 'share-unknown' }
  | { readonly code: 'lpr-unknown' }
  | { readonly code: 'excluded-by'; readonly scheme: string }
  | { readonly code: 'period-over'; readonly from: Day; readonly months: number }
  | { readonly code: 'not-new-money' }
  | { readonly code: 'already-subsidised'; readonly scheme: string }
  | { readonly code: 'better-scheme-chosen'; readonly scheme: string }
  | { readonly code: 'cap-used-up'; readonly capFen: string; readonly usedFen: string }
  | { readonly code: 'rate-used-up'; readonly contractPpm: number; readonly localPpm: number };
