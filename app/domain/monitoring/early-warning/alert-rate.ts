import { sortedOrder } from '~/domain/score/training/measures.ts';

/**
 * Precision at an alert rate (预警率): of the share of firms with the highest risk (rounded up to at least one), how many were bad.
 * Ties at the edge count by their expectation, so the order of equal rows does not matter. Shares in ppm; null without rows.
 */
export function precisionAt(risk: ArrayLike<number>, bad: ArrayLike<number>, ratePpm: number): number | null {
  const n = risk.length;
  if (n === 0) return null;
  const alerts = Math.max(1, Math.ceil((n * ratePpm) / 1_000_000));
  const order = sortedOrder(risk);
  const edge = risk[order[n - alerts] as number] as number;
  let [above, badAbove, level, badLevel] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const value = risk[i] as number;
    if (value > edge) {
      above++;
      badAbove += bad[i] as number;
    } else if (value === edge) {
      level++;
      badLevel += bad[i] as number;
    }
  }
  return (badAbove + ((alerts - above) * badLevel) / level) / alerts;
}
