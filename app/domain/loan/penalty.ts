import { addDays, type Day } from '~/domain/kernel/day.ts';
import { divideHalfUp, type Fen, fen, greatestFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { balanceOn } from '~/domain/loan/daily-balance.ts';
import { unpaidOn } from '~/domain/loan/dpd.ts';
import type { LoanReplay } from '~/domain/loan/replay.ts';
import { type DayCount, yearFraction } from '~/domain/policy/day-count.ts';

/** What a contract adds to its rate (罚息, 复利): parts of the contract's rate in ppm, 500 000 for half as much again. */
export type PenaltyTerms = {
  readonly overduePpm: number;
  /** From the day on which misuse was found, on all principal; with arrears the heavier counts, never both. */
  readonly misusePpm: number;
  /** Whether unpaid interest bears the overdue rate as well (复利). */
  readonly compounds: boolean;
};

/** What the contract asks for beside interest, from the first day through the end of a day. Amounts in fen. */
export type PenaltyOwed = {
  /** On overdue principal, at the whole overdue rate: ordinary interest ends with the due date. */
  readonly overdue: Fen;
  /** What misuse adds on principal that is not overdue. */
  readonly misuse: Fen;
  readonly compound: Fen;
  readonly total: Fen;
};

const million = 1_000_000n;
const common = 360n * 365n * 366n;

type Sums = { overdue: bigint; misuse: bigint; compound: bigint };

/** Fen × ppm × ppm × days over a common year: exact until the end of the sum. */
const weighted = (
  amount: Fen,
  rate: Ppm,
  addedPpm: bigint,
  from: Day,
  to: Day,
  dayCount: DayCount,
): bigint => {
  const { numerator, denominator } = yearFraction(from, to, dayCount);
  return amount * BigInt(rate) * addedPpm * numerator * (common / denominator);
};

const rounded = (sum: bigint): Fen => fen(divideHalfUp(sum, million * million * common));

/** The contract's rate in force on a day: from the start, then as events changed it. */
function rateOn(contractRate: Ppm, { events }: Pick<LoanReplay, 'events'>, on: Day): Ppm {
  const rates = events.flatMap((e) => (e.kind === 'rate-change' || e.kind === 'restructuring' ? [e] : []));
  return rates.filter((event) => event.on <= on).at(-1)?.rate ?? contractRate;
}

/** Days on which something begins to count otherwise, in order, from the first through the last. */
function turns(replay: PenaltyReplay, startOn: Day, through: Day): Day[] {
  const days = [
    startOn,
    through,
    ...replay.asked.flatMap(({ through: last, dues }) => [addDays(last, 1), ...dues.map((due) => due.dueOn)]),
    ...replay.payments.map((payment) => payment.paidOn),
    ...replay.events.map((event) => event.on),
  ];
  return [...new Set(days)].filter((on) => on >= startOn && on <= through).sort();
}

/** What is unpaid at the end of a day of what fell due by then, the day itself included: it bears the rate from that evening. */
function unpaidInTheEvening(replay: PenaltyReplay, on: Day) {
  const dues = replay.asked.find(({ through }) => on <= through)?.dues ?? [];
  const made = replay.payments.filter((payment) => payment.paidOn <= on);
  return unpaidOn(addDays(on, 1), dues, made);
}

type PenaltyReplay = Pick<LoanReplay, 'asked' | 'payments' | 'events' | 'balances' | 'endedOn'>;
type PenaltyContract = { readonly rate: Ppm; readonly dayCount: DayCount; readonly startOn: Day };

/**
 * The penalty and compound interest that a contract asks for through a day (domain.md §2.9: overdue 30–50 % above the rate,
 * misuse 50–100 %). Worked out anew from the whole chain, on the contract's day count; each part is rounded half up to the
 * fen once. It ends when the loan does.
 */
export function penaltyOwed(
  contract: PenaltyContract,
  terms: PenaltyTerms,
  replay: PenaltyReplay,
  through: Day,
): PenaltyOwed {
  const end = replay.endedOn && replay.endedOn < through ? replay.endedOn : through;
  const misusedOn = replay.events.find((event) => event.kind === 'misuse')?.on ?? null;
  const sums: Sums = { overdue: 0n, misuse: 0n, compound: 0n };
  const days = turns(replay, contract.startOn, end);
  for (const [at, from] of days.entries()) {
    const to = days[at + 1];
    if (!to) break;
    const { overduePrincipal, overdueInterest } = unpaidInTheEvening(replay, from);
    const rate = rateOn(contract.rate, replay, from);
    const isMisused = misusedOn !== null && misusedOn <= from;
    const added = BigInt(isMisused ? Math.max(terms.overduePpm, terms.misusePpm) : terms.overduePpm);
    const on = (amount: Fen, ppm: bigint) => weighted(amount, rate, ppm, from, to, contract.dayCount);
    sums.overdue += on(overduePrincipal, million + added);
    if (terms.compounds) sums.compound += on(overdueInterest, million + added);
    const sound = greatestFen(zeroFen, minus(balanceOn(replay.balances, from), overduePrincipal));
    if (isMisused) sums.misuse += on(sound, BigInt(terms.misusePpm));
  }
  const parts = {
    overdue: rounded(sums.overdue),
    misuse: rounded(sums.misuse),
    compound: rounded(sums.compound),
  };
  return { ...parts, total: plus(parts.overdue, parts.misuse, parts.compound) };
}

/** A payment with the penalty interest that its bank states, beside what the contract still asked for on its day. */
export type PenaltyFinding = {
  readonly eventId: string;
  readonly on: Day;
  readonly expected: Fen;
  readonly stated: Fen;
  /** Stated less expected: positive where the borrower was asked for too much. */
  readonly difference: Fen;
  readonly differs: boolean;
};

/**
 * What each payment states as penalty interest, compared with what the contract asks for through its day less what the
 * payments before it stated. A difference within the tolerance is rounding, and no finding.
 */
export function comparePenalties(
  contract: PenaltyContract,
  terms: PenaltyTerms,
  replay: PenaltyReplay,
  tolerance: Fen,
): PenaltyFinding[] {
  let before: Fen = zeroFen;
  return replay.events.flatMap((event): PenaltyFinding[] => {
    if (event.kind !== 'repayment' && event.kind !== 'prepayment') return [];
    const expected = minus(penaltyOwed(contract, terms, replay, event.on).total, before);
    before = plus(before, event.penalty);
    const difference = minus(event.penalty, expected);
    const differs = difference > tolerance || -difference > tolerance;
    return [{ eventId: event.id, on: event.on, expected, stated: event.penalty, difference, differs }];
  });
}

/** How far a contract may go, as effective-dated data. */
export type PenaltyBounds = {
  readonly overdue: { readonly minPpm: number; readonly maxPpm: number };
  readonly misuse: { readonly minPpm: number; readonly maxPpm: number };
};

/** Which part of a contract's terms lies outside what is allowed. */
export const outsideBounds = (terms: PenaltyTerms, bounds: PenaltyBounds): 'overdue' | 'misuse' | null =>
  terms.overduePpm < bounds.overdue.minPpm || terms.overduePpm > bounds.overdue.maxPpm
    ? 'overdue'
    : terms.misusePpm < bounds.misuse.minPpm || terms.misusePpm > bounds.misuse.maxPpm
      ? 'misuse'
      : null;
