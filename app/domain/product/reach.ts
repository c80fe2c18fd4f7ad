/** How many firms a set of conditions reaches, and against what is in force how many more and fewer. */
export type Reach = {
  readonly firms: number;
  /** Firms that pass, and firms to which it is open. */
  readonly passing: number;
  readonly open: number;
  /** Firms that did not fail before or do not fail now only; null without a version in force. */
  readonly more: number | null;
  readonly fewer: number | null;
};

/** Counts below this are not told: conditions narrow enough would ask about one firm. */
export const leastTold = 10;
const step = 5;

/**
 * A count as a bank may see it: to the nearest five, so that two sets of conditions that differ in one firm cannot be told
 * apart, and nothing below ten, not even none (small-number protection, domain.md O2). Null means "fewer than ten".
 */
export const toldCount = (count: number): number | null =>
  count < leastTold ? null : Math.round(count / step) * step;
