import { expect, test } from 'vitest';
import { remember } from './remember.ts';

test('each text is read once, until too many are kept', () => {
  const read: string[] = [];
  const length = remember((text) => {
    read.push(text);
    return text.length;
  }, 2);
  expect(['a', 'bb', 'a', 'ccc', 'a'].map(length)).toEqual([1, 2, 1, 3, 1]);
  expect(read).toEqual(['a', 'bb', 'ccc', 'a']);
});
