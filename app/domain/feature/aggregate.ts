import { addMonths, type Day, yearOf } from '~/domain/kernel/day.ts';
import { divideHalfUp } from '~/domain/kernel/money.ts';
import type { Aggregate, FeatureFact, Gap } from './definition.ts';
import { dayOf } from './matching.ts';

type Outcome = number | Gap;
type Trend = Extract<Aggregate, { kind: 'trend-ppm' }>;

/**
 * The whole number of a feature over its matching facts, whatever their order; a gap when they do not give one.
 * `countsRecords`: a row's quantity is the number of records that it stands for.
 */
export function aggregate(
  how: Aggregate,
  facts: readonly FeatureFact[],
  asOf: Day,
  countsRecords: boolean,
): Outcome {
  switch (how.kind) {
    case 'count':
      return facts.reduce((sum, fact) => sum + (countsRecords ? (fact.quantity ?? 1) : 1), 0);
    case 'sum-fen':
      return sumFen(facts);
    case 'sum-quantity':
      return facts.reduce((sum, fact) => sum + (fact.quantity ?? 1), 0);
    case 'largest-quantity':
      return facts.reduce((most, fact) => Math.max(most, fact.quantity ?? 0), 0);
    case 'latest-fen':
      return whole(latest(facts)?.amount);
    case 'latest-quantity':
      return latest(facts)?.quantity ?? 'unknown-amount';
    case 'latest-level':
      return how.levels[latest(facts)?.category ?? ''] ?? 'no-record';
    case 'months-with':
      return months(facts).size;
    case 'months-below-zero':
      return [...monthlySums(facts, 'amount').values()].filter((sum) => sum < 0n).length;
    case 'years-since-first':
      return yearsSinceFirst(facts, asOf);
    case 'trend-ppm':
      return trend(how, facts, asOf);
  }
}

/** Fen as a whole number; beyond 2^53 − 1 (90 trillion yuan) it stays there, far above every bin. */
function whole(amount: bigint | null | undefined): Outcome {
  if (amount === null || amount === undefined) return 'unknown-amount';
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  return Number(amount > most ? most : amount < -most ? -most : amount);
}

/** At least this much: unknown amounts add nothing, so that one more record never makes a sum smaller. */
function sumFen(facts: readonly FeatureFact[]): Outcome {
  const known = facts.flatMap(({ amount }) => amount ?? []);
  if (known.length === 0 && facts.length > 0) return 'unknown-amount';
  return whole(known.reduce<bigint>((sum, amount) => sum + amount, 0n));
}

/** The fact with the latest day; of several on one day the one with the greatest id, so that order never matters. */
const latest = (facts: readonly FeatureFact[]): FeatureFact | undefined =>
  facts.reduce<FeatureFact | undefined>(
    (last, fact) => (!last || isLater(fact, last) ? fact : last),
    undefined,
  );

function isLater(a: FeatureFact, b: FeatureFact): boolean {
  const [onA, onB] = [dayOf(a), dayOf(b)];
  return onA === onB ? a.id > b.id : onA > onB;
}

const months = (facts: readonly FeatureFact[]): Set<string> =>
  new Set(facts.flatMap((fact) => fact.occurredOn?.slice(0, 7) ?? []));

function monthlySums(facts: readonly FeatureFact[], of: 'amount' | 'quantity'): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const fact of facts) {
    const value = fact[of];
    if (value === null || fact.occurredOn === null) continue;
    const month = fact.occurredOn.slice(0, 7);
    sums.set(month, (sums.get(month) ?? 0n) + BigInt(value));
  }
  return sums;
}

function yearsSinceFirst(facts: readonly FeatureFact[], asOf: Day): Outcome {
  const days = facts.flatMap((fact) => fact.occurredOn ?? []);
  if (days.length === 0) return 'no-record';
  const first = days.sort()[0] as Day;
  const years = yearOf(asOf) - yearOf(first);
  return first.slice(5) > asOf.slice(5) ? years - 1 : years;
}

function trend(how: Trend, facts: readonly FeatureFact[], asOf: Day): Outcome {
  const within = (end: Day) => {
    const after = addMonths(end, -how.months);
    return facts.filter((f) => f.occurredOn !== null && f.occurredOn > after && f.occurredOn <= end);
  };
  const recent = monthlySums(within(asOf), how.of);
  const before = monthlySums(within(addMonths(asOf, -how.lag)), how.of);
  if (recent.size < how.atLeast || before.size < how.atLeast) return 'too-few-months';
  const [now, then] = [total(recent) * BigInt(before.size), total(before) * BigInt(recent.size)];
  return then > 0n ? whole(divideHalfUp((now - then) * 1_000_000n, then)) : 'too-few-months';
}

const total = (sums: Map<string, bigint>): bigint => [...sums.values()].reduce((a, b) => a + b, 0n);
