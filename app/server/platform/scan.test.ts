import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { scanBytes } from './scan.ts';

afterEach(() => {
  delete process.env.XINQIAO_SCAN_PROGRAM;
});

/** A scanner of our own: it takes a file that holds a word for infected, as scanners take the EICAR test file. */
function scanner(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'xinqiao-scan-')), 'scan.sh');
  writeFileSync(file, '#!/bin/sh\nif grep -q "$1"; then exit 1; fi\nexit 0\n');
  chmodSync(file, 0o755);
  return file;
}
const bytes = (text: string) => new TextEncoder().encode(text);

test('what a scanner says counts, and one that is not there passes nothing', async () => {
  process.env.XINQIAO_SCAN_PROGRAM = `${scanner()} EICAR`;
  expect(await scanBytes(bytes('%PDF-1.7 a balance sheet'))).toBe('clean');
  expect(await scanBytes(bytes('%PDF-1.7 EICAR'))).toBe('infected');
  expect(await scanBytes(new Uint8Array(3_000_000))).toBe('clean');
  process.env.XINQIAO_SCAN_PROGRAM = '/nowhere/scanner';
  expect(await scanBytes(bytes('x'))).toBe('failed');
});

test('without a scanner everything passes', async () => {
  expect(await scanBytes(bytes('EICAR'))).toBe('clean');
});
