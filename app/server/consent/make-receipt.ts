import { type Receipt, type Sm2Seal, withdrawalBody } from '~/domain/consent/receipt.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { consentById, type SealedConsent } from '~/server/consent/store.ts';
import { pausesOf } from '~/server/consent/store-pause.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { publicKeyPem, signText } from '~/server/platform/signing.ts';
import { knowsSm2, signSm2, sm2PublicKeyPem, sm3 } from '~/server/platform/signing-sm2.ts';

/**
 * The receipt of a consent, to be kept and checked without this platform: sha256(previousHash, newline, body) must be
 * `hash`, and `signature` must be Ed25519 over the text of `hash` by `publicKey`; `sm2` seals the same text in SM3 and SM2.
 */
export async function makeReceipt(
  actor: Actor,
  id: ConsentId,
): Promise<Result<Receipt, { readonly code: 'consent.not-found' }>> {
  const { enterpriseId } = asFirm(actor);
  const { consent, pauses } = await withActor(actor, async (tx) => ({
    consent: await consentById(tx, id),
    pauses: await pausesOf(tx, enterpriseId, id),
  }));
  if (!consent || consent.enterpriseId !== enterpriseId) return refuse({ code: 'consent.not-found' });
  return accept({
    ...receiptOf(consent),
    pauses: pauses.map((pause) => ({ body: pause.body, signature: pause.signature })),
  });
}

type Sealed = Pick<SealedConsent, 'body' | 'previousHash' | 'hash' | 'signature' | 'keyId' | 'revokedAt'> & {
  readonly id: string;
};

/** The receipt of a sealed text: the consent of a firm, or of a natural person. */
export function receiptOf(consent: Sealed): Receipt {
  const { body, previousHash, hash, signature, keyId } = consent;
  const proof = { body, previousHash, hash, signature, keyId, publicKey: publicKeyPem() };
  const sm2 = sm2Seal(`${previousHash}\n${body}`);
  return { format: 'xinqiao-receipt/1', ...proof, sm2, withdrawal: withdrawalOf(consent) };
}

function sm2Seal(sealed: string): Sm2Seal | null {
  if (!knowsSm2()) return null;
  const digest = sm3(sealed);
  return { id: '', sm3: digest, ...signSm2(digest), publicKey: sm2PublicKeyPem() };
}

function withdrawalOf(consent: Sealed): Receipt['withdrawal'] {
  if (!consent.revokedAt) return null;
  const body = withdrawalBody(consent, consent.revokedAt);
  return { body, signature: signText(body).signature };
}
