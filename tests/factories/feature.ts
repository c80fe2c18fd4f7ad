import fc from 'fast-check';
import catalogue from '#prisma/seed/catalogue/items.json' with { type: 'json' };
import body from '#prisma/seed/score/card-2026.1.json' with { type: 'json' };
import { computeFeatures, type FeatureSet, openLens } from '~/domain/feature/compute.ts';
import type { FeatureDefinition, FeatureFact } from '~/domain/feature/definition.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import type { ItemProfile, ItemProfiles, Scope } from '~/domain/feature/scope.ts';
import { type Day, day } from '~/domain/kernel/day.ts';
import { type Card, cardFeatures, cardSchema } from '~/domain/score/card.ts';

export const asOf: Day = day('2026-11-23');

export const card: Card = cardSchema.parse(body);

export const definitionsOf = (from: Card): FeatureDefinition[] => cardFeatures(from).map(featureDefinition);

export const profiles: ItemProfiles = new Map(
  catalogue.items.map((item) => [
    item.code,
    { ...item, ceiling: item.mode === 'verify' ? 'yes-no' : 'raw' } as unknown as ItemProfile,
  ]),
);

const everyItem = [...profiles.keys()];
export const publicItems = everyItem.filter((code) => profiles.get(code)?.sensitivity === 'public');
export const consentItems = everyItem.filter((code) => profiles.get(code)?.sensitivity === 'consent');

/** Values for every feature of a card, near the edges of its bins, with gaps. */
export const arbitraryInput = (of: Card): fc.Arbitrary<(number | null)[]> =>
  fc.tuple(
    ...cardFeatures(of).map((code) => {
      const own = of.dimensions
        .flatMap(({ indicators }) => indicators)
        .find(({ feature }) => feature === code);
      const edges = (own?.bins ?? []).flatMap(({ from }) =>
        from === null ? [] : [from - 1, from, from + 1],
      );
      return fc.option(fc.oneof(fc.constantFrom(0, ...edges), fc.integer({ min: -3, max: 2_000 })), {
        freq: 5,
      });
    }),
  );

/** Every item of the catalogue supplied on the day, and all consent items opened. */
export const openScope: Scope = {
  asOf,
  supplies: new Map(everyItem.map((code) => [code, asOf])),
  consent: { items: new Set(consentItems), dataFrom: null, dataTo: null },
};

export const publicScope: Scope = { ...openScope, consent: null };

let made = 0;

/** A fact of an item: one dated record of today unless said otherwise. */
export const aFact = (item: string, parts: Partial<FeatureFact> = {}): FeatureFact => ({
  id: `fact-${String(made++).padStart(6, '0')}`,
  item,
  occurredOn: asOf,
  endedOn: null,
  amount: null,
  quantity: null,
  category: null,
  knownOn: asOf,
  ...parts,
});

/** The features of the card for a firm that the registers know. */
export const featuresOf = (facts: readonly FeatureFact[], scope: Scope = openScope): FeatureSet =>
  computeFeatures(openLens(definitionsOf(card), profiles, scope), facts, true);

/** One feature's value and gap. */
export function featureOf(
  code: string,
  facts: readonly FeatureFact[],
  scope: Scope = openScope,
  isKnown = true,
) {
  const lens = openLens([featureDefinition(code)], profiles, scope);
  const [feature] = computeFeatures(lens, facts, isKnown);
  if (!feature) throw new Error(`no feature ${code}`);
  return feature;
}
