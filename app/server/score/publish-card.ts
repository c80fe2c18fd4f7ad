import { featureDefinitions } from '~/domain/feature/definitions.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Card, cardHash, cardSchema, faultsOf } from '~/domain/score/card.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { signText } from '~/server/platform/signing.ts';
import { insertCard } from '~/server/score/store.ts';

export type CardRefusal = { readonly code: 'score.card-faulty'; readonly faults: readonly string[] };

/**
 * Publishes a rule card: checked, hashed, signed with the platform's key. A version is published once and never
 * changes; publishing it again adds nothing.
 */
export async function publishCard(tx: Tx, body: unknown): Promise<Result<Card, CardRefusal>> {
  const card = cardSchema.parse(body);
  const faults = faultsOf(card, new Set(featureDefinitions.map((definition) => definition.code)));
  if (faults.length > 0) return refuse({ code: 'score.card-faulty', faults });
  const hash = cardHash(card);
  const { signature, keyId } = signText(hash);
  await insertCard(tx, card, { version: card.version, hash, signature, keyId, at: clock.now() });
  return accept(card);
}
