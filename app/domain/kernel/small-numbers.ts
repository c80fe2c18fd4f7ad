/** Fewer firms than this in a cell could point at one of them (O2). */
export const smallestShown = 5;

/**
 * Replaces counts from 1 to 4 by null. Where only one cell is hidden its value would follow from the total, so the
 * smallest shown count is hidden with it (complementary suppression).
 */
export function suppressSmall(counts: readonly number[]): (number | null)[] {
  const hidden = counts.map((n) => n > 0 && n < smallestShown);
  if (hidden.filter(Boolean).length === 1) {
    const others = counts.map((n, at) => ({ n, at })).filter(({ n, at }) => !hidden[at] && n > 0);
    const least = others.sort((a, b) => a.n - b.n)[0];
    if (least) hidden[least.at] = true;
  }
  return counts.map((n, at) => (hidden[at] ? null : n));
}
