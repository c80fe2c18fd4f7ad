import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSm2Signed, knowsSm2, signSm2, sm2PublicKeyPem, sm3 } from './signing-sm2.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-sm2-'));
const inside = (name: string) => path.join(folder, name);
const openssl = (...words: string[]) => spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
const commandKnowsSm2 = /\bSM2\b/.test(openssl('ecparam', '-list_curves').stdout ?? '');
const both = knowsSm2() && commandKnowsSm2;

beforeAll(() => {
  process.env.XINQIAO_DATA_DIR = folder;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** GB/T 32905-2016, annex A. */
test.skipIf(!knowsSm2())('SM3 gives the published digests', () => {
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
});

test.skipIf(!knowsSm2())('a signature fits its text and its key and nothing else', () => {
  const { signature } = signSm2('text');
  expect(isSm2Signed('text', signature, sm2PublicKeyPem())).toBe(true);
  expect(isSm2Signed('texts', signature, sm2PublicKeyPem())).toBe(false);
  expect(isSm2Signed('text', signature.slice(0, 40), sm2PublicKeyPem())).toBe(false);
  expect(isSm2Signed('text', signature, 'no key')).toBe(false);
  const p256 = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey.export({
    type: 'spki',
    format: 'pem',
  });
  expect(isSm2Signed('text', signature, p256.toString())).toBe(false);
});

const title = both ? 'with the openssl command' : 'with the openssl command (skipped: it lacks SM2 here)';
describe.skipIf(!both)(title, () => {
  test('what the platform signs, the command verifies', () => {
    writeFileSync(inside('text'), 'signed here');
    writeFileSync(inside('signature'), Buffer.from(signSm2('signed here').signature, 'base64'));
    writeFileSync(inside('public.pem'), sm2PublicKeyPem());
    const verify = () =>
      openssl('dgst', '-sm3', '-verify', 'public.pem', '-signature', 'signature', 'text').stdout.trim();
    expect(verify()).toBe('Verified OK');
    writeFileSync(inside('text'), 'signed there');
    expect(verify()).not.toBe('Verified OK');
  });

  test('what the command signs with its own key or with ours, the platform verifies', () => {
    openssl('genpkey', '-algorithm', 'SM2', '-out', 'their.pem');
    openssl('pkey', '-in', 'their.pem', '-pubout', '-out', 'their-public.pem');
    writeFileSync(inside('text'), 'from outside');
    for (const [key, open] of [
      ['their.pem', readFileSync(inside('their-public.pem'), 'utf8')],
      ['keys/platform-sm2.pem', sm2PublicKeyPem()],
    ] as const) {
      openssl('dgst', '-sm3', '-sign', key, '-out', 'from-outside', 'text');
      const signature = readFileSync(inside('from-outside')).toString('base64');
      expect(isSm2Signed('from outside', signature, open)).toBe(true);
      expect(isSm2Signed('from inside', signature, open)).toBe(false);
    }
  });

  test('the trap: a key that never left this process would sign in a scheme that nobody else verifies', () => {
    expect(createPublicKey(sm2PublicKeyPem()).export({ type: 'spki', format: 'pem' })).toBe(
      sm2PublicKeyPem(),
    );
    writeFileSync(inside('text'), 'other identity');
    openssl(
      'dgst',
      '-sm3',
      '-sign',
      'keys/platform-sm2.pem',
      '-sigopt',
      'distid:1234567812345678',
      '-out',
      's',
      'text',
    );
    const signature = readFileSync(inside('s')).toString('base64');
    expect(isSm2Signed('other identity', signature, sm2PublicKeyPem())).toBe(false);
  });
});
