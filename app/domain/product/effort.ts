import { ratioPpm } from '~/domain/kernel/rate.ts';
import type { Distance } from '~/domain/product/distance.ts';
import type { Explanation } from '~/domain/product/explain.ts';

/**
 * How hard it is to qualify, to be compared by `compareEffort`. Tier 0: the firm decides now (need, consent). 1: time
 * passes. 2: a figure moves. 3: a title is obtained. 4: nothing helps. `size` orders within a tier: days, or the change
 * in ppm of the value that is asked for.
 */
export type Effort = { readonly tier: number; readonly size: number };

const farthest = 1_000_000_000;

/** The change in ppm of what is asked for, at most a thousand times it. */
export function relativeChange(by: number, to: number): number {
  const whole = Math.max(Math.abs(to), 1);
  return by >= whole * 1000 ? farthest : ratioPpm(by, whole);
}

/** How hard it is to go a distance. */
export function effortOfDistance(distance: Distance): Effort {
  switch (distance.kind) {
    case 'grant-consent':
      return { tier: 0, size: 0 };
    case 'change-need':
      return { tier: 0, size: distance.to === null ? 0 : relativeChange(distance.by, distance.to) };
    case 'wait':
      return { tier: 1, size: distance.days };
    case 'raise':
    case 'lower':
      return { tier: 2, size: relativeChange(distance.by, distance.to) };
    case 'climb':
      return { tier: 2, size: distance.grades * 1_000_000 };
    case 'obtain':
      return { tier: 3, size: 0 };
    case 'fixed':
      return { tier: 4, size: 0 };
  }
}

export const compareEffort = (a: Effort, b: Effort): number => a.tier - b.tier || a.size - b.size;

/** The effort of a failing explanation: the hardest part of "all", the easiest way of "any"; null when it does not fail. */
export function effortOf(explanation: Explanation): Effort | null {
  if (explanation.verdict !== 'fail') return null;
  if (explanation.kind === 'atom') return effortOfDistance(explanation.distance ?? { kind: 'fixed' });
  const efforts = explanation.parts
    .map(effortOf)
    .filter((e): e is Effort => e !== null)
    .sort(compareEffort);
  const chosen = explanation.kind === 'all' ? efforts.at(-1) : efforts[0];
  return chosen ?? { tier: 4, size: 0 };
}
