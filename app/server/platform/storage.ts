import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '~/domain/kernel/hash.ts';
import { keyFile } from '~/server/platform/key-file.ts';

/** The port to the bytes of documents. A document is kept under the hash of its bytes, so that equal ones are kept once. */
export type Storage = {
  readonly driver: string;
  /** Keeps the bytes for good and returns their SHA-256; keeping them again changes nothing. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes kept under a hash, or null. Bytes that no longer fit their hash are a fault. */
  read(hash: string): Promise<Uint8Array | null>;
  remove(hash: string): Promise<void>;
};

/** The one place where the driver is chosen: a folder beside the database. */
export const openStorage = (): Storage =>
  folderStorage(path.join(process.env.XINQIAO_DATA_DIR ?? '.data', 'files'), documentKey);

/** The key of documents at rest: 32 bytes, from a key service by `XINQIAO_DOCUMENT_KEY`, else of this installation. */
function documentKey(): Buffer {
  const text = process.env.XINQIAO_DOCUMENT_KEY ?? keyFile('documents.key', newKey).toString();
  const key = Buffer.from(text, 'base64');
  if (key.byteLength !== 32) throw new Error('XINQIAO_DOCUMENT_KEY is not 32 bytes in base64');
  return key;
}

const newKey = (): string => randomBytes(32).toString('base64');

/**
 * Storage in a folder, spread over 256 sub-folders. A file appears whole and written through, or not at all, and what is
 * written is ciphertext bound to its hash; a file of before the encryption is still read.
 */
export function folderStorage(folder: string, key: () => Buffer): Storage {
  const fileOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a SHA-256');
    return path.join(folder, hash.slice(0, 2), hash);
  };
  return {
    driver: 'folder',
    async keep(bytes) {
      const hash = sha256(bytes);
      const file = fileOf(hash);
      const known = await readFile(file).catch(nullWhenMissing);
      if (!known || !isSealed(known) || !opened(known, hash, key()))
        await writeThrough(file, sealed(bytes, hash, key()));
      return hash;
    },
    async read(hash) {
      const stored = await readFile(fileOf(hash)).catch(nullWhenMissing);
      if (!stored) return null;
      const bytes = isSealed(stored) ? opened(stored, hash, key()) : stored;
      if (!bytes || sha256(bytes) !== hash) throw new Error(`the file ${hash} is damaged`);
      return bytes;
    },
    remove: (hash) => rm(fileOf(hash), { force: true }),
  };
}

/** What every sealed file begins with; no kind of document that is taken in does. */
const mark = Buffer.from('XQS1');
const isSealed = (stored: Buffer): boolean => stored.subarray(0, mark.byteLength).equals(mark);

/** AES-256-GCM: mark, nonce, tag, ciphertext. */
function sealed(bytes: Uint8Array, hash: string, key: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(hash));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([mark, iv, cipher.getAuthTag(), body]);
}

/** The bytes of a sealed file; null when it was altered, moved or sealed under another key. */
function opened(stored: Buffer, hash: string, key: Buffer): Buffer | null {
  const [iv, tag, body] = [stored.subarray(4, 16), stored.subarray(16, 32), stored.subarray(32)];
  if (tag.byteLength !== 16) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(hash)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return null;
  }
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
