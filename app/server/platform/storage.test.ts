import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '~/domain/kernel/hash.ts';
import { folderStorage } from './storage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-storage-'));
const key = randomBytes(32);
const storage = folderStorage(folder, () => key);
const fileOf = (hash: string) => path.join(folder, hash.slice(0, 2), hash);
const bytes = new TextEncoder().encode('营业执照');

test('bytes come back under their hash, and equal bytes are kept once', async () => {
  const hash = await storage.keep(bytes);
  expect(await storage.keep(bytes)).toBe(hash);
  expect(await storage.read(hash)).toEqual(Buffer.from(bytes));
  expect(readdirSync(path.join(folder, hash.slice(0, 2)))).toEqual([hash]);
});

test('what was removed or never kept is null', async () => {
  const hash = await storage.keep(new Uint8Array([1]));
  await storage.remove(hash);
  expect(await storage.read(hash)).toBeNull();
});

test('damaged bytes are not handed out', async () => {
  const hash = await storage.keep(new Uint8Array([2]));
  writeFileSync(path.join(folder, hash.slice(0, 2), hash), 'x');
  await expect(storage.read(hash)).rejects.toThrow('damaged');
});

test('a name is no path', async () => {
  await expect(storage.read('../../etc/passwd')).rejects.toThrow('not a SHA-256');
});

test('nothing lies in the clear, another key opens nothing, and a moved file is damaged', async () => {
  const hash = await storage.keep(bytes);
  const stored = readFileSync(fileOf(hash));
  expect(stored.includes(Buffer.from(bytes))).toBe(false);
  await expect(folderStorage(folder, () => randomBytes(32)).read(hash)).rejects.toThrow('damaged');
  const other = await storage.keep(new Uint8Array([3]));
  copyFileSync(fileOf(hash), fileOf(other));
  await expect(storage.read(other)).rejects.toThrow('damaged');
});

test('keeping what is kept changes no byte; what was kept in the clear is read, and sealed when it comes again', async () => {
  const hash = await storage.keep(bytes);
  const before = readFileSync(fileOf(hash));
  await storage.keep(bytes);
  expect(readFileSync(fileOf(hash))).toEqual(before);
  const old = new TextEncoder().encode('%PDF-1.7 kept before');
  await storage.keep(old);
  writeFileSync(fileOf(sha256(old)), old);
  expect(await storage.read(sha256(old))).toEqual(Buffer.from(old));
  await storage.keep(old);
  expect(readFileSync(fileOf(sha256(old))).includes(Buffer.from(old))).toBe(false);
});
