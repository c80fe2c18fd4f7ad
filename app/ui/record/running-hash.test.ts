import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '~/domain/kernel/hash.ts';
import { RunningHash } from './running-hash.ts';

test('any bytes in any pieces hash as they do in one', () => {
  const piece = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const running = new RunningHash();
      for (const each of pieces) running.update(each);
      expect(running.digest()).toBe(sha256(Buffer.concat(pieces)));
    }),
  );
});

test.each([0, 55, 56, 63, 64, 65, 119, 120, 1_000_000])('%d bytes', (length) => {
  const bytes = new Uint8Array(length).fill(7);
  expect(new RunningHash().update(bytes).digest()).toBe(sha256(bytes));
});
