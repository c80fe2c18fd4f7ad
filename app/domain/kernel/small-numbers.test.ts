import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallestShown, suppressSmall } from '~/domain/kernel/small-numbers.ts';

test.each([
  [
    [120, 40, 12],
    [120, 40, 12],
  ],
  [
    [120, 40, 3],
    [120, null, null],
  ],
  [
    [120, 2, 3],
    [120, null, null],
  ],
  [
    [0, 3],
    [0, null],
  ],
  [
    [0, 9, 7, 1],
    [0, 9, null, null],
  ],
])('%j is shown as %j', (counts, shown) => {
  expect(suppressSmall(counts)).toEqual(shown);
});

test('no count from one to four is ever shown, and none is hidden alone beside shown ones', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (counts) => {
      const shown = suppressSmall(counts);
      const hidden = shown.filter((n) => n === null).length;
      expect(shown.every((n) => n === null || n === 0 || n >= smallestShown)).toBe(true);
      expect(hidden === 1 && shown.some((n) => n !== null && n > 0)).toBe(false);
    }),
  );
});
