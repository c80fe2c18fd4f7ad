import { expect, test } from '@playwright/test';
import { manifestBytes, scriptBytes } from '#tests/script-bytes.ts';

test('the shelf that comes alive needs at most 120 kB of scripts, beside the list of all pages', () => {
  const bytes = scriptBytes('routes/public/products');
  expect(bytes).toBeGreaterThan(60_000); // the libraries alone
  expect(bytes).toBeLessThanOrEqual(120_000);
  expect(manifestBytes()).toBeLessThanOrEqual(20_000);
});
