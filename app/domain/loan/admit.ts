import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { arrearsAt } from '~/domain/loan/arrears-chain.ts';
import type { LoanContract } from '~/domain/loan/contract.ts';
import { balanceOn } from '~/domain/loan/daily-balance.ts';
import { eventsInEffect, type LoanEvent, type LoanEventKind } from '~/domain/loan/event.ts';
import { type LoanReplay, replayLoan } from '~/domain/loan/replay.ts';

export type AdmitRefusal =
  | { readonly code: 'loan.event-date'; readonly from: Day; readonly to: Day }
  | { readonly code: 'loan.not-live' }
  | { readonly code: 'loan.not-written-off' }
  | { readonly code: 'loan.repayment-nothing' }
  | { readonly code: 'loan.repayment-too-much'; readonly balanceFen: Fen }
  | { readonly code: 'loan.recovery-too-much'; readonly leftFen: Fen }
  | { readonly code: 'loan.drawdown-too-much'; readonly leftFen: Fen }
  | { readonly code: 'loan.after-maturity'; readonly maturityOn: Day }
  | { readonly code: 'loan.later-events'; readonly on: Day }
  | { readonly code: 'loan.prepayment-overdue'; readonly overdueFen: Fen }
  | { readonly code: 'loan.nothing-to-reverse' }
  | { readonly code: 'loan.not-overdue' };

export type Standing = {
  readonly contract: LoanContract;
  readonly events: readonly LoanEvent[];
  /** The most that may be drawn under the contract. */
  readonly limit: Fen;
  readonly today: Day;
};

type Check = (loan: Standing, event: LoanEvent, now: LoanReplay) => AdmitRefusal | null;

const lowestFrom = (loan: LoanReplay, on: Day): Fen =>
  [balanceOn(loan.balances, on), ...loan.balances.filter((s) => s.from > on).map((s) => s.balance)].reduce(
    (a, b) => (b < a ? b : a),
  );

/** Principal may come back only while it is out: on its day and on every later day, also when it is entered late. */
const checkPayment: Check = (_, event, now) => {
  if (event.kind !== 'repayment' && event.kind !== 'prepayment') return null;
  if (now.state !== 'active') return { code: 'loan.not-live' };
  if (event.principal + event.interest + event.penalty <= 0n) return { code: 'loan.repayment-nothing' };
  const balanceFen = lowestFrom(now, event.on);
  return event.principal > balanceFen ? { code: 'loan.repayment-too-much', balanceFen } : null;
};

const checkRecovery: Check = (_, event, now) => {
  if (event.kind !== 'recovery') return null;
  if (now.state !== 'written-off' || !now.endedOn) return { code: 'loan.not-written-off' };
  if (event.on < now.endedOn) return { code: 'loan.event-date', from: now.endedOn, to: now.asOf };
  if (event.principal + event.interest + event.penalty <= 0n) return { code: 'loan.repayment-nothing' };
  const leftFen = now.writtenOff;
  return event.principal > leftFen ? { code: 'loan.recovery-too-much', leftFen } : null;
};

const checkDrawdown: Check = ({ limit }, event, now) => {
  if (event.kind !== 'drawdown') return null;
  if (now.state !== 'active') return { code: 'loan.not-live' };
  const leftFen = fen(limit - now.drawn);
  if (event.amount <= zeroFen || event.amount > leftFen) return { code: 'loan.drawdown-too-much', leftFen };
  return event.on >= now.maturityOn ? { code: 'loan.after-maturity', maturityOn: now.maturityOn } : null;
};

const changesTerms: readonly LoanEventKind[] = [
  'rate-change',
  'extension',
  'restructuring',
  'renewal',
  'write-off',
];

/** Extension and renewal are asked for before the loan matures; new terms are not slipped in before later events. */
const checkTerms: Check = ({ events }, event, now) => {
  if (!changesTerms.includes(event.kind)) return null;
  if (now.state !== 'active') return { code: 'loan.not-live' };
  const beforeMaturity = event.kind === 'extension' || event.kind === 'renewal';
  if (beforeMaturity && event.on >= now.maturityOn)
    return { code: 'loan.after-maturity', maturityOn: now.maturityOn };
  if (event.kind !== 'renewal' && event.kind !== 'write-off') return null;
  const later = eventsInEffect(events, now.asOf).find((e) => e.on > event.on);
  return later ? { code: 'loan.later-events', on: later.on } : null;
};

/** Money and what was found of the loan; terms that took effect are not undone. */
export const reversible: readonly LoanEventKind[] = [
  'repayment',
  'prepayment',
  'recovery',
  'misuse',
  'technical-overdue',
];

/** What is found of a loan concerns a live one; only what is overdue that day can have a technical cause. */
const checkFinding: Check = (_, event, now) => {
  if (event.kind !== 'misuse' && event.kind !== 'technical-overdue') return null;
  if (now.state !== 'active') return { code: 'loan.not-live' };
  if (event.kind === 'misuse') return null;
  return (arrearsAt(now.arrears, event.on)?.dpd ?? 0) > 0 ? null : { code: 'loan.not-overdue' };
};

/** Only that can be reversed, and only so that no later day would owe less than nothing or more than the limit. */
const checkReversal: Check = ({ contract, events, limit }, event, now) => {
  if (event.kind !== 'reversal') return null;
  const of = now.events.find((e) => e.id === event.of);
  if (!of || !reversible.includes(of.kind) || now.state === 'renewed')
    return { code: 'loan.nothing-to-reverse' };
  const without = replayLoan(contract, [...events, event], now.asOf);
  return without.outstanding > limit ? { code: 'loan.nothing-to-reverse' } : null;
};

const checks = [checkPayment, checkRecovery, checkDrawdown, checkTerms, checkFinding, checkReversal];

/**
 * Whether an event may join a loan's log, judged on the whole chain as it stands today; the loan as it then stands. What
 * the bank books may be entered late with its true day, never for a day to come.
 */
export function admitEvent(loan: Standing, event: LoanEvent): Result<LoanReplay, AdmitRefusal> {
  const { contract, events, today } = loan;
  if (event.on < contract.startOn || event.on > today)
    return refuse({ code: 'loan.event-date', from: contract.startOn, to: today });
  const now = replayLoan(contract, events, today);
  for (const check of checks) {
    const refusal = check(loan, event, now);
    if (refusal) return refuse(refusal);
  }
  return accept(replayLoan(contract, [...events, event], today));
}
