import { type Day, daysBetween } from '~/domain/kernel/day.ts';
import { divideHalfUp, type Fen, fen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';

const daysOfYear = 365n;

/** Fee or premium of a cover from its start to its end: the yearly rate on the liability, by days of 365, rounded half up to the fen once. */
export const feeOf = (liability: Fen, rate: Ppm, from: Day, to: Day): Fen =>
  fen(
    divideHalfUp(
      liability * BigInt(rate) * BigInt(Math.max(0, daysBetween(from, to))),
      1_000_000n * daysOfYear,
    ),
  );

/** Where a bank's demand for payment stands: the last one that was neither paid nor declined since; null when none is open. */
export function openDemand<E extends { readonly kind: string }>(events: readonly E[]): E | null {
  const last = events.filter(({ kind }) => ['demanded', 'paid', 'declined'].includes(kind)).at(-1);
  return last?.kind === 'demanded' ? last : null;
}
