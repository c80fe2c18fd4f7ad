import { z } from 'zod';
import { addMonths, type Day } from '~/domain/kernel/day.ts';

/** How loans on watch are reviewed: policy data of the kind `portfolio-watch`, in force on a day. */
export const watchRule = z.object({
  /** A loan on watch is looked at again at the latest so many months after the last time. */
  reviewMonths: z.number().int().positive(),
});
export type WatchRule = z.infer<typeof watchRule>;

export type OnWatch = {
  /** The first day of what it is on watch for. */
  readonly since: Day;
  /** When the bank last acted in one of its cases; null where it never did. */
  readonly reviewedOn: Day | null;
  /** The nearest deadline of its live alerts in which the bank has not acted since. */
  readonly alertDueOn: Day | null;
};

/**
 * The day by which a loan on watch has to be looked at again: the nearest deadline of a live alert, or the review that
 * follows the last one, whichever is first. A review before it was on watch does not count.
 */
export function nextReview({ since, reviewedOn, alertDueOn }: OnWatch, rule: WatchRule): Day {
  const last = reviewedOn && reviewedOn > since ? reviewedOn : since;
  const regular = addMonths(last, rule.reviewMonths);
  return alertDueOn !== null && alertDueOn < regular ? alertDueOn : regular;
}
