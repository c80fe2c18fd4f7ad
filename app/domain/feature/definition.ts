import type { Day } from '~/domain/kernel/day.ts';
import type { Fact } from '~/domain/record/fact.ts';

/** The five dimensions of the score (domain.md §2.5): 遵纪守法, 履约践诺, 经营活力, 创新与荣誉, 关联与环境. */
export const dimensions = ['compliance', 'performance', 'vitality', 'innovation', 'surroundings'] as const;
export type Dimension = (typeof dimensions)[number];

/** What a feature's whole number counts; `level` is a place on a ladder, higher is better. */
export type FeatureUnit = 'count' | 'fen' | 'month' | 'year' | 'day' | 'ppm' | 'person' | 'level';

/** How the matching facts become one whole number. */
export type Aggregate =
  /** Records; a row that stands for n records counts n. */
  | { readonly kind: 'count' }
  /** Sum of the known amounts in fen, so at least this much; unknown when no record gives one. */
  | { readonly kind: 'sum-fen' }
  | { readonly kind: 'sum-quantity' }
  | { readonly kind: 'largest-quantity' }
  | { readonly kind: 'latest-fen' }
  | { readonly kind: 'latest-quantity' }
  /** The place of the latest fact's category on a ladder. */
  | { readonly kind: 'latest-level'; readonly levels: { readonly [category: string]: number } }
  /** Calendar months with at least one dated record. */
  | { readonly kind: 'months-with' }
  /** Calendar months whose amounts sum to less than zero. */
  | { readonly kind: 'months-below-zero' }
  /** Whole years from the earliest date to the day of evaluation. */
  | { readonly kind: 'years-since-first' }
  /**
   * Change of the monthly mean against the same months `lag` months earlier, in ppm, rounded half away from zero;
   * each of the two spans of `months` needs records in at least `atLeast` months. Means, not sums: the latest month
   * is often not delivered yet.
   */
  | {
      readonly kind: 'trend-ppm';
      readonly of: 'amount' | 'quantity';
      readonly months: number;
      readonly lag: number;
      readonly atLeast: number;
    };

/**
 * What no matching record means. `zero`: the register is complete, so none is none. `missing`: nothing is known.
 * `seen`: none is none only for a firm that the source knows, shown by a record of one of these items within a year
 * (a firm without a gas meter owes no gas bill, which says nothing about it).
 */
export type Absence = 'zero' | 'missing' | { readonly seen: readonly string[] };

/** One feature, declared once: this kernel, an SQL compiler and the wording all read it. */
export type FeatureDefinition = {
  readonly code: string;
  readonly dimension: Dimension;
  /** Catalogue items whose facts count. */
  readonly items: readonly string[];
  /** Only facts of these categories; a fact without a category counts as `unknown`. */
  readonly categories?: readonly string[];
  /**
   * `in-force`: begun and not ended on the day. `ended`: ended by the day, and the window looks at the end.
   * Left out: whatever occurred.
   */
  readonly state?: 'in-force' | 'ended';
  /** Only the last n months: after the same day n months before, up to and including the day. */
  readonly months?: number;
  readonly aggregate: Aggregate;
  readonly unit: FeatureUnit;
  readonly absence: Absence;
};

/**
 * A fact as the kernel reads it. A fact whose source gives no date counts from the day the platform learnt it; a date
 * of month or year precision counts from the first day of its period.
 */
export type FeatureFact = Pick<
  Fact,
  'occurredOn' | 'endedOn' | 'amount' | 'quantity' | 'category' | 'item'
> & {
  readonly id: string;
  readonly knownOn: Day;
};

/** Why a feature has no value; the firm can act on `not-consented`, the provider on the next two. */
export type Gap =
  | 'not-consented'
  | 'not-supplied'
  | 'expired'
  | 'not-identified'
  | 'no-record'
  | 'unknown-amount'
  | 'too-few-months';
