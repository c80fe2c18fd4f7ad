import { computeFeatures, type FeatureSet, type FeatureValue, openLens } from '~/domain/feature/compute.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { dayOf } from '~/domain/feature/matching.ts';
import type { ItemProfiles, Scope } from '~/domain/feature/scope.ts';
import { addDays, type Day, daysBetween } from '~/domain/kernel/day.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
import { type Action, factsAfter } from './action.ts';

/** Everything that the score of one firm depends on today. */
export type World = {
  readonly card: Card;
  readonly facts: readonly FeatureFact[];
  readonly profiles: ItemProfiles;
  readonly scope: Scope;
  readonly isIdentified: boolean;
};

/** The features of a firm on a later day, with and without acts. */
export type Projection = {
  readonly today: FeatureSet;
  /** Nothing is done; records leave their windows. */
  base(on: Day): FeatureSet;
  after(actions: readonly Action[], on: Day): FeatureSet;
};

/** The features of the card that read any of these items, by their place. */
export function touchedBy(card: Card, items: ReadonlySet<string>): number[] {
  return cardFeatures(card).flatMap((code, at) =>
    featureDefinition(code).items.some((item) => items.has(item)) ? [at] : [],
  );
}

/** Features that only get better while no new record comes, because records leave their window. */
export function easingOf(card: Card): number[] {
  const down = card.dimensions.flatMap((d) => d.indicators.filter((i) => i.direction === 'down'));
  return cardFeatures(card).flatMap((code, at) => {
    const { months, aggregate } = featureDefinition(code);
    const isSum = aggregate.kind === 'count' || aggregate.kind === 'sum-fen';
    return months !== undefined && isSum && down.some(({ feature }) => feature === code) ? [at] : [];
  });
}

/**
 * Looks ahead from a world. Supplies are taken to go on as they do today; what neither an act nor a window moves stays
 * as it is, so that the answer is about the acts and not about the future.
 */
export function openProjection(world: World): Projection {
  const { card } = world;
  const facts = knownFacts(world);
  const codes = cardFeatures(card);
  const easing = easingOf(card);
  const bases = new Map<Day, FeatureSet>();
  const compute = computerOf(world);
  const today = compute(
    codes.map((_, at) => at),
    facts,
    world.scope.asOf,
  );
  const base = (on: Day): FeatureSet => {
    const known = bases.get(on);
    if (known) return known;
    const eased = compute(easing, facts, on);
    const made = replaced(today, easing, eased, ({ value }) => value !== null);
    bases.set(on, made);
    return made;
  };
  const after = (actions: readonly Action[], on: Day): FeatureSet => {
    const done = actions.filter((action) => action.arrivesOn <= on);
    const touched = touchedBy(card, new Set(done.map((action) => action.item)));
    if (touched.length === 0) return base(on);
    return replaced(base(on), touched, compute(touched, factsAfter(facts, done, on), on), () => true);
  };
  return { today, base, after };
}

/** Facts as they stand today: what is dated ahead has not happened yet. */
const knownFacts = ({ facts, scope: { asOf } }: World): FeatureFact[] =>
  facts
    .filter((fact) => dayOf(fact) <= asOf)
    .map((fact) => (fact.endedOn !== null && fact.endedOn > asOf ? { ...fact, endedOn: null } : fact));

function replaced(
  features: FeatureSet,
  places: readonly number[],
  by: FeatureSet,
  isWanted: (value: FeatureValue) => boolean,
): FeatureSet {
  const next = [...features];
  for (const [i, at] of places.entries()) {
    const value = by[i] as FeatureValue;
    if (isWanted(value)) next[at] = value;
  }
  return next;
}

/** Computes some features of the card on a day; lenses are made once for each. */
function computerOf({ card, profiles, scope, isIdentified }: World) {
  const lenses = new Map<string, ReturnType<typeof openLens>>();
  const codes = cardFeatures(card);
  return (places: readonly number[], facts: readonly FeatureFact[], on: Day): FeatureSet => {
    const key = `${on} ${places.join()}`;
    const known = lenses.get(key);
    const lens =
      known ??
      openLens(
        places.map((at) => featureDefinition(codes[at] as string)),
        profiles,
        { ...scope, asOf: on, supplies: shifted(scope, on) },
      );
    lenses.set(key, lens);
    return computeFeatures(lens, facts, isIdentified);
  };
}

/** Every supply as long ago on the day as it is today. */
function shifted({ asOf, supplies }: Scope, on: Day): Map<string, Day> {
  const ahead = daysBetween(asOf, on);
  return new Map([...supplies].map(([item, at]) => [item, addDays(at, ahead)]));
}
