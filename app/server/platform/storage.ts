import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '~/domain/kernel/hash.ts';

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
  folderStorage(path.join(process.env.XINQIAO_DATA_DIR ?? '.data', 'files'));

/** Storage in a folder, spread over 256 sub-folders. A file appears whole and written through, or not at all. */
export function folderStorage(folder: string): Storage {
  const fileOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a SHA-256');
    return path.join(folder, hash.slice(0, 2), hash);
  };
  return {
    driver: 'folder',
    async keep(bytes) {
      const hash = sha256(bytes);
      await writeThrough(fileOf(hash), bytes);
      return hash;
    },
    async read(hash) {
      const bytes = await readFile(fileOf(hash)).catch(nullWhenMissing);
      if (bytes && sha256(bytes) !== hash) throw new Error(`the file ${hash} is damaged`);
      return bytes;
    },
    remove: (hash) => rm(fileOf(hash), { force: true }),
  };
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
