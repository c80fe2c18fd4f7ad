import type { Day } from '~/domain/kernel/day.ts';

/** One way to act on records that belong together: which acts, what they cost, and the points that they bring. */
export type Choice = {
  /** Ids of acts, in the order they were offered. */
  readonly acts: readonly string[];
  readonly cost: bigint;
  /** Milli-points gained over doing nothing by the day. */
  readonly gain: number;
  /** It leaves a veto in force, so that no grade but the worst can be reached with it. */
  readonly isVetoed: boolean;
};

/** What can be chosen by one day: in each group exactly one choice, doing nothing among them. */
export type Menu = {
  readonly on: Day;
  /** Milli-points reached by the day without any act. */
  readonly base: number;
  readonly groups: readonly (readonly Choice[])[];
};

export type Plan = {
  readonly on: Day;
  readonly acts: readonly string[];
  readonly cost: bigint;
  readonly milliPoints: number;
};

/**
 * The cheapest plan that reaches `target` milli-points without a veto: least money, then the earliest day, then the fewest
 * acts, then the most points. Exact: choices of different groups touch different lines of the card, so points add, and
 * of partial plans only those are dropped that another one beats or equals in money, acts and points. Null when
 * nothing on offer reaches it.
 */
export function cheapestPlan(menus: readonly Menu[], target: number): Plan | null {
  let best: Plan | null = null;
  for (const menu of menus) {
    const found = cheapestBy(menu, target);
    if (found && (!best || isBetter(found, best))) best = found;
  }
  return best;
}

/** The plan that reaches the target on the earliest day, the cheapest of that day. */
export function earliestPlan(menus: readonly Menu[], target: number): Plan | null {
  for (const menu of [...menus].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const found = cheapestBy(menu, target);
    if (found) return found;
  }
  return null;
}

export function isBetter(a: Plan, b: Plan): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.on !== b.on) return a.on < b.on;
  if (a.acts.length !== b.acts.length) return a.acts.length < b.acts.length;
  return a.milliPoints > b.milliPoints;
}

type Partial = { readonly acts: readonly string[]; readonly cost: bigint; readonly gain: number };

function cheapestBy({ on, base, groups }: Menu, target: number): Plan | null {
  let front: Partial[] = [{ acts: [], cost: 0n, gain: 0 }];
  for (const group of groups) {
    const open = group.filter((choice) => !choice.isVetoed);
    front = undominated(
      front.flatMap((part) =>
        open.map((choice) => ({
          acts: [...part.acts, ...choice.acts],
          cost: part.cost + choice.cost,
          gain: part.gain + choice.gain,
        })),
      ),
    );
  }
  const plans = front
    .map(({ acts, cost, gain }): Plan => ({ on, acts, cost, milliPoints: base + gain }))
    .filter((plan) => plan.milliPoints >= target);
  return plans.reduce<Plan | null>((best, plan) => (!best || isBetter(plan, best) ? plan : best), null);
}

/** Partial plans that no other one beats or equals in money, number of acts and points at once. */
export function undominated<P extends Partial>(parts: readonly P[]): P[] {
  const sorted = [...parts].sort(
    (a, b) =>
      (a.cost < b.cost ? -1 : a.cost > b.cost ? 1 : 0) || a.acts.length - b.acts.length || b.gain - a.gain,
  );
  const kept: P[] = [];
  for (const part of sorted)
    if (!kept.some((k) => k.acts.length <= part.acts.length && k.gain >= part.gain)) kept.push(part);
  return kept;
}
