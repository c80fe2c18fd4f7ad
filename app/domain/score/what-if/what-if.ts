import type { FeatureSet } from '~/domain/feature/compute.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { dayOf } from '~/domain/feature/matching.ts';
import type { ItemProfile } from '~/domain/feature/scope.ts';
import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { retainedUntil } from '~/domain/record/retention.ts';
import { type Card, cardFeatures, type Grade, grades } from '~/domain/score/card.ts';
import { scoreFirm } from '~/domain/score/score.ts';
import type { ScoreResult } from '~/domain/score/sheet.ts';
import type { Action } from './action.ts';
import { easingOf, openProjection, type Projection, touchedBy, type World } from './projection.ts';
import { type Choice, cheapestPlan, earliestPlan, type Menu, type Plan } from './search.ts';

/** How far ahead windows are followed. */
export const horizonMonths = 12;

export type Path = Plan & { readonly result: ScoreResult };

export type WhatIf = {
  readonly now: ScoreResult;
  /** The grade above the present one; null at the top, or while information is insufficient. */
  readonly next: Grade | null;
  readonly target: number | null;
  readonly cheapest: Path | null;
  readonly earliest: Path | null;
};

/** The way to the next grade that costs least, and the one that takes least time, on the real card. */
export function findPaths(world: World, actions: readonly Action[]): WhatIf {
  const projection = openProjection(world);
  const now = scoreFirm(world.card, projection.today);
  const next = nextGrade(now);
  const target = world.card.grades.find(({ grade }) => grade === next)?.from ?? null;
  if (next === null || target === null)
    return { now, next: null, target: null, cheapest: null, earliest: null };
  const groups = groupsOf(world.card, actions);
  const menus = turningDays(world, projection, actions).flatMap(
    (on) => menuOn(world.card, projection, groups, on) ?? [],
  );
  const path = (plan: Plan | null): Path | null => {
    if (!plan) return null;
    const chosen = actions.filter(({ id }) => plan.acts.includes(id));
    return { ...plan, result: scoreFirm(world.card, projection.after(chosen, plan.on)) };
  };
  const cheapest = path(cheapestPlan(menus, target));
  return { now, next, target, cheapest, earliest: path(earliestPlan(menus, target)) };
}

/** The score on a day after these acts. */
export const scoreAfter = (world: World, actions: readonly Action[], on: Day): ScoreResult =>
  scoreFirm(world.card, openProjection(world).after(actions, on));

function nextGrade({ grade }: ScoreResult): Grade | null {
  if (grade === 'insufficient') return null;
  return grades[grades.indexOf(grade) - 1] ?? null;
}

const sameValues = (a: FeatureSet, b: FeatureSet): boolean =>
  a.every(({ value }, at) => value === b[at]?.value);

/** Days on which something changes: acts arrive, records leave a window, another month counts. */
export function turningDays(world: World, projection: Projection, actions: readonly Action[]): Day[] {
  const { asOf } = world.scope;
  const end = addMonths(asOf, horizonMonths);
  const months = actions
    .filter((action) => action.kind === 'continue')
    .flatMap(({ arrivesOn }) => Array.from({ length: horizonMonths }, (_, n) => addMonths(arrivesOn, n)));
  const acted = new Set([...months, ...actions.map((action) => action.arrivesOn)]);
  const days = [...new Set([...acted, ...windowEnds(world)])].filter((on) => on > asOf && on <= end).sort();
  let before = projection.today;
  return days.filter((on) => {
    const features = projection.base(on);
    const moves = acted.has(on) || !sameValues(before, features);
    if (moves) before = features;
    return moves;
  });
}

/** The days on which a record leaves the window of a feature that then gets better. */
function windowEnds({ card, facts, profiles }: World): Day[] {
  return easingOf(card).flatMap((at) => {
    const { items, months = 0, state } = featureDefinition(cardFeatures(card)[at] as string);
    return facts
      .filter((fact) => items.includes(fact.item))
      .flatMap((fact) => {
        const leaves = addMonths(state === 'ended' && fact.endedOn ? fact.endedOn : dayOf(fact), months);
        const retired = retainedUntil(fact, profiles.get(fact.item) as ItemProfile);
        return [leaves, addDays(leaves, 1), addDays(leaves, 3), ...(retired ? [retired] : [])];
      });
  });
}

/** Acts that change the same lines of the card belong together; acts of different groups do not meet. */
export function groupsOf(card: Card, actions: readonly Action[]): Action[][] {
  const groups: { acts: Action[]; touched: Set<number> }[] = [];
  for (const action of actions) {
    const touched = touchedBy(card, new Set([action.item]));
    if (touched.length === 0) continue;
    const meeting = groups.filter((group) => touched.some((at) => group.touched.has(at)));
    for (const group of meeting) groups.splice(groups.indexOf(group), 1);
    groups.push({
      acts: [...meeting.flatMap((group) => group.acts), action],
      touched: new Set([...touched, ...meeting.flatMap((group) => [...group.touched])]),
    });
  }
  return groups.map((group) => group.acts);
}

const subsets = (acts: readonly Action[]): Action[][] =>
  Array.from({ length: 2 ** acts.length }, (_, mask) => acts.filter((_, at) => mask & (1 << at)));

/** The vetoes of the card that these values meet, by their feature. */
function metVetoes(card: Card, values: readonly (number | null)[]): string[] {
  const codes = cardFeatures(card);
  return card.vetoes.flatMap(({ feature, atLeast, atMost }) => {
    const value = values[codes.indexOf(feature)];
    if (value === null || value === undefined) return [];
    const isMet = (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
    return isMet ? [feature] : [];
  });
}

/** What can be chosen by a day, each choice on the real card; null where no act could lift a veto in force. */
export function menuOn(
  card: Card,
  projection: Projection,
  groups: readonly (readonly Action[])[],
  on: Day,
): Menu | null {
  const base = scoreFirm(card, projection.base(on));
  const reached = base.milliPoints;
  if (reached === null) return null;
  const codes = cardFeatures(card);
  const owned = groups.map((acts) => {
    const open = acts.filter((act) => act.arrivesOn <= on);
    const places = touchedBy(card, new Set(open.map((act) => act.item)));
    return { open, features: new Set(places.map((at) => codes[at])) };
  });
  const met = metVetoes(card, base.features);
  if (met.some((feature) => !owned.some(({ features }) => features.has(feature)))) return null;
  const choices = owned.map(({ open, features }) =>
    subsets(open).map((set): Choice => {
      const result = set.length === 0 ? base : scoreFirm(card, projection.after(set, on));
      return {
        acts: set.map((act) => act.id),
        cost: set.reduce((sum, act) => sum + (act.costFen ?? 0n), 0n),
        gain: (result.milliPoints ?? 0) - reached,
        isVetoed: metVetoes(card, result.features).some((feature) => features.has(feature)),
      };
    }),
  );
  return { on, base: reached, groups: choices };
}
