import type { Day } from '~/domain/kernel/day.ts';
import { addMonths } from '~/domain/kernel/day.ts';
import {
  divideHalfUp,
  type Fen,
  fen,
  greatestFen,
  leastFen,
  minus,
  plus,
  zeroFen,
} from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import type { Due } from '~/domain/loan/dpd.ts';
import { type DayCount, interestFor, type YearFraction, yearFraction } from '~/domain/policy/day-count.ts';
import { type DueTerms, dueDatesOf, isPlain } from '~/domain/product/due-dates.ts';
import { levelPayment, type RepaymentMethod } from '~/domain/product/schedule.ts';

/**
 * Why something is asked for on a day: an instalment of the schedule, money paid ahead of it at a prepayment, settlement
 * or restructuring, or what the loan that this one renews still owed.
 */
export type PlanRowKind = 'instalment' | 'paid-ahead' | 'carried';

/** What is asked for on a day. `from` begins the time its interest is for. */
export type PlanRow = Due & {
  readonly kind: PlanRowKind;
  readonly from: Day;
  /** Principal that is not asked for yet after this row. */
  readonly balanceAfter: Fen;
};

type PlanTerms = {
  readonly method: RepaymentMethod;
  readonly dayCount: DayCount;
  /** Due dates fall on its day of the month. */
  readonly anchor: Day;
  readonly termMonths: number;
  /** The number of due dates that are left of a plan that was shortened; only where the contract names its due dates. */
  readonly upTo?: number;
} & DueTerms;

/** A schedule in the making. It runs along the days; changes of the loan are applied between two of them. */
export type Plan = {
  terms: PlanTerms;
  rate: Ppm;
  /** Principal that no row asks for yet. */
  balance: Fen;
  /** The level payment (等额本息) or the level share of principal (等额本金). */
  level: Fen;
  /** Number of the next due date, from 1. */
  next: number;
  /** Interest of the running period up to `cursor`, exact: fen × ppm × parts of a year. */
  exact: bigint;
  elapsed: bigint;
  cursor: Day;
  /** Interest of before that is asked for with the next row. */
  owed: Fen;
  rows: PlanRow[];
};

const stepOf = ({ method, termMonths }: PlanTerms): number =>
  method === 'bullet-quarterly' ? 3 : method === 'bullet-at-maturity' ? termMonths : 1;

const monthsAt = (terms: PlanTerms, k: number): number => Math.min(k * stepOf(terms), terms.termMonths);
const lastOf = (terms: PlanTerms): number =>
  isPlain(terms)
    ? Math.ceil(terms.termMonths / stepOf(terms))
    : Math.min(terms.upTo ?? Number.MAX_SAFE_INTEGER, datesOf(terms).length - 1);

/** The same terms for so many months more. */
export const extended = (terms: PlanTerms, months: number): PlanTerms => ({
  ...terms,
  termMonths: terms.termMonths + months,
  ...(terms.upTo !== undefined && { upTo: terms.upTo + Math.ceil(months / stepOf(terms)) }),
});

const known = new WeakMap<PlanTerms, readonly Day[]>();

/** The start and all due dates of terms that name them. */
function datesOf(terms: PlanTerms): readonly Day[] {
  const made =
    known.get(terms) ??
    dueDatesOf({ startOn: terms.anchor, termMonths: terms.termMonths, step: stepOf(terms) }, terms);
  known.set(terms, made);
  return made;
}

/** The k-th due date; the 0th is the start. */
export const dueDayOf = (terms: PlanTerms, k: number): Day =>
  isPlain(terms)
    ? addMonths(terms.anchor, monthsAt(terms, k))
    : (datesOf(terms)[Math.min(k, lastOf(terms))] as Day);

const denominators: Readonly<Record<DayCount, bigint>> = {
  actual360: 360n,
  actual365F: 365n,
  actualActual: 365n * 366n,
  thirty360: 360n,
};

/** The part of a year of the k-th period; on 30/360 a month is a twelfth whatever its length. */
function wholePeriod(terms: PlanTerms, k: number): YearFraction {
  const months = BigInt(monthsAt(terms, k) - monthsAt(terms, k - 1));
  return isPlain(terms) && terms.dayCount === 'thirty360'
    ? { numerator: months * 30n, denominator: 360n }
    : yearFraction(dueDayOf(terms, k - 1), dueDayOf(terms, k), terms.dayCount);
}

/** A plan at the start of a contract or of new terms, with nothing drawn yet. */
export const startPlan = (terms: PlanTerms, rate: Ppm): Plan => ({
  terms,
  rate,
  balance: zeroFen,
  level: zeroFen,
  next: 1,
  exact: 0n,
  elapsed: 0n,
  cursor: terms.anchor,
  owed: zeroFen,
  rows: [],
});

/** The level amount for the balance, the rate and the due dates that are left. */
export function relevel(plan: Plan): void {
  const left = BigInt(lastOf(plan.terms) - plan.next + 1);
  if (left < 1n) return;
  if (plan.terms.method === 'equal-instalment')
    plan.level = levelPayment(plan.balance, plan.rate, Number(left));
  if (plan.terms.method === 'equal-principal') plan.level = fen(divideHalfUp(plan.balance, left));
}

const principalPlanned = ({ terms, level }: Plan, interest: Fen): Fen =>
  terms.method === 'equal-instalment'
    ? greatestFen(zeroFen, minus(level, interest))
    : terms.method === 'equal-principal'
      ? level
      : zeroFen;

/** Lets interest run up to a day within the running period; balance or rate change there. */
export function accrueTo(plan: Plan, on: Day): void {
  if (on <= plan.cursor || plan.next > lastOf(plan.terms)) return;
  const left = wholePeriod(plan.terms, plan.next).numerator - plan.elapsed;
  const days = yearFraction(plan.cursor, on, plan.terms.dayCount).numerator;
  const part = days < left ? days : left;
  plan.exact += plan.balance * BigInt(plan.rate) * part;
  plan.elapsed += part;
  plan.cursor = on;
}

/** Interest of the running period so far, half up to the fen. */
export const accruedOf = ({ exact, terms, owed }: Plan): Fen =>
  plus(fen(divideHalfUp(exact, 1_000_000n * denominators[terms.dayCount])), owed);

/** Starts the time after a row: nothing accrued, nothing owed. */
function newPeriod(plan: Plan): void {
  plan.exact = 0n;
  plan.elapsed = 0n;
  plan.owed = zeroFen;
}

function emitNext(plan: Plan): void {
  const { terms, next } = plan;
  const dueOn = dueDayOf(terms, next);
  const whole = wholePeriod(terms, next);
  plan.exact += plan.balance * BigInt(plan.rate) * (whole.numerator - plan.elapsed);
  const interest = accruedOf(plan);
  const planned = principalPlanned(plan, interestFor(plan.balance, plan.rate, whole));
  const principal = next === lastOf(terms) ? plan.balance : leastFen(plan.balance, planned);
  const asked = plan.balance > 0n || interest > 0n;
  plan.balance = minus(plan.balance, principal);
  const from = dueDayOf(terms, next - 1);
  if (asked)
    plan.rows.push({ kind: 'instalment', from, dueOn, principal, interest, balanceAfter: plan.balance });
  plan.next = next + 1;
  plan.cursor = dueOn;
  newPeriod(plan);
}

/** Runs the plan through the end of a day: what falls due until then becomes rows, interest runs on after the last. */
export function runTo(plan: Plan, on: Day): void {
  while (plan.next <= lastOf(plan.terms) && dueDayOf(plan.terms, plan.next) <= on) emitNext(plan);
  accrueTo(plan, on);
}

/** All principal is back ahead of the plan: no later due date asks for anything. */
export function clearPlan(plan: Plan): void {
  plan.balance = zeroFen;
  newPeriod(plan);
}

/** Whether every due date has passed. */
export const isOver = (plan: Plan): boolean => plan.next > lastOf(plan.terms);

/** Money that goes out when no due date is left is asked for on its own day. */
export function askAtOnce(plan: Plan, on: Day): void {
  const row = { kind: 'instalment', from: on, dueOn: on, interest: zeroFen, balanceAfter: zeroFen } as const;
  plan.rows.push({ ...row, principal: plan.balance });
  plan.balance = zeroFen;
}

/** Runs the plan to its last due date. */
export function runOut(plan: Plan): void {
  while (plan.next <= lastOf(plan.terms)) emitNext(plan);
}

/** Takes principal out of what is still to be asked for, as a row of that day; all of it takes the interest along. */
export function payAhead(plan: Plan, on: Day, principal: Fen): void {
  plan.balance = minus(plan.balance, principal);
  const interest = plan.balance === 0n ? accruedOf(plan) : zeroFen;
  if (plan.balance === 0n) newPeriod(plan);
  plan.rows.push({
    kind: 'paid-ahead',
    from: on,
    dueOn: on,
    principal,
    interest,
    balanceAfter: plan.balance,
  });
}

/** Keeps the level amount and gives up the due dates that are then no longer needed. */
export function shorten(plan: Plan): void {
  let left = plan.balance;
  let k = plan.next;
  for (; k < lastOf(plan.terms); k += 1) {
    const interest = interestFor(left, plan.rate, wholePeriod(plan.terms, k));
    left = minus(left, leastFen(left, principalPlanned(plan, interest)));
    if (left === 0n) break;
  }
  plan.terms = isPlain(plan.terms)
    ? { ...plan.terms, termMonths: monthsAt(plan.terms, k) }
    : { ...plan.terms, upTo: k };
}
