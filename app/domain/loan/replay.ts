import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { type ArrearsSpan, type AskedUntil, arrearsChain } from '~/domain/loan/arrears-chain.ts';
import type { Repayment } from '~/domain/loan/balance.ts';
import type { LoanContract } from '~/domain/loan/contract.ts';
import { balancesOf, paymentsOf } from '~/domain/loan/daily-balance.ts';
import { eventsInEffect, type LoanEvent } from '~/domain/loan/event.ts';
import {
  applyEvent,
  type Fold,
  keepPaidAhead,
  type LoanState,
  outstandingOf,
  startFold,
  sumInterest,
} from '~/domain/loan/fold.ts';
import { accruedOf, dueDayOf, type Plan, type PlanRow, runOut, runTo } from '~/domain/loan/plan.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';

/** A loan at the end of a day, worked out from its contract and its events. Amounts in fen. */
export type LoanReplay = {
  readonly asOf: Day;
  readonly state: LoanState;
  /** The day of the event that ended it; null while it lives. */
  readonly endedOn: Day | null;
  readonly drawn: Fen;
  readonly principalPaid: Fen;
  readonly interestPaid: Fen;
  readonly penaltyPaid: Fen;
  /** drawn = principalPaid + outstanding + moved + writtenOff + recovered. */
  readonly outstanding: Fen;
  /** Went on under the contract that renews this one. */
  readonly moved: Fen;
  /** Written off and not recovered: off the books, still owed. */
  readonly writtenOff: Fen;
  /** Principal recovered after the write-off. */
  readonly recovered: Fen;
  readonly rate: Ppm;
  readonly maturityOn: Day;
  /** What was and will be asked for, by due date. */
  readonly schedule: readonly PlanRow[];
  /** The same as it was asked for at each time: new terms ask anew. */
  readonly asked: readonly AskedUntil[];
  /** Interest run up since the last due date, not yet asked for. */
  readonly accrued: Fen;
  readonly balances: readonly BalanceSpan[];
  readonly arrears: readonly ArrearsSpan[];
  readonly payments: readonly Repayment[];
  /** The events in effect, in order. */
  readonly events: readonly LoanEvent[];
  /** What a renewal takes over as still due, on its own dates. */
  readonly leftDue: readonly PlanRow[];
};

/** The loan at the end of a day. Events that take effect later, or were reversed, do not count. */
export function replayLoan(contract: LoanContract, events: readonly LoanEvent[], asOf: Day): LoanReplay {
  const inEffect = eventsInEffect(events, asOf);
  const fold = startFold(contract);
  for (const event of inEffect) {
    if (!fold.end) runTo(fold.plan, event.on);
    applyEvent(fold, event);
  }
  if (!fold.end) runTo(fold.plan, asOf);
  const accrued = fold.end ? zeroFen : accruedOf(fold.plan);
  const payments = paymentsOf(inEffect).map(({ on, principal, interest }) => ({
    paidOn: on,
    principal,
    interest,
  }));
  closeFold(fold, payments);
  const { plan, end } = fold;
  const through = end && end.on < asOf ? end.on : asOf;
  const asked = [...fold.asked, { through, dues: plan.rows }];
  if (through < asOf) asked.push({ through: asOf, dues: [] });
  return {
    asOf,
    state: end?.state ?? 'active',
    endedOn: end?.on ?? null,
    ...sumsOf(fold, inEffect),
    rate: plan.rate,
    maturityOn: end?.state === 'settled' ? end.on : maturityOf(plan),
    schedule: [...plan.rows].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    asked,
    accrued,
    balances: balancesOf(inEffect),
    arrears: arrearsChain(contract.startOn, asked, payments),
    payments,
    events: inEffect,
    leftDue: fold.leftDue,
  };
}

const maturityOf = (plan: Plan): Day => dueDayOf(plan.terms, Number.MAX_SAFE_INTEGER);

const sumsOf = (fold: Fold, events: readonly LoanEvent[]) => ({
  drawn: fold.drawn,
  principalPaid: fold.principal,
  interestPaid: fold.interest,
  penaltyPaid: plus(...paymentsOf(events).map((e) => e.penalty)),
  outstanding: minus(outstandingOf(fold), plus(fold.writtenOff, fold.recovered)),
  moved: fold.moved,
  writtenOff: fold.writtenOff,
  recovered: fold.recovered,
});

/** A loan whose principal is all back asks for nothing that falls due later; it is settled once nothing is left unpaid. */
function closeFold(fold: Fold, payments: readonly Repayment[]): void {
  const last = payments.at(-1)?.paidOn;
  if (fold.end) return;
  if (outstandingOf(fold) > 0n || !last) {
    runOut(fold.plan);
    return;
  }
  keepPaidAhead(fold, last, fold.interest);
  const unpaid = minus(sumInterest(fold.plan.rows), fold.interest);
  if (unpaid <= 0n) fold.end = { state: 'settled', on: last };
}
