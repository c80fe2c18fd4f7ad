import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { aggregate } from './aggregate.ts';
import type { FeatureDefinition, FeatureFact, Gap } from './definition.ts';
import { dayOf, isOpened, isRetired, type Matcher, matcherOf } from './matching.ts';
import {
  type ItemProfile,
  type ItemProfiles,
  isCurrent,
  isUsable,
  type Scope,
  type Standing,
  standingOf,
} from './scope.ts';

/** One feature's value for one firm: a whole number with the facts behind it, or the reason why there is none. */
export type FeatureValue = {
  readonly value: number | null;
  readonly gap: Gap | null;
  readonly evidence: readonly FeatureFact[];
  /** An item that it reads is past its fresh days, though not expired. */
  readonly isStale: boolean;
};

/** In the order of the definitions that the lens was made for. */
export type FeatureSet = readonly FeatureValue[];

export type Compiled = {
  readonly definition: FeatureDefinition;
  /** Null when at least one item is open; otherwise why all are shut. */
  readonly shut: Gap | null;
  readonly matches: Matcher;
  /** The day after which its window begins; null without a window. */
  readonly after: Day | null;
  /** Items whose records show that the source knows the firm, and why it may not be known. */
  readonly seenItems: readonly string[];
  readonly unseen: Gap;
  readonly countsRecords: boolean;
  readonly isStale: boolean;
  /** No item is supplied recently enough to say that there is no record. */
  readonly isLapsed: boolean;
};

/** Definitions made ready for one day, population and consent: everything that does not depend on the firm. */
export type Lens = {
  readonly scope: Scope;
  readonly features: readonly Compiled[];
  readonly profiles: ItemProfiles;
  /** Which features read a fact of an item; an item that is not open is not in it. */
  readonly readers: ReadonlyMap<string, readonly number[]>;
  /** Records of these items, younger than the day, show that the source knows the firm. */
  readonly seenAfter: Day;
};

/** A record as young as this shows that its source knows the firm. */
export const seenMonths = 15;

/** Prepares the definitions for a scope. The lens serves every firm of the same population, consent and day. */
export function openLens(
  definitions: readonly FeatureDefinition[],
  profiles: ItemProfiles,
  scope: Scope,
): Lens {
  const standing = (item: string) => standingOf(profiles.get(item), scope);
  const readers = new Map<string, number[]>();
  const features = definitions.map((definition, index) => {
    const standings = definition.items.map(standing);
    for (const [i, item] of definition.items.entries())
      if (isUsable(standings[i] as Standing)) readers.set(item, [...(readers.get(item) ?? []), index]);
    const { absence } = definition;
    const companions = typeof absence === 'object' ? absence.seen : [];
    const seenItems = companions.filter((item) => isCurrent(standing(item)));
    for (const item of seenItems) if (!readers.has(item)) readers.set(item, []);
    return {
      definition,
      shut: shutBy(standings),
      matches: matcherOf(definition, scope.asOf),
      after: definition.months === undefined ? null : addMonths(scope.asOf, -definition.months),
      seenItems,
      unseen: (companions.length > 0 ? shutBy(companions.map(standing)) : null) ?? 'no-record',
      countsRecords: definition.items.every((item) => profiles.get(item)?.quantity?.unit === 'count'),
      isStale: standings.includes('stale') || standings.includes('held'),
      isLapsed: !standings.some(isCurrent),
    };
  });
  return { scope, features, profiles, readers, seenAfter: addMonths(scope.asOf, -seenMonths) };
}

/** Why no item is open: what the firm can act on comes first. */
function shutBy(standings: readonly Standing[]): Gap | null {
  if (standings.some(isUsable)) return null;
  const order = ['not-consented', 'expired', 'not-supplied'] as const;
  return order.find((gap) => standings.includes(gap)) ?? 'not-supplied';
}

const nothing: readonly FeatureFact[] = [];

/**
 * All features of one firm. Pure, and independent of the order of the facts. `isIdentified`: the registers are known
 * to carry this firm, so that the absence of a record means something; facts that are there count in any case.
 */
export function computeFeatures(
  lens: Lens,
  facts: readonly FeatureFact[],
  isIdentified: boolean,
): FeatureSet {
  const matched = new Array<FeatureFact[] | undefined>(lens.features.length);
  const seen = new Set<string>();
  for (const fact of facts) {
    const readers = lens.readers.get(fact.item);
    if (readers === undefined) continue;
    const profile = lens.profiles.get(fact.item) as ItemProfile;
    if (isRetired(fact, profile, lens.scope.asOf) || !isOpened(fact, profile, lens.scope)) continue;
    if (dayOf(fact) > lens.seenAfter) seen.add(fact.item);
    for (const index of readers) {
      if (!lens.features[index]?.matches(fact)) continue;
      const list = matched[index];
      if (list) list.push(fact);
      else matched[index] = [fact];
    }
  }
  return lens.features.map((feature, index) =>
    toValue(feature, matched[index] ?? nothing, lens.scope.asOf, absentGap(feature, isIdentified, seen)),
  );
}

function toValue(
  feature: Compiled,
  evidence: readonly FeatureFact[],
  asOf: Day,
  absent: Gap | null,
): FeatureValue {
  const gap = feature.shut ?? (evidence.length === 0 ? absent : null);
  const { definition, countsRecords, isStale } = feature;
  if (gap) return { value: null, gap, evidence, isStale };
  const outcome = aggregate(definition.aggregate, evidence, asOf, countsRecords);
  return typeof outcome === 'number'
    ? { value: outcome, gap: null, evidence, isStale }
    : { value: null, gap: outcome, evidence, isStale };
}

/** What it means for this firm that no fact matches: null when none is none. */
function absentGap(feature: Compiled, isIdentified: boolean, seen: ReadonlySet<string>): Gap | null {
  const { absence } = feature.definition;
  if (feature.isLapsed) return 'expired';
  if (absence === 'missing') return 'no-record';
  if (absence === 'zero') return isIdentified ? null : 'not-identified';
  return feature.seenItems.some((item) => seen.has(item)) ? null : feature.unseen;
}
