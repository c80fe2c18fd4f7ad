import type { Role } from '~/domain/institution/role.ts';

/** What a figure counts in. */
export type MetricUnit =
  | 'firms'
  | 'loans'
  | 'fen'
  | 'alerts'
  | 'institutions'
  | 'products'
  | 'batches'
  | 'rows'
  | 'ppm'
  | 'days'
  | 'points'
  | 'cases'
  | 'reads';

export type Metric = {
  readonly code: string;
  /** Counted up by one whenever definition or formula changes; the words are in `app/text/metric.ts`. */
  readonly version: number;
  readonly unit: MetricUnit;
  /** The tables of the store that it is worked out from. */
  readonly source: readonly string[];
  /** The desk that answers for it. */
  readonly owner: Role;
  /** Who sees it on a desk; `visitor` is nobody signed in. */
  readonly shownTo: readonly Viewer[];
  /** The pages that list the records behind it, and who may open each. */
  readonly opens: readonly { readonly to: string; readonly roles: readonly Viewer[] }[];
  /** Why some who see it may not see its records: `metric.closed.*`; absent where everybody may. */
  readonly closed?: 'statistics' | 'register';
};

export type Viewer = Role | 'visitor';
