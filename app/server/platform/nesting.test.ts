import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNestedBeyond } from './nesting.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test('the depth of any JSON is told from its text', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(7), (value, limit) => {
      expect(isNestedBeyond(JSON.stringify(value), limit)).toBe(depthOf(value) > limit);
    }),
  );
});

test.each([
  ['[[[[', 3, true],
  ['"[[[["', 1, false],
  ['"\\"[[[["', 1, false],
  ['"never closed [[[', 1, false],
  ['['.repeat(1_000_000), 32, true],
])('%s beyond %d: %s', (text, limit, is) => expect(isNestedBeyond(text, limit)).toBe(is));
