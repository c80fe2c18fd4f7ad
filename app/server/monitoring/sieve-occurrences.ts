import { addDays, type Day } from '~/domain/kernel/day.ts';
import { monthIndex, monthStart, type SignalRule } from '~/domain/monitoring/signal.ts';
import { Prisma } from '~/server/db/client.ts';

export type FactRule = Exclude<SignalRule, { kind: 'days-past-due' }>;
export type FallRule = Extract<FactRule, { kind: 'fall-against-year-ago' | 'fall-against-mean' }>;
export type OccurrenceRule = Exclude<FactRule, FallRule>;

/** The facts `f` that a rule looks at. */
export const looksAt = ({ items, categories }: FactRule): Prisma.Sql =>
  categories === null
    ? Prisma.sql`f.item = any(${[...items]}::text[])`
    : Prisma.sql`f.item = any(${[...items]}::text[]) and f.category = any(${[...categories]}::text[])`;

/** A fact `f` without which the rule finds nothing on a day: where a firm has none, its facts need not be read. */
export const bearsOn = (rule: OccurrenceRule, today: Day): Prisma.Sql =>
  Prisma.sql`(${looksAt(rule)} and ${conditionOf(rule, today)})`;

function conditionOf(rule: OccurrenceRule, today: Day): Prisma.Sql {
  switch (rule.kind) {
    case 'lasting':
      return Prisma.sql`(f.occurred_on is null or f.occurred_on <= ${today}::date) and (f.ended_on is null or f.ended_on > ${today}::date)`;
    case 'events':
      return within(rule.windowDays, today);
    case 'against-net-assets':
      return rule.measure === 'losses'
        ? Prisma.sql`${within(rule.windowDays, today)} and f.amount_fen < 0`
        : within(rule.windowDays, today);
    case 'losses-in-a-row':
      return Prisma.sql`f.occurred_on <= ${today}::date and f.precision <> 'year'
        and f.occurred_on >= ${monthStart(monthIndex(today) - rule.maxAgeMonths)}::date
        and (f.amount_fen < 0 or ${rule.ladder.some(({ months }) => months < 1)})`;
  }
}

const within = (days: number, today: Day): Prisma.Sql =>
  Prisma.sql`f.occurred_on <= ${today}::date and f.occurred_on > ${addDays(today, -days)}::date`;
