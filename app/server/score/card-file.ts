import { createPublicKey, verify } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { sha256 } from '~/domain/kernel/hash.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { type CardFileRefusal, openCard, type Seal } from '~/domain/score/statistical/sealed.ts';

export type FileRefusal = { readonly code: 'card.file-missing'; readonly file: string };

/** Reads a card file and opens it: nothing is answered unless hash, signature and golden vectors hold. */
export async function readCardFile(
  file: string,
): Promise<Result<StatisticalCard, CardFileRefusal | FileRefusal>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return refuse({ code: 'card.file-missing', file });
  try {
    return openCard(JSON.parse(text), isSealed);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return refuse({ code: 'card.not-a-card', at: '.' });
  }
}

/** Whether a seal is what it says: the key has the stated id and signed exactly this hash. */
export function isSealed(hash: string, { signature, keyId, publicKey }: Seal): boolean {
  try {
    const key = createPublicKey(publicKey);
    const id = sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16);
    return id === keyId && verify(null, Buffer.from(hash), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** Writes a file whole or not at all. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
