import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';

/** What a prepayment changes: the end of the loan, or the size of what is left to pay. */
export const prepaymentEffects = ['shorter-term', 'smaller-instalment'] as const;
export type PrepaymentEffect = (typeof prepaymentEffects)[number];

/** Money that came in: principal and interest as the bank booked them; penalty interest (罚息) beside. */
export type MoneyIn = { readonly principal: Fen; readonly interest: Fen; readonly penalty: Fen };

/**
 * What happens to a loan in service. An event takes effect on its day `on`, whenever it was recorded; it is never
 * edited, only cancelled by a reversal (冲正).
 */
export type LoanEvent = { readonly id: string; readonly on: Day } & (
  | { readonly kind: 'drawdown'; readonly amount: Fen }
  | ({ readonly kind: 'repayment' } & MoneyIn)
  | ({ readonly kind: 'prepayment'; readonly effect: PrepaymentEffect } & MoneyIn)
  /** The contract rate from this day on; a floating loan reprices on its contract date. */
  | { readonly kind: 'rate-change'; readonly rate: Ppm }
  /** 展期: the term grows by months; what is overdue stays overdue. */
  | { readonly kind: 'extension'; readonly months: number }
  /** 重组: new terms on all principal that is still owed, from this day. */
  | {
      readonly kind: 'restructuring';
      readonly rate: Ppm;
      readonly method: RepaymentMethod;
      readonly termMonths: number;
    }
  /** 无还本续贷: the money goes on under another contract; nothing is paid. */
  | { readonly kind: 'renewal' }
  /** 核销: off the books, still owed. */
  | { readonly kind: 'write-off' }
  | ({ readonly kind: 'recovery' } & MoneyIn)
  /** 挪用: found on this day that the money was used otherwise than agreed. It bears on the class alone. */
  | { readonly kind: 'misuse' }
  /** What is overdue on this day has a technical cause, such as a failed transfer; until that is paid. */
  | { readonly kind: 'technical-overdue' }
  /** Cancels another event, which then never happened. */
  | { readonly kind: 'reversal'; readonly of: string }
);

export type LoanEventKind = LoanEvent['kind'];
export type EventOf<K extends LoanEventKind> = Extract<LoanEvent, { kind: K }>;

/** What comes first on one day: money out, the new rate, money in, then changes of the contract, then its end. */
const orderOnADay: readonly LoanEventKind[] = [
  'drawdown',
  'rate-change',
  'repayment',
  'prepayment',
  'extension',
  'restructuring',
  'renewal',
  'write-off',
  'recovery',
  'misuse',
  'technical-overdue',
  'reversal',
];

const before = (a: LoanEvent, b: LoanEvent): number =>
  a.on !== b.on
    ? a.on < b.on
      ? -1
      : 1
    : orderOnADay.indexOf(a.kind) - orderOnADay.indexOf(b.kind) || (a.id < b.id ? -1 : 1);

/**
 * The events that count at the end of a day, in the order in which they take effect: it follows from their days, kinds
 * and ids alone, so it does not matter in which order they became known.
 */
export function eventsInEffect(events: readonly LoanEvent[], asOf: Day): LoanEvent[] {
  const reversed = new Set(events.flatMap((e) => (e.kind === 'reversal' ? [e.of] : [])));
  return events.filter((e) => e.on <= asOf && e.kind !== 'reversal' && !reversed.has(e.id)).sort(before);
}
