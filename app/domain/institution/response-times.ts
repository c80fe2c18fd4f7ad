import { workingDaysBetween } from '~/domain/institution/working-days.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';

/** One application as its bank answered it, by days. */
export type Answered = {
  readonly submittedOn: Day;
  readonly pickedUpOn: Day | null;
  readonly decidedOn: Day | null;
  /** From when to when, both included, the bank waited for documents of the firm's before it decided. */
  readonly paused: { readonly from: Day; readonly to: Day } | null;
  /** Taken back by the platform because the bank let a clock run out. */
  readonly wasReturned: boolean;
};

/** How fast a bank answers: the middle of its cases in working days; null where the middle case was never answered. */
export type ResponseTimes = {
  readonly cases: number;
  readonly pickupDays: number | null;
  readonly decisionDays: number | null;
  readonly returned: number;
};

/** Fewer cases are not told: they would speak of single firms (domain.md O2), and a lucky one is no measure. */
export const leastCases = 5;

/**
 * The lower median of a bank's cases. A case that the bank let lapse counts as the slowest: not answering never looks
 * fast; days on which it waited for the firm's documents are not its own. Cases still within their clock, and those that the firm took back before an answer, are left out.
 */
export function responseTimes(cases: readonly Answered[]): ResponseTimes | null {
  const settled = cases.filter((each) => each.decidedOn !== null || each.wasReturned);
  if (settled.length < leastCases) return null;
  const since = (on: Day | null, { submittedOn }: Answered) =>
    on === null ? Number.POSITIVE_INFINITY : workingDaysBetween(submittedOn, on);
  return {
    cases: settled.length,
    pickupDays: middleOf(settled.map((each) => since(each.pickedUpOn, each))),
    decisionDays: middleOf(
      settled.map((each) => (each.wasReturned ? Number.POSITIVE_INFINITY : decisionDays(each))),
    ),
    returned: settled.filter((each) => each.wasReturned).length,
  };
}

/** The bank's own working days until it decided; infinite where it has not. */
export function decisionDays({
  submittedOn,
  decidedOn,
  paused,
}: Pick<Answered, 'submittedOn' | 'decidedOn' | 'paused'>): number {
  if (decidedOn === null) return Number.POSITIVE_INFINITY;
  const all = workingDaysBetween(submittedOn, decidedOn);
  if (!paused) return all;
  const began = paused.from > submittedOn ? addDays(paused.from, -1) : submittedOn;
  return all - workingDaysBetween(began, paused.to);
}

function middleOf(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle === undefined || !Number.isFinite(middle) ? null : middle;
}
