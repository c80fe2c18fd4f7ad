import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defused, restored, stringify } from '~/domain/overview/csv.ts';

test('a formula in a name stays text, a negative amount stays a number', () => {
  expect(stringify([['=1+1', '-3.50', '@cmd', 'a,b', 'say "x"']])).toBe(
    `'=1+1,-3.50,'@cmd,"a,b","say ""x"""`,
  );
});

test.each(['=1+1', '+1+cmd', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '－1+1', "'=1", '\r=1'])(
  'the cell %j is no formula any more, and comes back as it was',
  (cell) => {
    expect(defused(cell)).toBe(`'${cell}`);
    expect(restored(defused(cell))).toBe(cell);
  },
);

test('every cell comes back as it was', () => {
  const part = fc.constantFrom("'", '=', '-', '+', ' ', '1', 'a', '＝', '@', '\t', '.5', ',000');
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      (cell) => {
        expect(restored(defused(cell))).toBe(cell);
        expect(defused(cell)).not.toMatch(/^[=@＝＋－＠\t\r\n]/);
      },
    ),
  );
});

test('what is written is what a reader of CSV gets back', () => {
  const cell = fc
    .string({ minLength: 1 })
    .filter((s) => !/^[=+\-@\t\r\n"']/.test(s) && s.trim() === s && !s.includes('\ufeff'));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      expect(parse(stringify(rows), { relax_column_count: false })).toEqual(rows);
    }),
  );
});
