import { featureDefinition } from '~/domain/feature/definitions.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { scoreFirm } from '~/domain/score/score.ts';
import type { ScoreResult } from '~/domain/score/sheet.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { loadFeatureSet } from '~/server/feature/load-feature-set.ts';
import type { RunWorld } from '~/server/score/columnar/run-world.ts';
import type { RunConsent } from '~/server/score/store-province.ts';

export type FirmResult = { readonly consentId: string | null; readonly result: ScoreResult };

/**
 * The sheets of a firm whose amounts are too great for the kernel's doubles (sums beyond 90 trillion yuan), from its facts
 * in the database: the public one and, under a consent, the full one.
 */
export function scoreExactly(world: RunWorld, firm: string): Promise<FirmResult[]> {
  const { card, asOf, knownAt, consents } = world;
  const definitions = cardFeatures(card).map(featureDefinition);
  const consent = consents.get(firm) ?? null;
  return withActor(system('score.province'), async (tx) => {
    const score = async (opened: RunConsent | null): Promise<FirmResult> => {
      const question = { enterpriseId: firm as EnterpriseId, definitions, asOf, knownAt, consent: opened };
      return {
        consentId: opened?.consentId ?? null,
        result: scoreFirm(card, await loadFeatureSet(tx, question)),
      };
    };
    return consent ? [await score(null), await score(consent)] : [await score(null)];
  });
}
