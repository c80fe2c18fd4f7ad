import { featureCodes } from '~/domain/feature/definitions.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Card, cardHash, cardSchema, faultsOf } from '~/domain/score/card.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { signText } from '~/server/platform/signing.ts';
import { insertCard, publishedHash } from '~/server/score/store.ts';

export type CardRefusal = { readonly code: 'score.card-faulty'; readonly faults: readonly string[] };

/**
 * Publishes a rule card: checked, hashed, signed with the platform's key. A version is published once and never changes, and
 * publishing it again adds nothing; where another card stands under its version already, as in an installation that began with
 * an earlier release, it is published as the next revision (`2026.1.1`), by which firms are then scored. Returns the card as it
 * stands published.
 */
export async function publishCard(tx: Tx, body: unknown): Promise<Result<Card, CardRefusal>> {
  const shipped = cardSchema.parse(body);
  const faults = faultsOf(shipped, featureCodes);
  if (faults.length > 0) return refuse({ code: 'score.card-faulty', faults });
  for (let revision = 0; ; revision++) {
    const version = revision === 0 ? shipped.version : `${shipped.version}.${revision}`;
    const card = { ...shipped, version };
    const hash = cardHash(card);
    const held = await publishedHash(tx, version);
    if (held === hash) return accept(card);
    if (held !== null) continue;
    const { signature, keyId } = signText(hash);
    await insertCard(tx, card, { version, hash, signature, keyId, at: clock.now() });
    return accept(card);
  }
}
