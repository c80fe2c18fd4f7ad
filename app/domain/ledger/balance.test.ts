import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twoSided, yuanText } from './balance.ts';

test('a balance stands on one side and is worth what it was', () => {
  fc.assert(
    fc.property(fc.bigInt(), (balance) => {
      const { debit, credit } = twoSided(balance);
      expect(debit - credit).toBe(balance);
      expect(debit >= 0n && credit >= 0n && (debit === 0n || credit === 0n)).toBe(true);
    }),
  );
});

test.each([
  [0n, '0.00'],
  [5n, '0.05'],
  [-5n, '-0.05'],
  [123_405n, '1234.05'],
  [-100_000_000_000_001n, '-1000000000000.01'],
])('%s fen is %s yuan', (amount, text) => {
  expect(yuanText(amount)).toBe(text);
});
