import type { Day } from '~/domain/kernel/day.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
import { endStates, isWorse } from '~/domain/loan/migration.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { type After, behind } from '~/server/db/keyset.ts';
import { classOfMoneyOn, classOn, drawnBy, paidBy, watchPeriods } from '~/server/overview/store-loan-day.ts';

export type Period = { readonly from: Day; readonly on: Day };

/** What was out at the start of the contract that the money of `h` was under then: `h` renews it since. */
const openingRenewed = (from: Prisma.Sql) => Prisma.sql`
  select l.principal_fen + coalesce(m.fen, 0) - coalesce(p.fen, 0) as fen from loan l
  left join lateral (${paidBy(from)}) p on true
  left join lateral (${drawnBy(from)}) m on true
  where h.money_id is not null and h.disbursed_on > ${from} and l.enterprise_id = h.enterprise_id and l.disbursed_on <= ${from}
    and (l.id = h.money_id or l.money_id = h.money_id)
  order by l.disbursed_on desc, l.recorded_at desc limit 1`;

/** Loans by a day that no other has renewed by then: one for each money, under its contract of that day. */
const lastBy = (on: Prisma.Sql) => Prisma.sql`
  l.disbursed_on <= ${on} and not exists (
    select 1 from loan n where n.enterprise_id = l.enterprise_id and n.money_id = coalesce(l.money_id, l.id)
      and n.renews_loan_id = l.id and n.disbursed_on <= ${on})`;

/**
 * Money that was out at the start or the end of a period or lent within it, by the loan it was under last, with where it stood then:
 * a class, `new`, or how it had ended. `closing` is what is still out, of a loan written off what was given up. A loan renewed without
 * repayment goes on: it is neither gone nor new, and its class before counts from the contract of then.
 */
const stated = ({ from: start, on: end }: Period) => {
  const [from, on] = [Prisma.sql`${dateOfDay(start)}::date`, Prisma.sql`${dateOfDay(end)}::date`];
  return Prisma.sql`
  select l.enterprise_id, l.id, l.institution_id, l.contract_no, l.disbursed_on, l.settled_on,
         case when h.lent_on > ${from} then 'new' else coalesce(k0.tier, c0.tier, 'normal') end as start_state,
         case when l.settled_on > ${on} or l.settled_on is null then coalesce(k1.tier, c1.tier, 'normal')
              when l.state = 'renewed' then 'settled' else l.state end as end_state,
         case when l.settled_on <= ${on} then 0 else coalesce(k1.dpd, c1.dpd, 0) end as dpd, coalesce(k1.because, c1.because) as because,
         case when h.lent_on > ${from} then 0 when l.disbursed_on > ${from} then coalesce(f.fen, 0)
              else l.principal_fen + coalesce(m0.fen, 0) - coalesce(p0.fen, 0) end as opening,
         case when l.settled_on <= ${on} and l.state <> 'written-off' then 0
              else l.principal_fen + coalesce(m1.fen, 0) - coalesce(p1.fen, 0) end as closing
  from loan l
  cross join lateral (select l.enterprise_id, l.money_id, l.disbursed_on, coalesce((
    select o.disbursed_on from loan o where l.money_id is not null and o.enterprise_id = l.enterprise_id and o.id = l.money_id), l.disbursed_on) as lent_on) h
  left join lateral (${openingRenewed(from)}) f on true
  left join lateral (${classOfMoneyOn(from)}) k0 on true
  left join lateral (${classOfMoneyOn(on)}) k1 on true
  left join lateral (${classOn(from)}) c0 on true
  left join lateral (${classOn(on)}) c1 on true
  left join lateral (${paidBy(from)}) p0 on true
  left join lateral (${paidBy(on)}) p1 on true
  left join lateral (${drawnBy(from)}) m0 on true
  left join lateral (${drawnBy(on)}) m1 on true
  where ${lastBy(on)} and (l.settled_on is null or l.settled_on > ${from})`;
};

export type MigrationRow = {
  start_state: string;
  end_state: string;
  loans: number;
  opening: bigint;
  closing: bigint;
};

/** The reader's loans of a period, summed by where they came from and where they went. */
export const sumMigration = (tx: Tx, period: Period) => tx.$queryRaw<MigrationRow[]>`
  select start_state, end_state, count(*)::int as loans,
         sum(opening)::bigint as opening, sum(closing)::bigint as closing
  from (${stated(period)}) s group by 1, 2 order by 1, 2`;

export type MoverRow = { start_state: string; firms: number; worse: number };

const worseMoves = tiers.flatMap((start) =>
  endStates.filter((end) => isWorse(start, end)).map((end) => `${start} ${end}`),
);

/** How many firms were in each class at the start of a period, and of how many a loan was in a worse one at its end. */
export const countMovers = (tx: Tx, period: Period) => tx.$queryRaw<MoverRow[]>`
  select start_state, count(distinct enterprise_id)::int as firms,
         (count(distinct enterprise_id) filter (where start_state || ' ' || end_state = any(${worseMoves}::text[])))::int as worse
  from (${stated(period)}) s group by 1`;

export type LoansAsked = Period & {
  readonly start?: string | undefined;
  /** One of several states at the end. */
  readonly ends?: readonly string[] | undefined;
  /** Days past due at the end, from the first to the second, which may be missing. */
  readonly dpd?: readonly [number, number | null] | undefined;
  /** In a watch period at the end. */
  readonly periods?: boolean | undefined;
};

export type PortfolioLoanRow = {
  id: string;
  contract_no: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  start_state: string;
  end_state: string;
  dpd: number;
  opening: bigint;
  closing: bigint;
  disbursed_on: string;
  /** Its place in the list. */
  key: string;
};

const asked = ({ start, ends, dpd, periods }: LoansAsked) => Prisma.sql`
  ${start ? Prisma.sql`s.start_state = ${start}` : Prisma.sql`true`}
    and ${ends ? Prisma.sql`s.end_state = any(${[...ends]})` : Prisma.sql`true`}
    and ${periods ? Prisma.sql`s.because && ${[...watchPeriods]}::text[]` : Prisma.sql`true`}
    and ${dpd ? Prisma.sql`s.dpd >= ${dpd[0]}` : Prisma.sql`true`}
    and ${dpd && dpd[1] !== null ? Prisma.sql`s.dpd <= ${dpd[1]}` : Prisma.sql`true`}`;

/** The order of loans: by what is out, then by what was out; each in fen of at most eighteen digits. */
const mostOut = Prisma.sql`(-(trunc(s.closing::numeric) * 1000000000000000000 + trunc(s.opening::numeric)))`;

/** The loans behind a figure of the portfolio, what is out most first. */
export const findPortfolioLoans = (
  tx: Tx,
  of: LoansAsked,
  after: After | null,
  limit: number,
) => tx.$queryRaw<PortfolioLoanRow[]>`
  select s.id, s.contract_no, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en, s.start_state, s.end_state, s.dpd,
         s.opening::bigint, s.closing::bigint, s.disbursed_on::text, ${mostOut}::text as key
  from (${stated(of)}) s
  join enterprise e on e.id = s.enterprise_id
  join institution i on i.id = s.institution_id
  where ${asked(of)} and ${behind(after, mostOut, Prisma.sql`s.id`)} order by ${mostOut}, s.id limit ${limit}`;
