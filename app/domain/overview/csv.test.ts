import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from '~/domain/overview/csv.ts';

test('a formula in a name stays text, a negative amount stays a number', () => {
  expect(stringify([['=1+1', '-3.50', '@cmd', 'a,b', 'say "x"']])).toBe(
    `'=1+1,-3.50,'@cmd,"a,b","say ""x"""`,
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
