import type { Compiled, Lens } from '~/domain/feature/compute.ts';
import type { Aggregate, FeatureDefinition, Gap } from '~/domain/feature/definition.ts';
import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { type Code, dayNumber, ever, identified, noEnd } from './columns.ts';

/** What a row does to a feature. */
export const kinds = {
  countRow: 0,
  countQuantity: 1,
  sumFen: 2,
  largest: 3,
  latest: 4,
  month: 5,
  monthSum: 6,
  first: 7,
  trendAmount: 8,
  trendQuantity: 9,
} as const;

/** How what the rows left behind becomes a value. */
export const settlements = {
  sum: 0,
  sumFen: 1,
  latestFen: 2,
  latestQuantity: 3,
  latestLevel: 4,
  months: 5,
  monthsBelowZero: 6,
  years: 7,
  trend: 8,
} as const;

/**
 * One feature reading rows of one code: a row counts when its day is after `afterDay` and its end after `afterEnd` and up
 * to `untilEnd`; `extra` is the level of its category.
 */
export type Operation = {
  readonly feature: number;
  readonly kind: number;
  readonly afterDay: number;
  readonly afterEnd: number;
  readonly untilEnd: number;
  readonly extra: number;
  /** Months of the window; 0 without one. */
  readonly months: number;
};

/** The operations of the features that read a code and whose items are open. */
export function operationsOf(lens: Lens, { item, category }: Code): Operation[] {
  return (lens.readers.get(item) ?? []).flatMap((feature) => {
    const compiled = lens.features[feature];
    if (!compiled || !reads(compiled.definition, category)) return [];
    const { definition, countsRecords } = compiled;
    const { aggregate } = definition;
    const extra = aggregate.kind === 'latest-level' ? (aggregate.levels[category ?? ''] ?? -1) : 0;
    const months = definition.months ?? 0;
    return [
      {
        feature,
        kind: kindOf(aggregate, countsRecords),
        ...boundsOf(definition, lens.scope.asOf),
        extra,
        months,
      },
    ];
  });
}

function reads({ categories, aggregate }: FeatureDefinition, category: string | null): boolean {
  const named = categories ?? (aggregate.kind === 'latest-level' ? Object.keys(aggregate.levels) : null);
  return named === null || named.includes(category ?? 'unknown');
}

function boundsOf({ state, months }: FeatureDefinition, asOf: Day) {
  const after = months === undefined ? ever : dayNumber(addMonths(asOf, -months));
  const on = dayNumber(asOf);
  if (state === 'ended') return { afterDay: ever, afterEnd: after, untilEnd: on };
  return { afterDay: after, afterEnd: state === 'in-force' ? on : ever, untilEnd: noEnd };
}

function kindOf(how: Aggregate, countsRecords: boolean): number {
  switch (how.kind) {
    case 'count':
      return countsRecords ? kinds.countQuantity : kinds.countRow;
    case 'sum-quantity':
      return kinds.countQuantity;
    case 'sum-fen':
      return kinds.sumFen;
    case 'largest-quantity':
      return kinds.largest;
    case 'latest-fen':
    case 'latest-quantity':
    case 'latest-level':
      return kinds.latest;
    case 'months-with':
      return kinds.month;
    case 'months-below-zero':
      return kinds.monthSum;
    case 'years-since-first':
      return kinds.first;
    case 'trend-ppm':
      return how.of === 'amount' ? kinds.trendAmount : kinds.trendQuantity;
  }
}

const settlementOf: Readonly<Record<Aggregate['kind'], number>> = {
  count: settlements.sum,
  'sum-quantity': settlements.sum,
  'largest-quantity': settlements.sum,
  'sum-fen': settlements.sumFen,
  'latest-fen': settlements.latestFen,
  'latest-quantity': settlements.latestQuantity,
  'latest-level': settlements.latestLevel,
  'months-with': settlements.months,
  'months-below-zero': settlements.monthsBelowZero,
  'years-since-first': settlements.years,
  'trend-ppm': settlements.trend,
};

/** What no row at all gives where none is none. */
const emptyOf = (kind: Aggregate['kind']): Gap | null =>
  ({
    'latest-fen': 'unknown-amount' as const,
    'latest-quantity': 'unknown-amount' as const,
    'latest-level': 'no-record' as const,
    'years-since-first': 'no-record' as const,
    'trend-ppm': 'too-few-months' as const,
  })[kind as string] ?? null;

const longestMask = 30;

/** How a feature is settled: shut or not, and what the absence of rows means unless a mark of `relief` is there. */
export function planOf(compiled: Compiled, companions: readonly string[]) {
  const { definition, shut, seenItems, unseen, isLapsed } = compiled;
  const { aggregate, absence, months } = definition;
  const reach = aggregate.kind === 'trend-ppm' ? aggregate.lag + aggregate.months : (months ?? Number.NaN);
  if (/^(months-|trend)/.test(aggregate.kind) && !(reach <= longestMask))
    throw new RangeError(`${definition.code}: its months do not fit a mask`);
  const mask = seenItems.reduce((bits, item) => bits | (2 ** companions.indexOf(item)), 0);
  const absent: Gap = isLapsed
    ? 'expired'
    : absence === 'missing'
      ? 'no-record'
      : absence === 'zero'
        ? 'not-identified'
        : unseen;
  return {
    shut,
    absent,
    relief: isLapsed || absence === 'missing' ? 0 : absence === 'zero' ? identified : mask,
    settle: settlementOf[aggregate.kind],
    empty: emptyOf(aggregate.kind),
    atLeast: aggregate.kind === 'trend-ppm' ? aggregate.atLeast : 0,
    trendMonths: aggregate.kind === 'trend-ppm' ? aggregate.months : 0,
    trendLag: aggregate.kind === 'trend-ppm' ? aggregate.lag : 0,
  };
}
