import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { hasKeyFile } from '~/server/platform/key-file.ts';
import { openSigningKey } from '~/server/platform/signing-key.ts';

export type Signature = { readonly signature: string; readonly keyId: string };

const makePem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });

const keyName = 'platform-ed25519.pem';
const loadKey = openSigningKey(keyName, makePem);

/** Whether there is a key to sign with; commands that work on files alone make none. */
export const hasSigningKey = (): boolean => hasKeyFile(keyName);

/** Signs a text with the platform's Ed25519 key; the signature is base64. */
export function signText(text: string): Signature {
  const { secret, keyId } = loadKey();
  return { signature: sign(null, Buffer.from(text), secret).toString('base64'), keyId };
}

/** Whether the platform signed exactly this text. */
export const isSigned = (text: string, signature: string): boolean =>
  verify(null, Buffer.from(text), loadKey().open, Buffer.from(signature, 'base64'));

/** The public key as PEM, printed in receipts so that they verify offline. */
export const publicKeyPem = (): string => loadKey().open.export({ type: 'spki', format: 'pem' }).toString();
