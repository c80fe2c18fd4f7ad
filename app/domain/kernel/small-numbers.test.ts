import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, type Line } from '#tests/sum-attack.ts';
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
    [120, 40, 2, 3], // together 5, so none of them could be 5: another goes with them
    [120, null, null, null],
  ],
  [
    [120, 1, 1, 9],
    [120, null, null, null],
  ],
  [
    [28, 1, 2], // 31 in all: 28 would tell that two stand for 3
    [null, null, null],
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

test('no small count is shown, and each hidden one could be five or more', () => {
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
        expect(Math.max(...ways.map((way) => way[at] ?? 0))).toBeGreaterThanOrEqual(smallestShown);
      });
    }),
  );
});

test('firms that stand in several places are counted once behind what follows from the total', () => {
  // Four firms in two places each: what both hide together is about four firms, so a third place goes.
  expect(suppressWithTotal([40, 9, 4, 4], [40, 9, 4, 0]).counts).toEqual([40, null, null, null]);
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

  test('no small figure is shown and each hidden one could be five or more in a table that says the same', () => {
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
        const like = tablesLike(shown, 14);
        for (const [r, row] of shown.entries())
          for (const [c, n] of row.entries())
            if (n === null)
              expect(Math.max(...like.map((one) => one[r]?.[c] ?? 0))).toBeGreaterThanOrEqual(smallestShown);
      }),
      { numRuns: 100 },
    );
  });

  test('a larger table withstands who solves its equations and narrows what is left', () => {
    const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 5, max: 60 }));
    const table = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (counts) => {
        for (const { low, high } of attack(flat(suppressTable(counts)))) {
          expect(high).toBeGreaterThanOrEqual(smallestShown);
          expect(low === high && low < smallestShown).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a figure that is kept back in any case can be as much as it has to', () => {
    const counts = [
      [60, 9, 7],
      [50, 12, 0],
    ];
    const shown = suppressTable(counts, { floors: new Map([['2/2', 9]]) });
    expect(shown.columnTotals[2]).toBeNull();
    const [told] = attack(flat(shown)).filter((of) => of.key === '2/2');
    expect(told?.high).toBeGreaterThanOrEqual(9);
  });
});

/** What an attacker learns of the hidden figures of a table from the sums in it. */
function attack(shown: readonly (readonly (number | null)[])[]) {
  const keys = shown.flatMap((row, r) => row.flatMap((n, c) => (n === null ? [`${r}/${c}`] : [])));
  const sums = equations(shown).map((terms) => lineOf(terms, shown, keys));
  return boundsOf(sums, keys.length).map((told, at) => ({ key: keys[at], ...told }));
}

type Term = readonly [row: number, column: number, factor: 1 | -1];

function equations(shown: readonly (readonly unknown[])[]): Term[][] {
  const [last, width] = [shown.length - 1, (shown[0]?.length ?? 1) - 1];
  const rows = shown.map((row, r) => row.map((_, c): Term => [r, c, c === width ? -1 : 1]));
  const columns = Array.from({ length: width + 1 }, (_, c) =>
    shown.map((_, r): Term => [r, c, r === last ? -1 : 1]),
  );
  return [...rows, ...columns];
}

function lineOf(
  terms: readonly Term[],
  shown: readonly (readonly (number | null)[])[],
  keys: readonly string[],
): Line {
  const line = Array.from({ length: keys.length + 1 }, () => 0);
  for (const [r, c, factor] of terms) {
    const n = shown[r]?.[c] ?? null;
    const at = n === null ? keys.indexOf(`${r}/${c}`) : keys.length;
    line[at] = (line[at] ?? 0) + (n === null ? factor : -factor * n);
  }
  return line;
}
