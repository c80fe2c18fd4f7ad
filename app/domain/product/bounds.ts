export type Bounds = { readonly atLeast?: number | undefined; readonly atMost?: number | undefined };

export const isWithin = (value: number, { atLeast, atMost }: Bounds): boolean =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);

/** The value nearest to the given one that lies within the bounds; null when none does (lower bound above the upper). */
export function nearestWithin(value: number, { atLeast, atMost }: Bounds): number | null {
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) return null;
  if (atLeast !== undefined && value < atLeast) return atLeast;
  return atMost !== undefined && value > atMost ? atMost : value;
}

/** The whole number nearest to the given one that lies outside the bounds; null when every number lies within. */
export function nearestOutside(value: number, bounds: Bounds): number | null {
  if (!isWithin(value, bounds)) return value;
  const below = bounds.atLeast === undefined ? null : bounds.atLeast - 1;
  const above = bounds.atMost === undefined ? null : bounds.atMost + 1;
  if (below === null || above === null) return below ?? above;
  return value - below <= above - value ? below : above;
}
