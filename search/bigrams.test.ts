import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramsOf, queryOf } from '#search/bigrams.ts';

test.each([
  ['小微贷款', ['小微', '微贷', '贷款', '款']],
  ['ＩＣＢＣ 融e借', ['icbc', '融', 'e', '借']],
  ['91500000MA5U', ['91500000ma5u']],
  ['税', ['税']],
  ['，。 !', []],
])('%s is found by %j', (text, grams) => {
  expect(gramsOf(text)).toEqual(grams);
});

test.each([
  ['小微贷', `'小微' & '微贷'`, ['小微贷']],
  ['税', `'税':*`, []],
  ['银行 ICBC', `'银行' & 'icbc':*`, []],
  ["o'neil \\ & | !", `'o':* & 'neil':*`, []],
  ['  ', '', []],
])('%s asks %s', (text, tsquery, phrases) => {
  expect(queryOf(text)).toEqual({ tsquery, phrases });
});

const han = fc.string({
  unit: fc.constantFrom(...'科技贸易食品机械小微贷款银行税务'),
  minLength: 1,
  maxLength: 12,
});

test('any piece of a text is found by its grams', () => {
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
      const from = a % text.length;
      const piece = text.slice(from, from + 1 + (b % (text.length - from)));
      const grams = gramsOf(text);
      const conditions = queryOf(piece)
        .tsquery.split(' & ')
        .map((condition) => condition.replace(/'/g, ''));
      for (const condition of conditions) {
        const isFound = condition.endsWith(':*')
          ? grams.some((gram) => gram.startsWith(condition.slice(0, -2)))
          : grams.includes(condition);
        expect(isFound).toBe(true);
      }
    }),
  );
});
