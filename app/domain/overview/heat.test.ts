import { expect, test } from 'vitest';
import { heatOf, monthsUpTo } from './heat.ts';

test('counts are laid out with zeros where nothing was counted', () => {
  const count = (row: string, column: string, n: number) => ({ row, column, n });
  expect(heatOf([count('b', 'x', 2), count('a', 'y', 3), count('b', 'x', 1)])).toEqual({
    rows: ['a', 'b'],
    columns: ['x', 'y'],
    counts: [
      [0, 3],
      [3, 0],
    ],
  });
  expect(heatOf([])).toEqual({ rows: [], columns: [], counts: [] });
});

test('months go back over the turn of a year', () => {
  expect(monthsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});
