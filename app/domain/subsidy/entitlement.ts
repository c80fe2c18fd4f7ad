import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { eligibleSpans } from '~/domain/policy/cap-room.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';
import {
  type Funding,
  maturityKept,
  type PointSpan,
  splitFunding,
  subsidyOnBalances,
  subsidyUntil,
} from '~/domain/policy/subsidy.ts';
import { type Fine, fineOf } from '~/domain/policy/subsidy-points.ts';
import { capYears, sumYears, trimYears, type YearPart, yearsOf } from '~/domain/policy/year-cap.ts';
import type { Stop, SubsidisedLoan, SubsidyTerms } from '~/domain/subsidy/subsidised-loan.ts';

/**
 * What took the subsidy from the full points on the full balance down to what is due, in this order. The full amount less
 * all of them is the amount: "why 3,120.00 and not 5,000.00".
 */
export const deductionCodes = [
  'other-purpose',
  'past-term',
  'stopped',
  'interest-unpaid',
  'borrower-cap',
  'rate-room',
  'year-cap',
  'amount-cap',
  'settled-before',
] as const;
export type DeductionCode = (typeof deductionCodes)[number];

export type Deduction = { readonly code: DeductionCode; readonly amount: Fen };

/** What a loan is entitled to under a scheme from its first drawdown to a day, and what of it is still to be settled. */
export type Entitlement = {
  readonly full: Fen;
  readonly deductions: readonly Deduction[];
  /** From the first drawdown to the day: rounded once, so that no division into periods changes the sum. */
  readonly cumulative: Fen;
  /** Cumulative less what was settled before; negative when a payment recorded late takes something away. */
  readonly amount: Fen;
  /** Per payer, adding up to the amount to the fen. */
  readonly funding: readonly Funding[];
  /** The cumulative amount per payer. */
  readonly whole: readonly Funding[];
  /** The cumulative amount by the calendar year of its days. */
  readonly years: readonly YearPart[];
  /** Days that count. */
  readonly from: Day;
  readonly until: Day;
};

const earliest = (first: Day, ...rest: readonly Day[]): Day => rest.reduce((a, b) => (b < a ? b : a), first);

/**
 * The day on which the term of the subsidy ends: the scheme's months from the first drawdown of the money, extensions and
 * renewals included, never past the maturity that counts. The simulator ends a subsidy by the same two rules.
 */
export const termEnd = (loan: SubsidisedLoan, terms: SubsidyTerms): Day =>
  subsidyUntil(
    terms,
    loan.moneySince,
    maturityKept({ ...loan, since: loan.moneySince, extendedMonths: terms.extendedMonths }),
  );

/** The first day that a stop takes away; the first drawdown where it takes the whole. */
const stopEnd = (loan: SubsidisedLoan, stops: readonly Stop[], until: Day): Day =>
  earliest(until, ...stops.map((stop) => (stop.scope === 'whole' ? loan.drawnOn : stop.on)));

/** Local and central points together never exceed the contract rate (domain.md G12). */
export function roomFor(loan: Pick<SubsidisedLoan, 'rate' | 'otherPoints'>, points: Fine): Fine {
  const room = fineOf(loan.rate) - fineOf(loan.otherPoints);
  const least = points < room ? points : room;
  return least > 0n ? least : 0n;
}

/**
 * The points of each day: what the scheme asks, and what of it the contract rate of that day leaves. A rate that changes later moves
 * no earlier day, so what was settled stays settled.
 */
function pointsByDay(
  loan: SubsidisedLoan,
  terms: SubsidyTerms,
): { asked: PointSpan[]; allowed: PointSpan[] } {
  const rates = [{ from: loan.drawnOn, rate: loan.rate }, ...(loan.laterRates ?? [])];
  const spans = rates.map(({ from, rate }) => {
    const share = terms.interestShare ?? null;
    const asked = share === null ? terms.points : BigInt(rate) * BigInt(share);
    return { from, asked, allowed: roomFor({ rate, otherPoints: loan.otherPoints }, asked) };
  });
  return {
    asked: spans.map(({ from, asked }) => ({ from, points: asked })),
    allowed: spans.map(({ from, allowed }) => ({ from, points: allowed })),
  };
}

type Paid = { readonly payer: string; readonly amount: Fen };

/** What the caps of the borrower leave a loan: its part of the principal, and what its other loans use of each year. */
export type Room = {
  readonly spans: readonly BalanceSpan[];
  readonly usedIn: ReadonlyMap<number, Fen>;
};

/** The sums as less and less of the full amount counts; the first is the full amount, the last what is still to settle. */
function stepsOf(
  loan: SubsidisedLoan,
  terms: SubsidyTerms,
  { spans, usedIn }: Room,
  asOf: Day,
  settled: Fen,
) {
  const { drawnOn: from, dayCount } = loan;
  const sum = (balances: readonly BalanceSpan[], until: Day, points: readonly PointSpan[]): Fen =>
    until <= from ? zeroFen : subsidyOnBalances({ balances, capLeft: null, points, from, until, dayCount });
  const inTerm = earliest(asOf, termEnd(loan, terms));
  const beforeStop = stopEnd(loan, loan.stops, inTerm);
  const until = terms.paidFirst ? earliest(beforeStop, loan.settledUntil) : beforeStop;
  const eligible = eligibleSpans(loan);
  const { asked, allowed: points } = pointsByDay(loan, terms);
  const inRoom = sum(spans, until, points);
  const inYears = capYears(
    yearsOf((day) => sum(spans, day, points), from, until),
    terms.yearAmountCap,
    usedIn,
  );
  const inYear = sumYears(inYears);
  const interestPaid = terms.paidFirst ? loan.interestPaid : inYear;
  const cumulative = leastFen(inYear, interestPaid, terms.amountCap ?? inYear);
  const steps: readonly Fen[] = [
    sum(loan.balances, asOf, asked),
    sum(eligible, asOf, asked),
    sum(eligible, inTerm, asked),
    sum(eligible, beforeStop, asked),
    sum(eligible, until, asked),
    sum(spans, until, asked),
    inRoom,
    inYear,
    cumulative,
    minus(cumulative, settled),
  ];
  return { steps, cumulative, until, years: trimYears(inYears, cumulative) };
}

/**
 * The entitlement of one loan under one scheme as of a day (domain.md §2.7): Σ over days of the balance that counts ×
 * points ÷ the day basis of the contract, over the days whose interest is paid where the scheme asks for that. `room` is
 * what the borrower's caps leave the loan (`shareCap` for the principal), `before` what earlier settlements gave, by payer.
 */
export function entitlementOf(
  loan: SubsidisedLoan,
  terms: SubsidyTerms,
  room: Room,
  asOf: Day,
  before: readonly Paid[],
): Entitlement {
  const settled = plus(zeroFen, ...before.map((part) => part.amount));
  const { steps, cumulative, until, years } = stepsOf(loan, terms, room, asOf, settled);
  const deductions = deductionCodes
    .map((code, i) => ({ code, amount: minus(steps[i] ?? zeroFen, steps[i + 1] ?? zeroFen) }))
    .filter(({ amount }) => amount !== 0n);
  const whole = splitFunding(cumulative, terms.funding);
  const funding = whole.map(({ payer, amount }) => ({
    payer,
    amount: minus(amount, before.find((part) => part.payer === payer)?.amount ?? zeroFen),
  }));
  return {
    full: steps[0] ?? zeroFen,
    deductions,
    cumulative,
    amount: minus(cumulative, settled),
    funding,
    whole,
    years,
    from: loan.drawnOn,
    until: until < loan.drawnOn ? loan.drawnOn : until,
  };
}
