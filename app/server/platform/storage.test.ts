import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderStorage } from './storage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-storage-'));
const storage = folderStorage(folder);
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
