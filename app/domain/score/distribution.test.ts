import { expect, test } from 'vitest';
import { openDistribution } from './distribution.ts';

test('counts grades and says where a tenth, half and nine tenths of the firms lie', () => {
  const spread = openDistribution();
  for (let i = 1; i <= 10; i++) spread.add({ grade: i > 8 ? 'A' : 'insufficient', coveragePpm: i * 50_000 });
  expect(spread.firms()).toBe(10);
  expect(spread.grades()).toEqual({ 'A+': 0, A: 2, B: 0, C: 0, D: 0, insufficient: 8 });
  expect(spread.coverage()).toEqual({ median: 25, p10: 5, p90: 45 });
});

test('of no firms is nothing', () => {
  expect(openDistribution().coverage()).toEqual({ median: 0, p10: 0, p90: 0 });
});

test('takes full coverage', () => {
  const spread = openDistribution();
  spread.add({ grade: 'A+', coveragePpm: 1_000_000 });
  expect(spread.coverage()).toEqual({ median: 100, p10: 100, p90: 100 });
});
