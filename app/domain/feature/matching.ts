import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { retainedUntil } from '~/domain/record/retention.ts';
import type { FeatureDefinition, FeatureFact } from './definition.ts';
import type { ItemProfile, Scope } from './scope.ts';

/** The day a fact counts from: its own, or the day the platform learnt it when the source gives none. */
export const dayOf = (fact: FeatureFact): Day => fact.occurredOn ?? fact.knownOn;

/** Whether the fact is past the years that it may be used (domain.md §2.2). */
export function isRetired(fact: FeatureFact, profile: ItemProfile, asOf: Day): boolean {
  const until = retainedUntil(fact, profile);
  return until !== null && until <= asOf;
}

/** Whether a fact lies in the span of records that a consent opens; public facts need none. */
export function isOpened(fact: FeatureFact, profile: ItemProfile, { consent }: Scope): boolean {
  if (profile.sensitivity === 'public' || !consent) return true;
  const on = dayOf(fact);
  return (
    (consent.dataFrom === null || on >= consent.dataFrom) && (consent.dataTo === null || on <= consent.dataTo)
  );
}

export type Matcher = (fact: FeatureFact) => boolean;

/** The test of one feature on one day, with its window worked out once for all firms. */
export function matcherOf(definition: FeatureDefinition, asOf: Day): Matcher {
  const after = definition.months === undefined ? '' : addMonths(asOf, -definition.months);
  const levels =
    definition.aggregate.kind === 'latest-level' ? Object.keys(definition.aggregate.levels) : null;
  const named = definition.categories ?? levels;
  const categories = named ? new Set(named) : null;
  return (fact) => {
    if (categories && !categories.has(fact.category ?? 'unknown')) return false;
    const began = dayOf(fact);
    if (began > asOf) return false;
    const { state } = definition;
    const ended = fact.endedOn !== null && fact.endedOn <= asOf;
    if (state === 'ended') return ended && (fact.endedOn as Day) > after;
    return !(state === 'in-force' && ended) && began > after;
  };
}
