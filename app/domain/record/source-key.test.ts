import { expect, test } from 'vitest';
import { sourceKey } from './source-key.ts';

test('the same record has one key whatever blanks surround its cells', () => {
  expect(sourceKey('court', ['98741001', '2015年03月'])).toBe(
    sourceKey('court', [' 98741001', '2015年03月 ']),
  );
  expect(sourceKey('court', ['98741001'])).toMatch(/^[0-9a-f]{32}$/);
});

test.each([
  ['another table', 'tax', ['a', 'b']],
  ['other cells', 'court', ['a', 'c']],
  ['cells that only join to the same text', 'court', ['ab', '']],
])('%s has another key', (_, scope, parts) => {
  expect(sourceKey(scope, parts)).not.toBe(sourceKey('court', ['a', 'b']));
});
