import { computeFeatures, type FeatureSet, openLens } from '~/domain/feature/compute.ts';
import type { FeatureDefinition } from '~/domain/feature/definition.ts';
import { isIdentified, populationOf } from '~/domain/feature/population.ts';
import type { EvaluationConsent, Scope } from '~/domain/feature/scope.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { readFeatureFacts, readSubject, readSupplies } from '~/server/feature/store.ts';

export type FeatureQuestion = {
  readonly enterpriseId: EnterpriseId;
  readonly definitions: readonly FeatureDefinition[];
  readonly asOf: Day;
  /** Facts and deliveries that came later are left out. */
  readonly knownAt: Date;
  /** What a consent that was just checked opens; null for public items only. */
  readonly consent: EvaluationConsent | null;
};

/** The features of one firm as they were known at an instant, with the facts behind each. */
export async function loadFeatureSet(tx: Tx, question: FeatureQuestion): Promise<FeatureSet> {
  const { enterpriseId, definitions, asOf, knownAt, consent } = question;
  const subject = await readSubject(tx, enterpriseId);
  const population = populationOf(subject ?? { source: '', externalId: null });
  const catalogue = await readCatalogue(tx, asOf);
  const supplies = (await readSupplies(tx, knownAt)).get(population) ?? new Map<string, Day>();
  const scope: Scope = { asOf, supplies, consent };
  const lens = openLens(definitions, catalogue, scope);
  const facts = await readFeatureFacts(
    tx,
    enterpriseId,
    [...lens.readers.keys(), 'registration.profile'],
    knownAt,
  );
  return computeFeatures(lens, facts, isIdentified(population, facts));
}
