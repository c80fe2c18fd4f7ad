import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  carryKeys,
  destroyedKeys,
  destroyKey,
  keysIn,
  openSealed,
  sealUnder,
  tagOf,
  vaultFolder,
} from './vault.ts';

const fresh = () => mkdtempSync(path.join(tmpdir(), 'xinqiao-vault-'));
beforeEach(() => {
  process.env.XINQIAO_DATA_DIR = fresh();
});

describe('a value under a key', () => {
  test('comes back, differs each time it is sealed, and belongs to its place', () => {
    const id = randomUUID();
    const sealed = sealUnder(id, 'person', '林晓禾');
    expect(openSealed(id, 'person', sealed)).toBe('林晓禾');
    expect(Buffer.from(sealed).includes('林晓禾')).toBe(false);
    expect(sealUnder(id, 'person', '林晓禾')).not.toEqual(sealed);
    expect(() => openSealed(id, 'person-fact', sealed)).toThrow();
    sealed[30] = (sealed[30] ?? 0) ^ 1;
    expect(() => openSealed(id, 'person', sealed)).toThrow();
  });

  test('is gone with its key, for good: no new key takes the name', () => {
    const id = randomUUID();
    const sealed = sealUnder(id, 'person', 'x');
    destroyKey(id);
    destroyKey(id);
    expect(openSealed(id, 'person', sealed)).toBeNull();
    expect(() => sealUnder(id, 'person', 'y')).toThrow(/destroyed/);
    expect([...destroyedKeys()]).toEqual([id]);
  });

  test('a name that is no id reaches no file', () => {
    expect(() => sealUnder('../../../etc/passwd', 'person', 'x')).toThrow();
  });
});

describe('the mirror', () => {
  test('holds the present keys and no destroyed one, and an older mirror brings none back', () => {
    const [kept, gone] = [randomUUID(), randomUUID()];
    const sealed = sealUnder(kept, 'person', 'kept');
    const lost = sealUnder(gone, 'person', 'lost');
    const tag = tagOf('number');
    const [older, mirror] = [fresh(), fresh()];
    expect(carryKeys(vaultFolder(), older)).toEqual({ keys: 2, removed: 0 });
    carryKeys(vaultFolder(), mirror);
    destroyKey(gone);
    expect(carryKeys(vaultFolder(), mirror)).toEqual({ keys: 1, removed: 1 });
    expect(existsSync(path.join(mirror, gone.slice(0, 2), `${gone}.key`))).toBe(false);

    carryKeys(older, vaultFolder());
    expect(openSealed(gone, 'person', lost)).toBeNull();

    process.env.XINQIAO_DATA_DIR = fresh();
    carryKeys(mirror, vaultFolder());
    expect(keysIn()).toEqual([kept]);
    expect(openSealed(kept, 'person', sealed)).toBe('kept');
    expect(tagOf('number')).toBe(tag);
    carryKeys(older, vaultFolder());
    expect(openSealed(gone, 'person', lost)).toBeNull();
    expect(readFileSync(path.join(vaultFolder(), 'destroyed'), 'utf8')).toBe(`${gone}\n`);
  });
});
