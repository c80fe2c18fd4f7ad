import { expect, test } from 'vitest';
import { parseHeadcount, parseWan } from './declared.ts';

test.each([
  ['18', 18],
  [' 1,200 人', 1200],
  ['１８', 18],
  ['0', 0],
  ['', null],
  ['-3', null],
  ['12.5', null],
  ['12345678', null],
  ['many', null],
])('%j is a headcount of %s', (text, count) => {
  expect(parseHeadcount(text)).toBe(count);
});

test.each([
  ['520.5', 520_500_000n],
  ['1,200', 1_200_000_000n],
  ['300万元', 300_000_000n],
  ['300 万', 300_000_000n],
  ['0', 0n],
  ['', null],
  ['-1', null],
  ['1.0.5', null],
  ['3亿', null],
])('%j in 万元 is %s fen', (text, fen) => {
  expect(parseWan(text)).toBe(fen);
});
