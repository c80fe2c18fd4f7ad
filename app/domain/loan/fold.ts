import { addDays, type Day } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, leastFen, minus, negate, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { AskedUntil } from '~/domain/loan/arrears-chain.ts';
import type { LoanContract } from '~/domain/loan/contract.ts';
import type { EventOf, LoanEvent, LoanEventKind } from '~/domain/loan/event.ts';
import {
  accruedOf,
  askAtOnce,
  clearPlan,
  extended,
  isOver,
  type Plan,
  type PlanRow,
  payAhead,
  relevel,
  shorten,
  startPlan,
} from '~/domain/loan/plan.ts';

export type LoanState = 'active' | 'settled' | 'renewed' | 'written-off';

/** A loan while its events are applied one after the other: the plan, what came in, what was asked before new terms. */
export type Fold = {
  plan: Plan;
  drawn: Fen;
  principal: Fen;
  interest: Fen;
  asked: AskedUntil[];
  moved: Fen;
  writtenOff: Fen;
  recovered: Fen;
  leftDue: PlanRow[];
  end: { readonly state: LoanState; readonly on: Day } | null;
};

export const sumPrincipal = (rows: readonly PlanRow[]): Fen => plus(...rows.map((r) => r.principal));
export const sumInterest = (rows: readonly PlanRow[]): Fen => plus(...rows.map((r) => r.interest));

/** Before the first event. Principal that a renewal took over as due is asked for already, so the plan owes it less. */
export function startFold(contract: LoanContract): Fold {
  const { method, dayCount, termMonths, startOn, rate, dueDay, holiday } = contract;
  const plan = startPlan({ method, dayCount, termMonths, anchor: startOn, dueDay, holiday }, rate);
  plan.rows = (contract.carried ?? []).map((due) => ({
    ...due,
    kind: 'carried' as const,
    from: due.dueOn,
    balanceAfter: zeroFen,
  }));
  plan.balance = negate(sumPrincipal(plan.rows));
  return {
    plan,
    drawn: zeroFen,
    principal: zeroFen,
    interest: zeroFen,
    asked: [],
    moved: zeroFen,
    writtenOff: zeroFen,
    recovered: zeroFen,
    leftDue: [],
    end: null,
  };
}

/** Principal that did not come back from the borrower and did not move to another contract. */
export const outstandingOf = (fold: Fold): Fen => minus(fold.drawn, plus(fold.principal, fold.moved));

/** Money that came in covers what is overdue first; only the rest of a prepayment changes the schedule. */
function prepay(fold: Fold, event: EventOf<'prepayment'>): void {
  const { plan } = fold;
  const overdue = greatestFen(zeroFen, minus(sumPrincipal(plan.rows), fold.principal));
  const ahead = leastFen(plan.balance, greatestFen(zeroFen, minus(event.principal, overdue)));
  if (ahead > 0n) payAhead(plan, event.on, ahead);
  if (event.effect === 'shorter-term') shorten(plan);
  else relevel(plan);
}

/** Cuts the rows so far down to what was paid; answers the rest, which is still owed. */
function cutToPaid(fold: Fold): PlanRow[] {
  let { principal, interest } = fold;
  const rest: PlanRow[] = [];
  const kept: PlanRow[] = [];
  const byDay = [...fold.plan.rows].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  for (const row of byDay) {
    const paid = {
      principal: leastFen(row.principal, principal),
      interest: leastFen(row.interest, interest),
    };
    principal = minus(principal, paid.principal);
    interest = minus(interest, paid.interest);
    if (paid.principal + paid.interest > 0n) kept.push({ ...row, ...paid });
    const left = {
      principal: minus(row.principal, paid.principal),
      interest: minus(row.interest, paid.interest),
    };
    if (left.principal + left.interest > 0n) rest.push({ ...row, ...left });
  }
  fold.plan.rows = kept;
  return rest;
}

/** What was paid beyond everything asked for so far becomes a row of its own day; answers its interest. */
export function keepPaidAhead(fold: Fold, on: Day, mostInterest: Fen): Fen {
  const { rows } = fold.plan;
  const principal = greatestFen(zeroFen, minus(fold.principal, sumPrincipal(rows)));
  const beyond = greatestFen(zeroFen, minus(fold.interest, sumInterest(rows)));
  const interest = leastFen(beyond, mostInterest);
  if (principal + interest > 0n)
    rows.push({ kind: 'paid-ahead', from: on, dueOn: on, principal, interest, balanceAfter: zeroFen });
  return interest;
}

function restructure(fold: Fold, event: EventOf<'restructuring'>): void {
  const accrued = accruedOf(fold.plan);
  fold.asked.push({ through: addDays(event.on, -1), dues: fold.plan.rows });
  const unpaid = sumInterest(cutToPaid(fold));
  const covered = keepPaidAhead(fold, event.on, accrued);
  const { method, termMonths, rate, on } = event;
  const { dayCount, dueDay, holiday } = fold.plan.terms;
  const plan = startPlan({ method, termMonths, dayCount, anchor: on, dueDay, holiday }, rate);
  plan.rows = fold.plan.rows;
  plan.balance = outstandingOf(fold);
  plan.owed = minus(plus(accrued, unpaid), covered);
  relevel(plan);
  fold.plan = plan;
}

/** The contract ends without money: what fell due and was not paid is taken over by the new one. */
function renew(fold: Fold, on: Day): void {
  const { rows } = fold.plan;
  const interest = accruedOf(fold.plan);
  if (interest > 0n)
    rows.push({
      kind: 'instalment',
      from: on,
      dueOn: on,
      principal: zeroFen,
      interest,
      balanceAfter: zeroFen,
    });
  fold.asked.push({ through: addDays(on, -1), dues: rows });
  fold.leftDue = cutToPaid(fold);
  keepPaidAhead(fold, on, fold.interest);
  fold.moved = outstandingOf(fold);
  fold.end = { state: 'renewed', on };
}

function takePayment(fold: Fold, event: EventOf<'repayment' | 'prepayment'>): void {
  if (event.kind === 'prepayment') prepay(fold, event);
  fold.principal = plus(fold.principal, event.principal);
  fold.interest = plus(fold.interest, event.interest);
  if (outstandingOf(fold) === 0n && fold.plan.balance > 0n) {
    keepPaidAhead(fold, event.on, fold.interest);
    clearPlan(fold.plan);
  }
}

type Effects = { readonly [K in LoanEventKind]: (fold: Fold, event: EventOf<K>) => void };

/** What each kind of event does to a loan whose plan has run to the event's day. */
const effects: Effects = {
  drawdown: (fold, { on, amount }) => {
    fold.drawn = plus(fold.drawn, amount);
    fold.plan.balance = plus(fold.plan.balance, amount);
    if (isOver(fold.plan)) askAtOnce(fold.plan, on);
    else relevel(fold.plan);
  },
  repayment: takePayment,
  prepayment: takePayment,
  'rate-change': ({ plan }, { rate }) => {
    plan.rate = rate;
    relevel(plan);
  },
  extension: ({ plan }, { months }) => {
    plan.terms = extended(plan.terms, months);
    relevel(plan);
  },
  restructuring: restructure,
  renewal: (fold, { on }) => renew(fold, on),
  'write-off': (fold, { on }) => {
    fold.writtenOff = outstandingOf(fold);
    fold.end = { state: 'written-off', on };
  },
  recovery: (fold, { principal }) => {
    fold.recovered = plus(fold.recovered, principal);
    fold.writtenOff = minus(fold.writtenOff, principal);
  },
  misuse: () => undefined,
  'technical-overdue': () => undefined,
  reversal: () => undefined,
};

export const applyEvent = (fold: Fold, event: LoanEvent): void => effects[event.kind](fold, event as never);
