import { addMonths, type Day } from '~/domain/kernel/day.ts';
import type { BackTestGate } from '~/domain/monitoring/alert-handling.ts';
import type { ChangedLoan, VersionFigures } from '~/domain/monitoring/library/backtest-figures.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** What a finished back-test says. */
export type BacktestResult = {
  readonly after: VersionFigures;
  /** The version in force that it was held against. */
  readonly before: VersionFigures | null;
  readonly baseline: number | null;
  /** Loans that were watched on any of the days. */
  readonly loans: number;
  readonly seconds: number;
  readonly changes: { readonly new: number; readonly gone: number; readonly both: number };
};

type NewBacktest = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly draftId: string | null;
  readonly contentHash: string;
  readonly body: object;
  readonly from: Day;
  readonly to: Day;
  readonly graceMonths: number;
  readonly orderedBy: string | null;
  readonly at: Date;
};

export const addBacktest = (tx: Tx, { code, version, from, to, at, ...rest }: NewBacktest) =>
  tx.signalBacktest.createMany({
    data: [
      {
        ...rest,
        signalCode: code,
        signalVersion: version,
        fromOn: dateOfDay(from),
        toOn: dateOfDay(to),
        orderedAt: at,
      },
    ],
  });

export const findBacktest = (tx: Tx, id: string) => tx.signalBacktest.findUnique({ where: { id } });
export type BacktestRow = NonNullable<Awaited<ReturnType<typeof findBacktest>>>;

/** The back-tests of a draft, the latest first, without their results. */
export const findBacktestsOf = (tx: Tx, draftId: string) =>
  tx.signalBacktest.findMany({
    where: { draftId },
    orderBy: { orderedAt: 'desc' },
    take: 20,
    omit: { result: true, body: true },
  });

/**
 * The contents of a signal that history was tried with: on loans that were watched, to a day that is recent, over the days that
 * the rule asks for or from the first day of a history that is shorter.
 */
export async function findTested(
  tx: Tx,
  code: string,
  { leastDays, recentMonths }: BackTestGate,
  today: Day,
): Promise<string[]> {
  const first = await findFirstDay(tx);
  const rows = await tx.$queryRaw<{ hash: string }[]>`
    select distinct content_hash as hash from signal_backtest
    where signal_code = ${code} and state = 'done' and (result->>'loans')::int > 0 and to_on >= ${addMonths(today, -recentMonths)}::date
      and (to_on - from_on >= ${leastDays - 1}::int or from_on <= ${first}::date)`;
  return rows.map(({ hash }) => hash);
}

/** The first day on which the platform knew a loan; null where there never was one. */
export async function findFirstDay(tx: Tx): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ on: Day | null }[]>`
    select min(greatest(l.disbursed_on, (l.recorded_at at time zone 'Asia/Shanghai')::date))::text as "on" from loan l`;
  return row?.on ?? null;
}

/** Whether a lender ever had a monitoring consent of a firm behind one of its loans: else there is no history to try a signal on. */
export async function wasEverWatched(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ watched: boolean }[]>`
    select exists (select 1 from watched_loan l join consent c on c.institution_id = l.institution_id
                   and c.enterprise_id in (l.enterprise_id, l.borrower_id) and c.purpose = 'post-loan') as watched`;
  return row?.watched ?? false;
}

export const beginBacktest = (tx: Tx, id: string, total: number, at: Date) =>
  tx.signalBacktest.update({
    where: { id },
    data: { state: 'running', loansDone: 0, loansTotal: total, toldAt: at, failure: null, finishedAt: null },
  });

export const tellBacktest = (tx: Tx, id: string, done: number, at: Date) =>
  tx.signalBacktest.update({ where: { id }, data: { loansDone: done, toldAt: at } });

export const failBacktest = (tx: Tx, id: string, failure: 'database' | 'fault', at: Date) =>
  tx.signalBacktest.update({ where: { id }, data: { state: 'failed', failure, finishedAt: at } });

export const endBacktest = (tx: Tx, id: string, result: BacktestResult, at: Date) =>
  tx.$executeRaw`
    update signal_backtest set state = 'done', loans_done = loans_total, result = ${JSON.stringify(result)}::jsonb, finished_at = ${at}
    where id = ${id}::uuid`;

/** Keeps which loans either version warns of. */
export const addTestedLoans = (tx: Tx, backtestId: string, loans: readonly ChangedLoan[]) =>
  tx.signalBacktestLoan.createMany({
    data: loans.map(({ firstOn, ...loan }) => ({ ...loan, backtestId, firstOn: dateOfDay(firstOn) })),
  });

export type TestedLoanRow = {
  loan_id: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  change: 'new' | 'gone' | 'both';
  first_on: string;
  before: 'yellow' | 'orange' | 'red' | null;
  after: 'yellow' | 'orange' | 'red' | null;
};

/** A page of the loans that a back-test names, the gravest first. */
export const findTestedLoans = (
  tx: Tx,
  id: string,
  change: string | undefined,
  limit: number,
  offset: number,
) =>
  tx.$queryRaw<TestedLoanRow[]>`
  select b.loan_id::text, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en, b.change, b.first_on::text, b.before, b.after
  from signal_backtest_loan b
  join enterprise e on e.id = b.enterprise_id
  join loan l on l.id = b.loan_id
  join institution i on i.id = l.institution_id
  where b.backtest_id = ${id}::uuid and ${change ? Prisma.sql`b.change = ${change}` : Prisma.sql`true`}
  order by b.first_on desc, e.name, b.loan_id limit ${limit} offset ${offset}`;
