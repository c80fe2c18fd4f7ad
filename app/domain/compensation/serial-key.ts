/**
 * What decides whose turn it is when a pool runs dry (domain.md edge case 5): when the loss was determined, then when
 * the loan was enrolled, then the id. When a claim arrived plays no part.
 */
export type SerialKey = {
  /** Instants as ISO text in UTC, so that they compare as text. */
  readonly determinedAt: string;
  readonly enrolledAt: string;
  readonly id: string;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const bySerialKey = (a: SerialKey, b: SerialKey): number =>
  compare(a.determinedAt, b.determinedAt) || compare(a.enrolledAt, b.enrolledAt) || compare(a.id, b.id);
