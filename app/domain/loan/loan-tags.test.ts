import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, wan } from '~/domain/kernel/money.ts';
import { contractTags, type TagFacts, type TagRules } from './loan-tags.ts';

const rules: TagRules = {
  inclusiveMostFen: wan(1_000),
  inclusiveSizes: ['small', 'micro'],
  inclusiveSoleTraders: true,
  longBeyondMonths: 12,
};
const loan: TagFacts = {
  kind: 'company',
  size: 'small',
  limitAtBank: wan(1_000),
  termMonths: 12,
  collateral: ['credit'],
  guaranteed: false,
};

describe('how a loan counts', () => {
  it.each<[string, Partial<TagFacts>, string[]]>([
    ['a small firm at the limit', {}, ['inclusive', 'unsecured']],
    ['a fen above the limit', { limitAtBank: fen(wan(1_000) + 1n) }, ['unsecured']],
    ['a medium firm', { size: 'medium' }, ['unsecured']],
    ['a size that is not determined', { size: 'undetermined' }, ['unsecured']],
    [
      'a sole trader without a size',
      { kind: 'sole-trader', size: 'undetermined' },
      ['inclusive', 'unsecured'],
    ],
    ['thirteen months', { termMonths: 13 }, ['inclusive', 'unsecured', 'long-term']],
    ['nothing offered as security', { collateral: [] }, ['inclusive', 'unsecured']],
    ['a pledge beside credit', { collateral: ['credit', 'equipment'] }, ['inclusive']],
    ['a guarantor behind it', { guaranteed: true }, ['inclusive']],
  ])('%s', (_, more, tags) => {
    expect(contractTags({ ...loan, ...more }, rules)).toEqual(tags);
  });

  it('loses the inclusive tag once more is lent and never gains it', () => {
    const amount = fc.bigInt(0n, 400_000_000_000n).map(fen);
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const has = (limitAtBank: TagFacts['limitAtBank']) =>
          contractTags({ ...loan, limitAtBank }, rules).includes('inclusive');
        expect(has(less) || !has(more)).toBe(true);
      }),
    );
  });
});
