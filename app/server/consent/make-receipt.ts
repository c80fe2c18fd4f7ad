import { type Receipt, withdrawalBody } from '~/domain/consent/receipt.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { consentById, type SealedConsent } from '~/server/consent/store.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { publicKeyPem, signText } from '~/server/platform/signing.ts';

/**
 * The receipt of a consent, to be kept and checked without this platform: sha256(previousHash, newline, body) must be
 * `hash`, and `signature` must be Ed25519 over the text of `hash` by `publicKey`.
 */
export async function makeReceipt(
  actor: Actor,
  id: ConsentId,
): Promise<Result<Receipt, { readonly code: 'consent.not-found' }>> {
  const { enterpriseId } = asFirm(actor);
  const consent = await withActor(actor, (tx) => consentById(tx, id));
  if (!consent || consent.enterpriseId !== enterpriseId) return refuse({ code: 'consent.not-found' });
  const { body, previousHash, hash, signature, keyId } = consent;
  const proof = { body, previousHash, hash, signature, keyId, publicKey: publicKeyPem() };
  return accept({ format: 'xinqiao-receipt/1', ...proof, withdrawal: withdrawalOf(consent) });
}

function withdrawalOf(consent: SealedConsent): Receipt['withdrawal'] {
  if (!consent.revokedAt) return null;
  const body = withdrawalBody(consent, consent.revokedAt);
  return { body, signature: signText(body).signature };
}
