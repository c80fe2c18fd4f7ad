import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { LoanEvent, MoneyIn } from '~/domain/loan/event.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';

/** What an event adds to the principal outstanding; write-off and renewal take all of it. */
function changeOf(event: LoanEvent, balance: bigint): bigint {
  if (event.kind === 'drawdown') return event.amount;
  if (event.kind === 'repayment' || event.kind === 'prepayment') return -event.principal;
  return event.kind === 'write-off' || event.kind === 'renewal' ? -balance : 0n;
}

/** The principal outstanding at the end of each day as spans of one balance each, from events in effect, in order. */
export function balancesOf(events: readonly LoanEvent[]): BalanceSpan[] {
  const spans: BalanceSpan[] = [];
  let balance = 0n;
  for (const event of events) {
    const change = changeOf(event, balance);
    if (change === 0n) continue;
    balance += change;
    if (spans.at(-1)?.from === event.on) spans.pop();
    spans.push({ from: event.on, balance: fen(balance) });
  }
  return spans;
}

/** Principal outstanding at the end of a day (余额); zero before the first drawdown. */
export const balanceOn = (spans: readonly BalanceSpan[], on: Day): Fen =>
  spans.filter((span) => span.from <= on).at(-1)?.balance ?? zeroFen;

/**
 * The balances of the days from `from` up to, not including, `to`: the first span starts on `from`. Between two
 * spans the balance does not change, so a sum over days is a sum over spans.
 */
export function balanceSpansWithin(spans: readonly BalanceSpan[], from: Day, to: Day): BalanceSpan[] {
  if (from >= to) return [];
  const later = spans.filter((span) => span.from > from && span.from < to);
  return [{ from, balance: balanceOn(spans, from) }, ...later];
}

type MoneyEvent = { readonly on: Day } & MoneyIn;

const isMoneyIn = (event: LoanEvent): event is LoanEvent & MoneyEvent =>
  event.kind === 'repayment' || event.kind === 'prepayment';

/** Payments of a borrower among events in effect; a recovery after write-off is none. */
export const paymentsOf = (events: readonly LoanEvent[]): (LoanEvent & MoneyEvent)[] =>
  events.filter(isMoneyIn);

/** Interest that was actually paid from one day through another (先结后贴 rests on it); penalty interest is not part of it. */
export const interestPaidWithin = (events: readonly LoanEvent[], from: Day, through: Day): Fen =>
  plus(...paymentsOf(events).flatMap((e) => (e.on >= from && e.on <= through ? [e.interest] : [])));
