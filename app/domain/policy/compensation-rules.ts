import type { Coverage } from '~/domain/policy/coverage.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';

/**
 * When losses in one hand grow beyond a share, claims are deferred (熔断). `loss`: losses paid and held ÷ principal
 * enrolled in the year. `overdue`: overdue balance ÷ balance outstanding.
 */
export type FuseRule = {
  readonly sharePpm: number;
  /** Whether recoveries already received are taken off the loss. */
  readonly basis: 'gross' | 'net';
  readonly measure: 'loss' | 'overdue';
  /** Whether the share itself already blows the fuse (达到) or only more than it (超过). */
  readonly trigger: 'above' | 'reached';
};

/** Where a pool's money comes from and how large it may grow. */
export type PoolRules = {
  readonly initialWan: number | null;
  readonly maxWan: number | null;
  /** Who fills it, in parts: province 1, city 2. */
  readonly sources: readonly { readonly payer: string; readonly parts: number }[];
  /** Enrolled lending is at most so many times the pool; null where nothing is said. */
  readonly leverage: number | null;
  /** Kept in an account of its own (封闭运行). */
  readonly ringFenced: boolean;
};

/** Adds its points once when the loan has any of its flags. */
export type AddOn = { readonly anyOf: readonly LoanFlag[]; readonly sharePpm: number };

/** A guaranteed loan is compensated through its guarantor only; the two modes exclude each other. */
export type GuarantorMode = {
  readonly sharePpm: number;
  readonly yearCapWan: number | null;
  readonly fuse: FuseRule | null;
};

/** What every compensation scheme says of its money, whatever way it reaches its share. */
type Frame = {
  readonly coverage: Coverage;
  readonly pool: PoolRules | null;
  readonly borrowerCapWan: number | null;
  readonly yearCapWan: number | null;
  readonly fuse: FuseRule | null;
  /** A loan that was not enrolled at disbursement is not compensated (domain.md G6). */
  readonly enrolmentRequired: boolean;
  /** What a claim gets that is larger than what the pool still holds: the rest of the pool, or its turn when it is filled. */
  readonly straddling: 'partial' | 'wait';
  /** All payers together bear at most so much of the loss; the whole loss where a scheme says nothing. */
  readonly togetherPpm: number;
  /** Other public payers that may pay on the same loss (叠加). */
  readonly alongside: readonly string[];
};

/** Share by size of the loan with add-ons and a ceiling, as Guangzhou 2025. */
export type BySizeRules = Frame & {
  readonly form: 'by-size';
  /** In order; a loan of up to so many 万元 takes the band's share, one above the last band takes none. */
  readonly bands: readonly { readonly upToWan: number; readonly sharePpm: number }[];
  readonly addOns: readonly AddOn[];
  readonly ceilingPpm: number;
  readonly guarantorMode: GuarantorMode | null;
};

/** One share whatever the size, as Qingyuan 2026; null: the share was not published in a source that was read. */
export type FlatRules = Frame & {
  readonly form: 'flat';
  readonly sharePpm: number | null;
  readonly addOns: readonly AddOn[];
  readonly ceilingPpm: number;
  readonly guarantorMode: GuarantorMode | null;
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

/** One row of the decision table: the share when this cause is proven (domain.md edge case 12). */
export type CauseRule = {
  readonly cause: LossCause;
  /** Null: government and bank agree case by case. */
  readonly sharePpm: number | null;
  /** Holds against every other cause that is proven too. */
  readonly dominates?: boolean;
  /** The determination that must be on file before the cause counts. */
  readonly requires?: string;
};

/** Share by cause of the loss, as Leiyang 2016. */
export type ByCauseRules = Frame & {
  readonly form: 'by-cause';
  readonly causes: readonly CauseRule[];
  readonly loanWan: { readonly min: number; readonly max: number };
  readonly maxTermMonths: number;
};

export type CompensationRules = BySizeRules | FlatRules | ByCauseRules;
