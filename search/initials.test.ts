import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test.each([
  ['税易贷', ['syd']],
  ['宁科贷', ['nkd']],
  ['政采贷', ['zcd']],
  ['科创信用贷', ['kcxyd']],
  ['应收账款质押', ['yszkzy']],
  ['知识产权', ['zscq']],
  ['仓单', ['cd', 'cs']],
  ['银行', ['yh', 'yx']],
  ['经营e贷', ['jyed']],
  ['', ['']],
])('%s', (text, expected) => expect(initialsOf(text)).toEqual(expected));

test('a long run of many readings stays bounded', () => {
  expect(initialsOf('行长重乐单会省厦行长重乐').length).toBeLessThanOrEqual(16);
});
