import { type Day, monthOf } from '~/domain/kernel/day.ts';
import { ratioPpm } from '~/domain/kernel/rate.ts';
import {
  type Finding,
  monthIndex,
  monthStart,
  type SignalFact,
  type SignalRule,
  worstRung,
} from '~/domain/monitoring/signal.ts';

type RuleOf<K extends SignalRule['kind']> = Extract<SignalRule, { kind: K }>;

/** What one item says month by month; a month without a row is unknown and is never taken for zero. */
type Series = {
  readonly values: ReadonlyMap<number, bigint>;
  readonly latest: number;
  readonly facts: readonly SignalFact[];
};

function seriesOf(
  facts: readonly SignalFact[],
  measure: (fact: SignalFact) => bigint | null,
  asOf: Day,
  maxAgeMonths: number,
): Series | null {
  const values = new Map<number, bigint>();
  for (const fact of facts) {
    const value = measure(fact);
    if (value === null || fact.occurredOn === null || fact.precision === 'year' || fact.occurredOn > asOf)
      continue;
    const month = monthIndex(fact.occurredOn);
    values.set(month, (values.get(month) ?? 0n) + value);
  }
  const latest = Math.max(...values.keys());
  return values.size > 0 && monthIndex(asOf) - latest <= maxAgeMonths ? { values, latest, facts } : null;
}

const amountOf = (fact: SignalFact): bigint | null => fact.amount;

/** Usage in its own unit, or what was billed where no quantity came. */
const usageOf = (fact: SignalFact): bigint | null =>
  fact.quantity === null ? fact.amount : BigInt(fact.quantity);

const idsBetween = (facts: readonly SignalFact[], from: number, to: number) =>
  facts
    .filter(
      (f) => f.occurredOn !== null && monthIndex(f.occurredOn) >= from && monthIndex(f.occurredOn) <= to,
    )
    .map((fact) => fact.id);

function sumOf(series: Series, from: number, to: number): { sum: bigint; months: number } {
  let sum = 0n;
  let months = 0;
  for (let month = from; month <= to; month += 1) {
    const value = series.values.get(month);
    if (value === undefined) continue;
    sum += value;
    months += 1;
  }
  return { sum, months };
}

/** Months of loss in a row, back from the latest month that is known. */
export function findLosses(
  rule: RuleOf<'losses-in-a-row'>,
  facts: readonly SignalFact[],
  asOf: Day,
): Finding | null {
  const series = seriesOf(facts, amountOf, asOf, rule.maxAgeMonths);
  if (!series) return null;
  let first = series.latest + 1;
  while ((series.values.get(first - 1) ?? 0n) < 0n) first -= 1;
  const months = series.latest - first + 1;
  const severity = worstRung(rule.ladder, (rung) => months >= rung.months);
  if (severity === null) return null;
  const lossFen = String(-sumOf(series, first, series.latest).sum);
  return {
    severity,
    factIds: idsBetween(facts, first, series.latest),
    figures: { months, until: monthStart(series.latest), amountFen: lossFen },
  };
}

/** The last month of the last quarter that is complete in the series. */
const lastQuarterEnd = (latest: number): number => latest - (monthOf(monthStart(latest)) % 3);

/** The ends of the quarters that a series may be compared by whose latest month is no older than so many months. */
export const quarterEndsWithin = (asOf: Day, maxAgeMonths: number): number[] => [
  ...new Set(Array.from({ length: maxAgeMonths + 1 }, (_, age) => lastQuarterEnd(monthIndex(asOf) - age))),
];

/** Two complete quarters against the same two a year before; each quarter compared must have data. */
export function findFallAgainstYearAgo(
  rule: RuleOf<'fall-against-year-ago'>,
  facts: readonly SignalFact[],
  asOf: Day,
): Finding | null {
  const series = seriesOf(facts, amountOf, asOf, rule.maxAgeMonths);
  if (!series) return null;
  const end = lastQuarterEnd(series.latest);
  const quarters = [end - 17, end - 14, end - 5, end - 2].map((from) => sumOf(series, from, from + 2));
  if (quarters.some((quarter) => quarter.months === 0)) return null;
  const base = sumOf(series, end - 17, end - 12).sum;
  const current = sumOf(series, end - 5, end).sum;
  if (base <= 0n) return null;
  const fallPpm = ratioPpm(base - current, base);
  const severity = worstRung(rule.ladder, (rung) => fallPpm >= rung.fallPpm);
  if (severity === null) return null;
  return {
    severity,
    factIds: [...idsBetween(facts, end - 17, end - 12), ...idsBetween(facts, end - 5, end)],
    figures: {
      fallPpm,
      baseFen: String(base),
      currentFen: String(current),
      from: monthStart(end - 5),
      until: monthStart(end),
    },
  };
}

function fallOfItem(
  rule: RuleOf<'fall-against-mean'>,
  facts: readonly SignalFact[],
  asOf: Day,
): Finding | null {
  const series = seriesOf(facts, usageOf, asOf, rule.maxAgeMonths);
  if (!series) return null;
  const { latest, values } = series;
  const [before, last] = [values.get(latest - 1), values.get(latest)];
  const mean = sumOf(series, latest - 13, latest - 2);
  if (before === undefined || last === undefined || mean.months < rule.minMeanMonths || mean.sum <= 0n)
    return null;
  const falls = [before, last].map((value) => ratioPpm(mean.sum - value * BigInt(mean.months), mean.sum));
  const fallPpm = Math.min(...falls);
  const severity = worstRung(rule.ladder, (rung) => fallPpm >= rung.fallPpm);
  if (severity === null) return null;
  return {
    severity,
    factIds: idsBetween(facts, latest - 13, latest),
    figures: { fallPpm, item: facts[0]?.item ?? '', from: monthStart(latest - 1), until: monthStart(latest) },
  };
}

/** The item that fell most, each of its last two months against the mean of the twelve before. */
export function findFallAgainstMean(
  rule: RuleOf<'fall-against-mean'>,
  facts: readonly SignalFact[],
  asOf: Day,
): Finding | null {
  const falls = rule.items
    .map((item) =>
      fallOfItem(
        rule,
        facts.filter((fact) => fact.item === item),
        asOf,
      ),
    )
    .filter((finding) => finding !== null);
  return falls.sort((a, b) => Number(b.figures.fallPpm) - Number(a.figures.fallPpm))[0] ?? null;
}
