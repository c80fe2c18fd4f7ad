import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { PrepaymentEffect } from '~/domain/loan/event.ts';
import type { Actor } from '~/server/access/actor.ts';
import { type EventRefusal, recordLoanEvent } from '~/server/loan/record-event.ts';

type Payment = {
  readonly paidOn: Day;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly penalty?: Fen;
  /** A payment before it was asked for changes the schedule; without, money fills what is due. */
  readonly ahead?: PrepaymentEffect | null;
};

/**
 * Records money that came back on a loan. A payment may be entered late with its true date: class and days past due are
 * computed anew from the whole chain. The last fen of principal settles the loan.
 */
export async function recordRepayment(
  actor: Actor,
  loanId: string,
  { paidOn, principal, interest, penalty = zeroFen, ahead }: Payment,
): Promise<Result<'recorded' | 'settled', EventRefusal>> {
  const money = { on: paidOn, principal, interest, penalty };
  const event = ahead
    ? ({ kind: 'prepayment', effect: ahead, ...money } as const)
    : ({ kind: 'repayment', ...money } as const);
  const recorded = await recordLoanEvent(actor, loanId, event);
  if (!recorded.ok) return recorded;
  return accept(recorded.value.state === 'settled' ? 'settled' : 'recorded');
}
