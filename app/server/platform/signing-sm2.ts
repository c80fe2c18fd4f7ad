import { createHash, createPublicKey, generateKeyPairSync, getCurves, sign, verify } from 'node:crypto';
import { openSigningKey } from '~/server/platform/signing-key.ts';

/**
 * SM2 (GB/T 32918.2) with SM3, as the OpenSSL beneath Node does it: the signer's identity `id` is empty, which is what
 * `openssl dgst -sm3 -sign` and `-verify` take without `-sigopt distid:`. A key made in this process signs plain ECDSA
 * until it was written and read again (its own verifier agrees with it, nobody else's does), so keys always pass
 * through their PEM here.
 */
export type Sm2Signature = { readonly signature: string; readonly keyId: string };

/** Whether the OpenSSL beneath this Node knows SM2; without it receipts carry Ed25519 alone. */
export const knowsSm2 = (): boolean => getCurves().includes('SM2');

/** SM3 (GB/T 32905) as 64 hexadecimal digits. */
export const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');

const makePem = () =>
  generateKeyPairSync('ec', { namedCurve: 'SM2' }).privateKey.export({ type: 'pkcs8', format: 'pem' });

const loadKey = openSigningKey('platform-sm2.pem', makePem);

/** Signs a text with the platform's SM2 key; the signature is DER in base64. */
export function signSm2(text: string): Sm2Signature {
  const { secret, keyId } = loadKey();
  return { signature: sign('sm3', Buffer.from(text), secret).toString('base64'), keyId };
}

/** The platform's SM2 public key as PEM. */
export const sm2PublicKeyPem = (): string =>
  createPublicKey(loadKey().secret).export({ type: 'spki', format: 'pem' }).toString();

/** 1.2.156.10197.1.301 in DER: a key on another curve would be verified by another scheme. */
const curveOid = Buffer.from('06082a811ccf5501822d', 'hex');

/** Whether the holder of the key signed exactly this text; a text that is no key or no signature is simply not valid. */
export function isSm2Signed(text: string, signature: string, publicKeyPem: string): boolean {
  try {
    const open = createPublicKey(publicKeyPem);
    if (!open.export({ type: 'spki', format: 'der' }).includes(curveOid)) return false;
    return verify('sm3', Buffer.from(text), open, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
