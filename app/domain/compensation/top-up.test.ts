import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, wan } from '~/domain/kernel/money.ts';
import { topUpFor } from './top-up.ts';

test('a pool of 7.5 m carries 75 m; for 80 m half a million more is needed', () => {
  expect(topUpFor(wan(7_500), wan(750), 10)).toBe(0n);
  expect(topUpFor(wan(8_000), wan(750), 10)).toBe(wan(50));
  expect(topUpFor(fen(11), fen(1), 10)).toBe(1n);
});

test('with the top-up the lending is within its multiple, with a fen less it is not', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 13n }).map(fen);
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 100 }), (lent, capital, times) => {
      const more = topUpFor(lent, capital, times);
      expect(lent <= (capital + more) * BigInt(times)).toBe(true);
      if (more > 0n) expect(lent <= (capital + more - 1n) * BigInt(times)).toBe(false);
    }),
  );
});
