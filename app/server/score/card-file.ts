import { createPublicKey, verify } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { featureCodes } from '~/domain/feature/definitions.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type OpenedCard, type OpenRefusal, openCardFile } from '~/domain/score/card-file.ts';
import type { Seal } from '~/domain/score/statistical/sealed.ts';
import { hasSigningKey, publicKeyPem, signText } from '~/server/platform/signing.ts';
import { keyIdOf } from '~/server/platform/signing-key.ts';

export type FileRefusal = { readonly code: 'card.file-missing'; readonly file: string };

/** Opens the text of a card file of either kind: nothing is answered unless hash, signature and golden vectors hold. */
export function openCardText(text: string): Result<OpenedCard, OpenRefusal> {
  try {
    return openCardFile(JSON.parse(text), isSealed, featureCodes);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return refuse({ code: 'card.not-a-card', at: '.' });
  }
}

/** Reads a card file and opens it. */
export async function readCardFile(file: string): Promise<Result<OpenedCard, OpenRefusal | FileRefusal>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? refuse({ code: 'card.file-missing', file }) : openCardText(text);
}

/** Whether a seal is what it says: the key has the stated id and signed exactly this hash. */
export function isSealed(hash: string, { signature, keyId, publicKey }: Seal): boolean {
  try {
    const key = createPublicKey(publicKey);
    return keyIdOf(key) === keyId && verify(null, Buffer.from(hash), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** The platform's seal over a hash. */
export const platformSeal = (hash: string): Seal => ({ ...signText(hash), publicKey: publicKeyPem() });

/** The platform's seal where its key lies in the folder of the data; null where there is no key to sign with. */
export const sealIfKey = (hash: string): Seal | null => (hasSigningKey() ? platformSeal(hash) : null);

/** Whose signature a card bears, once it holds: nobody's, the platform's whose folder this is, or another key's. */
export type Signer = 'none' | 'platform' | 'other';

export function signerOf({ keyId }: Pick<OpenedCard, 'keyId'>): Signer {
  if (keyId === null) return 'none';
  return hasSigningKey() && signText('').keyId === keyId ? 'platform' : 'other';
}

/** Writes a file whole or not at all. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
