import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * The key store (密钥库): one key a data subject, each a file under `vault/` of the installation's data, which no backup
 * takes along. Values under a key are AES-256-GCM, bound to the key's name and to what they are. A destroyed key is
 * overwritten, removed and listed, and a listed one is never made or taken in again.
 */
const home = (): string => path.join(process.env.XINQIAO_DATA_DIR ?? '.data', 'vault');
const listFile = 'destroyed';
const named = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

function fileOf(keyId: string, folder = home()): string {
  if (!named.test(keyId)) throw new Error('not the name of a key');
  return path.join(folder, keyId.slice(0, 2), `${keyId}.key`);
}

const readIfThere = (file: string): Buffer | null => (fs.existsSync(file) ? fs.readFileSync(file) : null);

/** The names of keys that were destroyed in a key store, by default this installation's. */
export const destroyedKeys = (folder = home()): ReadonlySet<string> =>
  new Set((readIfThere(path.join(folder, listFile))?.toString() ?? '').split('\n').filter(Boolean));

/** Puts a file in place whole or not at all; the first one stays. */
function placeNew(file: string, bytes: Uint8Array): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  fs.writeFileSync(draft, bytes, { mode: 0o600, flag: 'wx', flush: true });
  try {
    fs.linkSync(draft, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    fs.rmSync(draft);
  }
}

function keyOf(keyId: string): Buffer {
  const file = fileOf(keyId);
  const known = readIfThere(file);
  if (known) return known;
  if (destroyedKeys().has(keyId)) throw new Error('the key was destroyed');
  placeNew(file, randomBytes(32));
  return fs.readFileSync(file);
}

/** Encrypts a text under the subject's key, which is made when first needed. `what` names the place of the value. */
export function sealUnder(keyId: string, what: string, text: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keyId), iv).setAAD(Buffer.from(`${keyId} ${what}`));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Uint8Array.from(Buffer.concat([iv, cipher.getAuthTag(), body]));
}

/** The text behind a sealed value; null once its key is gone. A value that was altered or moved is a fault. */
export function openSealed(keyId: string, what: string, sealed: Uint8Array): string | null {
  const key = readIfThere(fileOf(keyId));
  if (!key) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(`${keyId} ${what}`)).setAuthTag(sealed.subarray(12, 28));
  return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8');
}

/** Destroys a key for good: listed first, so that a crash in between is made up for by calling it again. */
export function destroyKey(keyId: string): void {
  const file = fileOf(keyId);
  if (!destroyedKeys().has(keyId)) noteDestroyed(home(), [keyId]);
  if (!fs.existsSync(file)) return;
  fs.writeFileSync(file, randomBytes(32), { flush: true });
  fs.rmSync(file);
}

function noteDestroyed(folder: string, keyIds: readonly string[]): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const text = keyIds.map((keyId) => `${keyId}\n`).join('');
  fs.writeFileSync(path.join(folder, listFile), text, { flag: 'a', mode: 0o600, flush: true });
}

/** A keyed hash that finds the same number again and cannot be computed without the key store. */
export function tagOf(text: string): string {
  const file = path.join(home(), 'tag.key');
  if (!fs.existsSync(file)) placeNew(file, randomBytes(32));
  return createHmac('sha256', fs.readFileSync(file)).update(text).digest('hex');
}

/** The names of the keys in a key store. */
export function keysIn(folder = home()): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.key') && named.test(path.basename(name, '.key')))
    .map((name) => path.basename(name, '.key'))
    .sort();
}

export type Carried = { readonly keys: number; readonly removed: number };

/**
 * Makes `to` hold the keys of `from` and no other: what was destroyed on either side goes, and stays gone. It is how
 * the key store is mirrored beside backups, and how a mirror becomes the key store of a restored installation.
 */
export function carryKeys(from: string, to: string): Carried {
  const gone = new Set([...destroyedKeys(from), ...destroyedKeys(to)]);
  noteDestroyed(
    to,
    [...gone].filter((keyId) => !destroyedKeys(to).has(keyId)),
  );
  const wanted = keysIn(from).filter((keyId) => !gone.has(keyId));
  for (const keyId of wanted) placeNew(fileOf(keyId, to), fs.readFileSync(fileOf(keyId, from)));
  const tag = readIfThere(path.join(from, 'tag.key'));
  if (tag) placeNew(path.join(to, 'tag.key'), tag);
  const kept = new Set(wanted);
  const extra = keysIn(to).filter((keyId) => !kept.has(keyId));
  for (const keyId of extra) fs.rmSync(fileOf(keyId, to));
  return { keys: wanted.length, removed: extra.length };
}

/** The folder of this installation's key store. */
export const vaultFolder = home;
