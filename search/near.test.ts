import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editsWithin, nearest } from './near.ts';

const shelf = [
  { id: 'a', title: '科创信用贷', body: '星海银行' },
  { id: 'b', title: '银税贷', body: '和州银行' },
  { id: 'c', title: '知识产权质押贷', body: '星海银行' },
  { id: 'd', title: 'Winter credit', body: '' },
];

describe('what may be meant', () => {
  test.each([
    ['the first letters of the pinyin', 'kcxyd', ['a']],
    ['letters from the middle', 'cqzy', ['c']],
    ['the initials of the bank, after any title', 'xhyh', ['a', 'c']],
    ['one wrong character of three', '银锐贷', ['b']],
    ['one character left out', '知识权质押', ['c']],
    ['one too many', '科创信用用贷', ['a']],
    ['two letters swapped in a long word', 'wniter', ['d']],
    ['two characters must be right', '银贸', []],
    ['words apart must all be near', '科创 和州', []],
    ['nothing typed', ' ', []],
  ])('%s', (_, typed, expected) => expect(nearest(typed, shelf)).toEqual(expected));
});

it('a text holds each of its pieces without a slip, and a piece with one character changed with at most one', () => {
  const text = fc.array(fc.constantFrom(...'银税贷科创信用产权'), { minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(text, fc.nat(8), fc.nat(8), (characters, from, at) => {
      const whole = characters.join('');
      const piece = characters.slice(from % (characters.length - 2)).slice(0, 4);
      expect(editsWithin(piece.join(''), whole, 2)).toBe(0);
      const slipped = piece.map((c, i) => (i === at % piece.length ? '错' : c)).join('');
      expect(editsWithin(slipped, whole, 2)).toBe(1);
    }),
  );
});
