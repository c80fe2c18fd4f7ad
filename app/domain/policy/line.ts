import type { Day } from '~/domain/kernel/day.ts';

/*
 * How an assessment explains itself: a rule's code and the figures it worked with, in values that JSON keeps
 * (fen as digit strings, rates in ppm). The sentences are in `app/text/policy.ts`.
 */

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
  | {
      readonly code: 'paid-least';
      readonly bound: 'share' | 'borrower-cap' | 'year-cap' | 'pool' | 'remaining-loss';
      readonly amountFen: string;
    }
  | { readonly code: 'sector'; readonly sector: string }
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
  | { readonly code: 'not-new-money' }
  | { readonly code: 'already-subsidised'; readonly scheme: string }
  | { readonly code: 'better-scheme-chosen'; readonly scheme: string }
  | { readonly code: 'cap-used-up'; readonly capFen: string; readonly usedFen: string }
  | { readonly code: 'rate-used-up'; readonly contractPpm: number; readonly localPpm: number };
