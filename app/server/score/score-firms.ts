import type { Catalogue } from '~/domain/catalogue/item.ts';
import { computeFeatures, type Lens, openLens } from '~/domain/feature/compute.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { isIdentified, type Population } from '~/domain/feature/population.ts';
import type { EvaluationConsent, Supplies } from '~/domain/feature/scope.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
import { scoreFirm } from '~/domain/score/score.ts';
import type { ScoreResult } from '~/domain/score/sheet.ts';
import type { StreamedFirm } from '~/server/score/read-firms.ts';
import type { RunConsent } from '~/server/score/store-province.ts';

/** Everything a run knows before it sees the first firm. */
export type RunWorld = {
  readonly card: Card;
  readonly catalogue: Catalogue;
  readonly supplies: ReadonlyMap<Population, Supplies>;
  readonly consents: ReadonlyMap<string, RunConsent>;
  readonly asOf: Day;
};

export type FirmResult = { readonly consentId: string | null; readonly result: ScoreResult };

export type Scorer = (firm: StreamedFirm) => FirmResult[];

/**
 * The evaluator of a run: the same pure functions as for one firm, with the lens of each population and of each set of
 * opened items made once. Gives the public result and, under a consent, the full one.
 */
export function openScorer(world: RunWorld): Scorer {
  const { card, catalogue, supplies, consents, asOf } = world;
  const definitions = cardFeatures(card).map(featureDefinition);
  const lenses = new Map<string, Lens>();
  const lensFor = (population: Population, consent: EvaluationConsent | null): Lens => {
    const key = `${population} ${consent ? [...consent.items, consent.dataFrom, consent.dataTo] : ''}`;
    const known = lenses.get(key);
    if (known) return known;
    const scope = { asOf, supplies: supplies.get(population) ?? new Map<string, Day>(), consent };
    const lens = openLens(definitions, catalogue, scope);
    lenses.set(key, lens);
    return lens;
  };
  return ({ id, population, facts }) => {
    const known = isIdentified(population, facts);
    const score = (consent: RunConsent | null): FirmResult => ({
      consentId: consent?.consentId ?? null,
      result: scoreFirm(card, computeFeatures(lensFor(population, consent), facts, known)),
    });
    const consent = consents.get(id);
    return consent ? [score(null), score(consent)] : [score(null)];
  };
}
