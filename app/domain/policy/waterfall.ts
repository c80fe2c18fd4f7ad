import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, leastFen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, shareOf } from '~/domain/kernel/rate.ts';

/** A guarantor, insurer or pool that bears a share of a loss, at most a cap. */
export type Payer = { readonly payer: string; readonly share: Ppm; readonly cap: Fen | null };

export type Borne = { readonly payer: string; readonly amount: Fen; readonly left: Fen };

/**
 * Who bears how much of one loss, in the order given (domain.md G8, G20, edge case 13): each payer's share is of the whole
 * eligible loss, but it sees only what those before it left. `left` is the loss after it; all together never exceed the loss.
 */
export function payInOrder(eligibleLoss: Fen, payers: readonly Payer[]): Borne[] {
  let left = eligibleLoss;
  return payers.map(({ payer, share, cap }) => {
    const asked = cap === null ? shareOf(eligibleLoss, share) : leastFen(shareOf(eligibleLoss, share), cap);
    const amount = greatestFen(zeroFen, leastFen(asked, left));
    left = minus(left, amount);
    return { payer, amount, left };
  });
}

/** What decides whose turn it is when a pool runs dry. */
export type QueuedClaim = { readonly determinedOn: Day; readonly enrolledOn: Day; readonly id: string };

/** The one serial order of claims: when the loss was determined, then when the loan was enrolled, then the id (edge case 5). */
export function compareClaims(a: QueuedClaim, b: QueuedClaim): number {
  if (a.determinedOn !== b.determinedOn) return a.determinedOn < b.determinedOn ? -1 : 1;
  if (a.enrolledOn !== b.enrolledOn) return a.enrolledOn < b.enrolledOn ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
