import type { Coverage } from '~/domain/policy/coverage.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';

/** When a bank has lost more than this share of the year's enrolled principal, its claims are deferred (熔断). */
export type FuseRule = {
  readonly sharePpm: number;
  /** Whether recoveries already received are taken off the loss. */
  readonly basis: 'gross' | 'net';
};

/** Share by size of the loan with add-ons and a ceiling, as Guangzhou 2025. */
export type BySizeRules = {
  readonly form: 'by-size';
  readonly coverage: Coverage;
  /** In order; a loan of up to so many 万元 takes the band's share, one above the last band takes none. */
  readonly bands: readonly { readonly upToWan: number; readonly sharePpm: number }[];
  /** Each adds its points once when the loan has any of its flags. */
  readonly addOns: readonly { readonly anyOf: readonly LoanFlag[]; readonly sharePpm: number }[];
  readonly ceilingPpm: number;
  readonly yearCapWan: number;
  /** A guaranteed loan is compensated through its guarantor only; the two modes exclude each other. */
  readonly guarantorMode: { readonly sharePpm: number; readonly yearCapWan: number };
  readonly fuse: FuseRule;
};

/** Why a loan was lost, as Leiyang 2016 tells causes apart. */
export const lossCauses = [
  'market',
  'disaster-or-illness',
  'wilful-default',
  'township-recommended',
  'bank-negligence',
  'other',
] as const;
export type LossCause = (typeof lossCauses)[number];

/** Share by cause of the loss, as Leiyang 2016. */
export type ByCauseRules = {
  readonly form: 'by-cause';
  readonly coverage: Coverage;
  readonly causes: readonly {
    readonly cause: LossCause;
    /** Null: government and bank agree case by case. */
    readonly sharePpm: number | null;
    /** Holds against every other cause that is proven too. */
    readonly dominates?: boolean;
    /** The determination that must be on file before the cause counts. */
    readonly requires?: string;
  }[];
  readonly loanWan: { readonly min: number; readonly max: number };
  readonly maxTermMonths: number;
  readonly leverage: number;
};

export type CompensationRules = BySizeRules | ByCauseRules;
