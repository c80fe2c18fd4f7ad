/** Chance that can be repeated: the same seed gives the same cases. */
export type Chance = ReturnType<typeof chanceOf>;

export function chanceOf(seed: number) {
  let state = seed >>> 0;
  /** Mulberry32: a number from 0 to below 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    is: (share: number): boolean => next() < share,
    one: <T>(of: readonly T[]): T => of[below(of.length)] as T,
    /** Mostly small, now and then up to the largest. */
    size: (largest: number): number => Math.floor(largest ** next()),
  };
}
