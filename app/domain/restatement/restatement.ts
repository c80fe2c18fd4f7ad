import type { Day } from '~/domain/kernel/day.ts';
import type { RestatementCause } from '~/domain/objection/cause.ts';
import { endOf, type Term } from '~/domain/objection/regime.ts';

/** Policy data of the code `restatement`. */
export type RestatementRules = {
  /** How long the firm knows of a falling score before it takes effect. */
  readonly fallNotice: Term;
  /** Declines of this many days back are looked at again. */
  readonly secondLookDays: number;
  readonly secondLook: Term;
  /** Reasons of a decline, and the beginnings of the items that such a reason cites. */
  readonly citedBy: { readonly [reason: string]: readonly string[] };
};

type Scored = { readonly milliPoints: number | null; readonly grade: string } | null;

export type Effect =
  | { readonly state: 'unchanged' | 'effective'; readonly effectiveOn: Day }
  | { readonly state: 'announced'; readonly effectiveOn: Day };

const order = ['A+', 'A', 'B', 'C', 'D'];

/** Whether the second score is worse: fewer points, or a worse grade at the same points. No score at all is not worse. */
export function falls(before: Scored, after: Scored): boolean {
  if (!before || !after || before.milliPoints === null || after.milliPoints === null) return false;
  if (after.milliPoints !== before.milliPoints) return after.milliPoints < before.milliPoints;
  return order.indexOf(after.grade) > order.indexOf(before.grade);
}

/** When a restated score takes effect: a fall after the firm was told and had its days, anything else at once. */
export function effectOf(
  before: Scored,
  after: Scored,
  isSame: boolean,
  today: Day,
  rules: RestatementRules,
): Effect {
  if (isSame) return { state: 'unchanged', effectiveOn: today };
  if (!falls(before, after) || rules.fallNotice.days === 0) return { state: 'effective', effectiveOn: today };
  return { state: 'announced', effectiveOn: endOf(today, rules.fallNotice).lastDay };
}

/** Whether a reason of a decline cites records of an item. */
export const citesItem = ({ citedBy }: RestatementRules, reasons: readonly string[], item: string): boolean =>
  reasons.some((reason) => citedBy[reason]?.some((beginning) => item.startsWith(beginning)));

/** Causes after which a decline that cited the record deserves a second look: what spoke against the firm is gone or less. */
export const speaksForFirm = (cause: RestatementCause): boolean =>
  cause !== 'shield-failed' && cause !== 'person-withdrawal';
