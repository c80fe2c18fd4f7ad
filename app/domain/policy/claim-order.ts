import type { Day } from '~/domain/kernel/day.ts';

/** What decides whose turn it is when a pool runs dry. */
export type QueuedClaim = { readonly determinedOn: Day; readonly enrolledOn: Day; readonly id: string };

/** The one serial order of claims: when the loss was determined, then when the loan was enrolled, then the id (edge case 5). */
export function compareClaims(a: QueuedClaim, b: QueuedClaim): number {
  if (a.determinedOn !== b.determinedOn) return a.determinedOn < b.determinedOn ? -1 : 1;
  if (a.enrolledOn !== b.enrolledOn) return a.enrolledOn < b.enrolledOn ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
