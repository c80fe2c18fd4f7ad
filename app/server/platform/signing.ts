import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { sha256 } from '~/domain/kernel/hash.ts';
import { keyFile } from '~/server/platform/key-file.ts';

export type Signature = { readonly signature: string; readonly keyId: string };

let key: { readonly secret: KeyObject; readonly keyId: string } | undefined;

function loadKey() {
  if (key) return key;
  const secret = createPrivateKey(keyFile('platform-ed25519.pem', makePem));
  key = { secret, keyId: keyIdOf(createPublicKey(secret)) };
  return key;
}

const makePem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });

/** The short name of a public key: the first 16 hexadecimal digits of the SHA-256 of its DER. */
export const keyIdOf = (open: KeyObject): string =>
  sha256(open.export({ type: 'spki', format: 'der' })).slice(0, 16);

/** Signs a text with the platform's Ed25519 key; the signature is base64. */
export function signText(text: string): Signature {
  const { secret, keyId } = loadKey();
  return { signature: sign(null, Buffer.from(text), secret).toString('base64'), keyId };
}

/** Whether the platform signed exactly this text. */
export const isSigned = (text: string, signature: string): boolean =>
  verify(null, Buffer.from(text), createPublicKey(loadKey().secret), Buffer.from(signature, 'base64'));

/** The public key as PEM, printed in receipts so that they verify offline. */
export const publicKeyPem = (): string =>
  createPublicKey(loadKey().secret).export({ type: 'spki', format: 'pem' }).toString();
