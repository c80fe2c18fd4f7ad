import type { Day } from '~/domain/kernel/day.ts';
import { monthIndex, monthStart } from '~/domain/monitoring/signal.ts';
import { quarterEndsWithin } from '~/domain/monitoring/trends.ts';
import { Prisma } from '~/server/db/client.ts';
import { type FallRule, looksAt } from '~/server/monitoring/sieve-occurrences.ts';

/**
 * Whether the sums of firm `w.firm` fell as far as the least rung of the rule, by the bounds of the months that it may compare: a
 * condition that holds wherever `evaluateSignals` finds something, and seldom elsewhere. Each firm's facts are read over its own
 * part of the index.
 */
export const mayHaveFallen = (rule: FallRule, today: Day, kept: Prisma.Sql): Prisma.Sql =>
  rule.kind === 'fall-against-year-ago' ? againstYearAgo(rule, today, kept) : againstMean(rule, today, kept);

type RuleOf<K extends FallRule['kind']> = Extract<FallRule, { kind: K }>;

const from = (month: number): Prisma.Sql => Prisma.sql`${monthStart(month)}::date`;

/** A name of the statement's own, such as `base_3`. */
const named = (word: string, n: number): Prisma.Sql => Prisma.raw(`${word}_${n}`);

/** What the months from the first to the last come to, as a column. */
const sumOf = (value: Prisma.Sql, first: number, last: number, name: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`sum(${value}) filter (where f.occurred_on >= ${from(first)} and f.occurred_on < ${from(last + 1)}) as ${name}`;

const factsOf = (
  rule: FallRule,
  value: Prisma.Sql,
  first: number,
  today: Day,
  kept: Prisma.Sql,
): Prisma.Sql =>
  Prisma.sql`from current_fact f
    where f.enterprise_id = w.firm and ${looksAt(rule)} and f.occurred_on >= ${from(first)} and f.occurred_on <= ${today}::date
      and f.precision <> 'year' and ${value} is not null and ${kept}`;

/** The least fall that counts; half a millionth less reads as it once it is rounded. */
const leastFall = ({ ladder }: FallRule): number => Math.min(...ladder.map(({ fallPpm }) => fallPpm)) - 1;

/** One candidate for each end of the quarters compared, the one of the latest month that is known. */
function againstYearAgo(rule: RuleOf<'fall-against-year-ago'>, today: Day, kept: Prisma.Sql): Prisma.Sql {
  const value = Prisma.sql`f.amount_fen`;
  const ends = quarterEndsWithin(today, rule.maxAgeMonths);
  const sums = ends.flatMap((end, n) => [
    sumOf(value, end - 17, end - 12, named('base', n)),
    sumOf(value, end - 5, end, named('current', n)),
  ]);
  const fell = ends.map(
    (end, n) => Prisma.sql`(latest >= ${from(end)} and latest < ${from(end + 3)} and ${named('base', n)} > 0
      and (${named('base', n)} - ${named('current', n)}) * 1000000 >= ${leastFall(rule)}::int * ${named('base', n)})`,
  );
  return Prisma.sql`exists (
    select 1 from (select max(f.occurred_on) as latest, ${Prisma.join(sums)} ${factsOf(rule, value, Math.min(...ends) - 17, today, kept)}) s
    where ${Prisma.join(fell, ' or ')})`;
}

/**
 * One candidate for each latest month. How many months the mean has is not counted: at least as many as the rule asks for and
 * at most twelve, and whichever lets more through.
 */
function againstMean(rule: RuleOf<'fall-against-mean'>, today: Day, kept: Prisma.Sql): Prisma.Sql {
  const value = Prisma.sql`coalesce(f.quantity, f.amount_fen)`;
  const now = monthIndex(today);
  const ages = Array.from({ length: rule.maxAgeMonths + 1 }, (_, age) => age);
  const months = [...ages, rule.maxAgeMonths + 1];
  const sums = [
    ...months.map((age) => sumOf(value, now - age, now - age, named('month', age))),
    ...ages.map((age) => sumOf(value, now - age - 13, now - age - 2, named('before', age))),
  ];
  const low = (month: number, before: number) => Prisma.sql`
    least(${named('month', month)} * ${Math.max(1, rule.minMeanMonths)}::int, ${named('month', month)} * 12) * 1000000
      <= ${1_000_000 - leastFall(rule)}::int * ${named('before', before)}`;
  const fell = ages.map(
    (age) => Prisma.sql`(latest >= ${from(now - age)} and latest < ${from(now - age + 1)}
      and ${named('before', age)} > 0 and ${low(age, age)} and ${low(age + 1, age)})`,
  );
  return Prisma.sql`exists (
    select 1 from (select max(f.occurred_on) as latest, ${Prisma.join(sums)}
                   ${factsOf(rule, value, now - rule.maxAgeMonths - 13, today, kept)} group by f.item) s
    where ${Prisma.join(fell, ' or ')})`;
}
