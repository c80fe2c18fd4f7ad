import type { Aggregate } from '~/domain/feature/definition.ts';
import { addMonths, type Day, dayOfMonth, monthOf, yearOf } from '~/domain/kernel/day.ts';
import { all, dayText, text } from './condition.ts';

/** Where two engines differ: division of whole numbers, and the type of great ones. */
export type Dialect = { readonly divide: (a: string, b: string) => string; readonly great: string };

export const postgres: Dialect = { divide: (a, b) => `div(${a}, ${b})`, great: 'numeric' };
export const duckdb: Dialect = { divide: (a, b) => `((${a}) // (${b}))`, great: 'hugeint' };

/** Aggregates named by alias, and the expressions of value and gap over them. */
export type Aggregation = {
  readonly pieces: readonly string[];
  readonly value: string;
  readonly gap: string;
};

type Asked<A extends Aggregate = Aggregate> = {
  readonly how: A;
  readonly asOf: Day;
  /** Which facts count. */
  readonly where: string;
  readonly countsRecords: boolean;
  readonly months: number | undefined;
};

/** What the aggregate of a feature and the number of its facts are called. */
type Names = { readonly a: string; readonly rows: string };

const most = Number.MAX_SAFE_INTEGER;
const clamped = (sum: string): string => `cast(least(greatest(${sum}, -${most}), ${most}) as bigint)`;
const none = 'null';
const gapWhen = (condition: string, gap: string): string => `case when ${condition} then ${text(gap)} end`;

/** How the facts that count become a whole number: `aggregate` of `aggregate.ts`, said in SQL. */
export function aggregationOf(asked: Asked, { a, rows }: Names, dialect: Dialect): Aggregation {
  const { how, where, countsRecords } = asked;
  const over = (of: string) => `${of} filter (where ${where})`;
  switch (how.kind) {
    case 'count':
      return countsRecords
        ? quantities(over, a)
        : { pieces: [`${over('count(*)')} as ${a}`], value: a, gap: none };
    case 'sum-quantity':
      return quantities(over, a);
    case 'largest-quantity':
      return largest(over, a);
    case 'sum-fen':
      return sumFen(over, a, rows);
    case 'latest-fen':
      return latest(over, 'amount', a, 'unknown-amount');
    case 'latest-quantity':
      return latest(over, 'quantity', a, 'unknown-amount');
    case 'latest-level':
      return latest(over, levelSql(how.levels), a, 'no-record');
    case 'months-with':
      return {
        pieces: [`${over("count(distinct date_trunc('month', occurred))")} as ${a}`],
        value: a,
        gap: none,
      };
    case 'months-below-zero':
      return monthsBelowZero(asked, a);
    case 'years-since-first':
      return years(over, asked.asOf, a);
    case 'trend-ppm':
      return trend({ ...asked, how }, a, dialect);
  }
}

type Over = (of: string) => string;

const quantities = (over: Over, a: string): Aggregation => ({
  pieces: [`${over('sum(coalesce(quantity, 1))')} as ${a}`],
  value: clamped(`coalesce(${a}, 0)`),
  gap: none,
});

const largest = (over: Over, a: string): Aggregation => ({
  pieces: [`${over('max(quantity)')} as ${a}`],
  value: `cast(coalesce(greatest(${a}, 0), 0) as bigint)`,
  gap: none,
});

const sumFen = (over: Over, a: string, rows: string): Aggregation => ({
  pieces: [`${over('sum(amount)')} as ${a}`],
  value: clamped(`coalesce(${a}, 0)`),
  gap: gapWhen(`${rows} > 0 and ${a} is null`, 'unknown-amount'),
});

const latest = (over: Over, of: string, a: string, gap: string): Aggregation => ({
  pieces: [`(${over(`array_agg(${of} order by day desc, id desc)`)})[1] as ${a}`],
  value: clamped(a),
  gap: gapWhen(`${a} is null`, gap),
});

const levelSql = (levels: { readonly [category: string]: number }): string =>
  `case category ${Object.entries(levels)
    .map(([category, level]) => `when ${text(category)} then ${level}`)
    .join(' ')} end`;

function monthsBelowZero({ asOf, where, months = 0 }: Asked, a: string): Aggregation {
  const sums = Array.from({ length: months + 1 }, (_, ago) => {
    const first = `${addMonths(asOf, -ago).slice(0, 7)}-01` as Day;
    const within = all(where, `occurred >= ${dayText(first)}`, `occurred < ${dayText(addMonths(first, 1))}`);
    return `sum(amount) filter (where ${within}) as ${a}_${ago}`;
  });
  const below = sums.map((_, ago) => `case when ${a}_${ago} < 0 then 1 else 0 end`);
  return { pieces: sums, value: `cast(${below.join(' + ')} as bigint)`, gap: none };
}

function years(over: Over, asOf: Day, a: string): Aggregation {
  const date = monthOf(asOf) * 100 + dayOfMonth(asOf);
  const isBefore = `extract(month from ${a}) * 100 + extract(day from ${a}) > ${date}`;
  return {
    pieces: [`${over('min(occurred)')} as ${a}`],
    value: `cast(${yearOf(asOf)} - extract(year from ${a}) - case when ${isBefore} then 1 else 0 end as bigint)`,
    gap: gapWhen(`${a} is null`, 'no-record'),
  };
}

type Trend = Extract<Aggregate, { kind: 'trend-ppm' }>;

function trend({ how, asOf, where }: Asked<Trend>, a: string, { divide, great }: Dialect): Aggregation {
  const pieces = (end: Day, name: string) => {
    const after = addMonths(end, -how.months);
    const within = all(
      where,
      `occurred > ${dayText(after)}`,
      `occurred <= ${dayText(end)}`,
      `${how.of} is not null`,
    );
    return [
      `coalesce(cast(sum(${how.of}) filter (where ${within}) as ${great}), 0) as ${a}${name}`,
      `count(distinct date_trunc('month', occurred)) filter (where ${within}) as ${a}${name}_months`,
    ];
  };
  const [now, before] = [`(${a}x * ${a}y_months)`, `(${a}y * ${a}x_months)`];
  const rounded = divide(`2 * abs(${now} - ${before}) * 1000000 + ${before}`, `2 * ${before}`);
  const few = `${a}x_months < ${how.atLeast} or ${a}y_months < ${how.atLeast} or ${before} <= 0`;
  return {
    pieces: [...pieces(asOf, 'x'), ...pieces(addMonths(asOf, -how.lag), 'y')],
    value: `case when not (${few}) then ${clamped(`case when ${now} < ${before} then -${rounded} else ${rounded} end`)} end`,
    gap: gapWhen(few, 'too-few-months'),
  };
}
