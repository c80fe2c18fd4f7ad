import { createPublicKey, verify } from 'node:crypto';
import { keyIdOf } from '~/server/platform/signing-key.ts';

/** The Ed25519 key of a text in PEM, written the same way again; null where there is none. */
export function readPublicKey(text: string): string | null {
  try {
    const key = createPublicKey({ key: text.trim(), format: 'pem' });
    return key.asymmetricKeyType === 'ed25519' && !text.includes('PRIVATE')
      ? key.export({ type: 'spki', format: 'pem' }).toString()
      : null;
  } catch {
    return null; // whatever is not a key
  }
}

/** The short name of a key: the first 16 hexadecimal digits of the SHA-256 of its DER. */
export const fingerprintOf = (publicKey: string): string => keyIdOf(createPublicKey(publicKey));

/** A signature in the one way of writing its bytes in base64: what differs only in its writing is the same signature. */
export const sameWriting = (signature: string): string => Buffer.from(signature, 'base64').toString('base64');

/** Whether the holder of a key signed exactly this text (UTF-8); the signature is base64. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return bytes.length === 64 && verify(null, Buffer.from(text), createPublicKey(publicKey), bytes);
}
