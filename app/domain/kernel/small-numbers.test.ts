import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ShownTable,
  smallestShown,
  suppressSmall,
  suppressTable,
  suppressWithTotal,
} from '~/domain/kernel/small-numbers.ts';

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
    [120, 1, 1, 9],
    [120, null, null, null],
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

/** Every way to fill the hidden places with 1 or more so that they come to a rest. */
function fillings(places: number, rest: number): number[][] {
  if (places === 0) return rest === 0 ? [[]] : [];
  const found: number[][] = [];
  for (let n = 1; n <= rest - (places - 1); n += 1)
    for (const others of fillings(places - 1, rest - n)) found.push([n, ...others]);
  return found;
}

test('no small count is shown, and none follows from the total of the list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(14), { maxLength: 5 }), (counts) => {
      const { counts: shown, total } = suppressWithTotal(counts);
      expect(shown).toEqual(suppressSmall(counts));
      expect([...shown, total].every((n) => n === null || n === 0 || n >= smallestShown)).toBe(true);
      const hidden = counts.filter((_, at) => shown[at] === null);
      if (total === null) return; // nothing to subtract from
      const rest = hidden.reduce((sum, n) => sum + n, 0);
      const ways = fillings(hidden.length, rest);
      hidden.forEach((_, at) => {
        expect(new Set(ways.map((way) => way[at])).size).toBeGreaterThan(1);
      });
    }),
  );
});

const flat = ({ cells, rowTotals, columnTotals, total }: ShownTable) => [
  ...cells.map((row, at) => [...row, rowTotals[at] ?? null]),
  [...columnTotals, total],
];
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** Every table that says what is shown: hidden figures are at least 1. Cell by cell, without the walk that made it. */
function tablesLike(shown: readonly (readonly (number | null)[])[], most: number): number[][][] {
  const rows = shown.length - 1;
  const columns = (shown[0]?.length ?? 1) - 1;
  const says = (row: number, column: number, n: number) => {
    const told = shown[row]?.[column];
    return told === null ? n >= 1 : told === n;
  };
  const found: number[][][] = [];
  const inner: number[][] = Array.from({ length: rows }, () => []);
  const fill = (at: number): void => {
    if (at === rows * columns) {
      const ends = Array.from({ length: columns }, (_, c) => sumOf(inner.map((row) => row[c] ?? 0)));
      if (ends.every((n, c) => says(rows, c, n)) && says(rows, columns, sumOf(ends)))
        found.push([...inner.map((row) => [...row, sumOf(row)]), [...ends, sumOf(ends)]]);
      return;
    }
    const [row, column] = [Math.floor(at / columns), at % columns];
    const told = shown[row]?.[column];
    const choices = told === null ? Array.from({ length: most }, (_, n) => n + 1) : [told as number];
    for (const n of choices) {
      (inner[row] as number[])[column] = n;
      if (column < columns - 1 || says(row, columns, sumOf(inner[row] as number[]))) fill(at + 1);
    }
    (inner[row] as number[]).length = column;
  };
  fill(0);
  return found;
}

describe('a table with its totals', () => {
  test('large figures are all shown', () => {
    expect(
      flat(
        suppressTable([
          [10, 20],
          [30, 40],
        ]),
      ),
    ).toEqual([
      [10, 20, 30],
      [30, 40, 70],
      [40, 60, 100],
    ]);
  });

  test('one small cell takes the cheapest rectangle with it', () => {
    expect(
      suppressTable([
        [3, 20, 50],
        [30, 40, 60],
        [9, 8, 70],
      ]).cells,
    ).toEqual([
      [null, null, 50],
      [30, 40, 60],
      [null, null, 70],
    ]);
  });

  test('no small figure is shown and no hidden one can be worked out from what is', () => {
    const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 5, max: 9 }));
    const table = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (counts) => {
        const shown = flat(suppressTable(counts));
        const figures = shown.flat();
        expect(figures.every((n) => n === null || n === 0 || n >= smallestShown)).toBe(true);
        if (figures.every((n) => n === null || n === 0)) return; // nothing is told at all
        const like = tablesLike(shown, 12);
        for (const [r, row] of shown.entries())
          for (const [c, n] of row.entries())
            if (n === null) expect(new Set(like.map((one) => one[r]?.[c])).size).toBeGreaterThan(1);
      }),
      { numRuns: 150 },
    );
  });
});
