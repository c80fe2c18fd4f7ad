import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { divideHalfUp, type Fen, fen, greatestFen, leastFen, minus, zeroFen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { type DayCount, interestFor, type YearFraction, yearFraction } from '~/domain/policy/day-count.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';
import { type DueTerms, dueDatesOf, isPlain } from '~/domain/product/due-dates.ts';

/**
 * How a loan is repaid: 等额本息, 等额本金, and 到期还本 with interest monthly, quarterly
 * or with the principal (利随本清).
 */
export const repaymentMethods = [
  'equal-instalment',
  'equal-principal',
  'bullet-monthly',
  'bullet-quarterly',
  'bullet-at-maturity',
] as const;
export type RepaymentMethod = (typeof repaymentMethods)[number];

export type ScheduleTerms = {
  readonly principal: Fen;
  /** Yearly rate of the contract. */
  readonly rate: Ppm;
  readonly method: RepaymentMethod;
  readonly disbursedOn: Day;
  readonly termMonths: number;
  readonly dayCount: DayCount;
} & DueTerms;

export type Instalment = {
  /** From 1. */
  readonly seq: number;
  readonly dueOn: Day;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly balanceAfter: Fen;
};

type Period = { readonly dueOn: Day; readonly part: YearFraction };

/** Months from one due date to the next; the last period of a bullet loan may be shorter. */
function stepOf(method: RepaymentMethod, termMonths: number): number {
  if (method === 'bullet-quarterly') return 3;
  return method === 'bullet-at-maturity' ? termMonths : 1;
}

/** Due dates on the day of the month of the disbursement; on 30/360 a month is a twelfth of a year whatever its length. */
function periodsOf(terms: ScheduleTerms): Period[] {
  const step = stepOf(terms.method, terms.termMonths);
  if (!isPlain(terms)) {
    const dates = dueDatesOf({ startOn: terms.disbursedOn, termMonths: terms.termMonths, step }, terms);
    return dates
      .slice(1)
      .map((dueOn, k) => ({ dueOn, part: yearFraction(dates[k] as Day, dueOn, terms.dayCount) }));
  }
  const periods: Period[] = [];
  for (let from = 0; from < terms.termMonths; from += step) {
    const to = Math.min(from + step, terms.termMonths);
    const dueOn = addMonths(terms.disbursedOn, to);
    const part =
      terms.dayCount === 'thirty360'
        ? { numerator: BigInt(to - from), denominator: 12n }
        : yearFraction(addMonths(terms.disbursedOn, from), dueOn, terms.dayCount);
    periods.push({ dueOn, part });
  }
  return periods;
}

/**
 * The level payment A = P·i(1+i)^n ÷ ((1+i)^n − 1) with i = a twelfth of the yearly rate, computed exactly on whole
 * numbers and rounded half up to the fen; P ÷ n at a rate of zero.
 */
export function levelPayment(principal: Fen, rate: Ppm, months: number): Fen {
  if (rate === 0) return fen(divideHalfUp(principal, BigInt(months)));
  const unit = 12_000_000n;
  const grown = (unit + BigInt(rate)) ** BigInt(months);
  return fen(divideHalfUp(principal * BigInt(rate) * grown, unit * (grown - unit ** BigInt(months))));
}

/** The principal due in a period other than the last, before it is limited to what is still owed. */
function principalPlan(terms: ScheduleTerms, dues: number): (interest: Fen) => Fen {
  if (terms.method === 'equal-instalment') {
    const payment = levelPayment(terms.principal, terms.rate, dues);
    return (interest) => minus(payment, interest);
  }
  if (terms.method === 'equal-principal') {
    const share = fen(divideHalfUp(terms.principal, BigInt(dues)));
    return () => share;
  }
  return () => zeroFen;
}

/**
 * The repayment schedule of a loan drawn once (domain.md §2.9). Interest is rounded half up to the fen per
 * instalment on the balance carried; the last instalment takes what is left of the principal, so the parts add up
 * to the fen. A term under one month or a negative amount or rate is a fault.
 */
export function scheduleOf(terms: ScheduleTerms): Instalment[] {
  if (terms.principal < 0n || terms.rate < 0 || !Number.isInteger(terms.termMonths) || terms.termMonths < 1)
    throw new RangeError('no schedule for these terms');
  const periods = periodsOf(terms);
  const plan = principalPlan(terms, periods.length);
  let balance = terms.principal;
  return periods.map(({ dueOn, part }, i) => {
    const interest = interestFor(balance, terms.rate, part);
    const isLast = i === periods.length - 1;
    const principal = isLast ? balance : leastFen(balance, greatestFen(zeroFen, plan(interest)));
    balance = minus(balance, principal);
    return { seq: i + 1, dueOn, principal, interest, balanceAfter: balance };
  });
}

/** The balance as a schedule plans it, span by span: what a subsidy is computed on before anything is repaid. */
export const plannedBalances = (
  disbursedOn: Day,
  principal: Fen,
  schedule: readonly Instalment[],
): BalanceSpan[] => [
  { from: disbursedOn, balance: principal },
  ...schedule
    .filter((row) => row.principal > 0n)
    .map((row) => ({ from: row.dueOn, balance: row.balanceAfter })),
];
