import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';

/** While a record is sealed, from the day of the seal to the one on which it is brought back; null while it lasts. */
export type Seal = { readonly from: Day; readonly to: Day | null };

/** Days on which a record of the file was disputed, first and last included. */
export type Dispute = { readonly from: Day; readonly to: Day };

/**
 * The days of a dispute on which its record was not sealed: nobody sees or uses a sealed record, so no decision waits for
 * it. The day of the seal runs again, that on which the record is brought back stands still.
 */
export const openDays = (dispute: Dispute, seals: readonly Seal[]): readonly Dispute[] =>
  seals.reduce<readonly Dispute[]>(
    (spans, { from, to }) =>
      spans
        .flatMap((span) => [
          { from: span.from, to: earlierOf(span.to, addDays(from, -1)) },
          ...(to ? [{ from: laterOf(span.from, to), to: span.to }] : []),
        ])
        .filter((span) => span.from <= span.to),
    [dispute],
  );

const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);
const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * The last of n working days after a day, leaving out those on which a record of the file is disputed: the bank's clock
 * stands still only for an application that the record belongs to (domain.md edge case 15). The order of the disputes
 * and their overlaps change nothing.
 */
export function decisionLastDay(from: Day, n: number, disputes: readonly Dispute[]): Day {
  let day = from;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day) && !disputes.some((d) => d.from <= day && day <= d.to)) left -= 1;
  }
  return day;
}
