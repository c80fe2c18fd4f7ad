import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import path from 'node:path';
import { sha256 } from '~/domain/kernel/hash.ts';
import { keyFile } from '~/server/platform/key-file.ts';

export type SigningKey = { readonly secret: KeyObject; readonly open: KeyObject; readonly keyId: string };

/** The short name of a public key: the first 16 hexadecimal digits of the SHA-256 of its DER. */
export const keyIdOf = (open: KeyObject): string =>
  sha256(open.export({ type: 'spki', format: 'der' })).slice(0, 16);

/** Reads a key of this installation once for as long as its folder stays the same; `makePem` makes it on the first day. */
export function openSigningKey(name: string, makePem: () => string | Buffer): () => SigningKey {
  let held: (SigningKey & { readonly folder: string }) | undefined;
  return () => {
    const folder = path.resolve(process.env.XINQIAO_DATA_DIR ?? '.data');
    if (held?.folder === folder) return held;
    const secret = createPrivateKey(keyFile(name, makePem));
    const open = createPublicKey(secret);
    held = { folder, secret, open, keyId: keyIdOf(open) };
    return held;
  };
}
