import { describe, expect, it } from 'vitest';
import { wan } from '~/domain/kernel/money.ts';
import { isSameWish } from '~/domain/need/need.ts';
import type { NeedTerms } from '~/domain/product/applicant.ts';

const wish: NeedTerms = {
  amountFen: wan(80),
  termMonths: 12,
  purpose: 'equipment',
  collateral: ['equipment', 'guarantee'],
};

describe('the same wish', () => {
  const cases: [string, Partial<NeedTerms>, boolean][] = [
    ['in every term', {}, true],
    ['pledges named in another order', { collateral: ['guarantee', 'equipment'] }, true],
    ['one fen more', { amountFen: (wan(80) + 1n) as never }, false],
    ['a month longer', { termMonths: 13 }, false],
    ['another purpose', { purpose: 'research' }, false],
    ['one pledge less', { collateral: ['equipment'] }, false],
  ];
  it.each(cases)('%s', (_, change, same) => expect(isSameWish(wish, { ...wish, ...change })).toBe(same));
});
