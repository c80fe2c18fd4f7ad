import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { fen, wan } from '~/domain/kernel/money.ts';
import { type Claim, type ClassificationTable, classifyDebtor } from './five-tier.ts';

type Version = { body: ClassificationTable; examples: { name: string; dpd: number; tier: string }[] };
const versions: Version[] = JSON.parse(
  readFileSync(new URL('../../../prisma/seed/policy/classification.json', import.meta.url), 'utf8'),
);
const document = versions.at(-1) as Version;
const claim = (over: Partial<Claim>): Claim => ({ loanId: 'a', outstanding: wan(100), dpd: 0, ...over });
const classify = (claims: Claim[], retail = false) => classifyDebtor(claims, { retail }, document.body);
const tierOf = (over: Partial<Claim>) => classify([claim(over)])[0]?.tier;

test.each(document.examples)('$name', ({ dpd, tier }) => {
  expect(tierOf({ dpd })).toBe(tier);
});

describe('beyond days', () => {
  test.each([
    ['a failed transfer of a week is excused', { dpd: 7, technical: true }, 'normal'],
    ['of eight days it is not', { dpd: 8, technical: true }, 'special-mention'],
    ['misused money is watched', { misused: true }, 'special-mention'],
    ['misuse does not better a bad loan', { misused: true, dpd: 300 }, 'doubtful'],
  ])('%s', (_, over, tier) => {
    expect(tierOf(over)).toBe(tier);
  });

  test.each([
    ['a loan under observation is watched', { observed: { until: day('2027-01-01') } }, 'special-mention'],
    ['a bad loan that is not cured stays bad', { curing: { until: null } }, 'substandard'],
    ['borrowing new to repay old is watched', { borrowedToRepay: true }, 'special-mention'],
  ])('%s', (_, over, tier) => {
    expect(tierOf(over)).toBe(tier);
  });

  test('debts long overdue elsewhere pull every claim of a firm, and say no more than that', () => {
    const [only] = classifyDebtor([claim({})], { retail: false, overdueElsewhere: true }, document.body);
    expect(only).toEqual({ loanId: 'a', tier: 'substandard', because: [{ code: 'cross-bank' }] });
  });
});

describe('the ten per cent rule of a debtor in one bank', () => {
  const good = claim({ loanId: 'good', outstanding: wan(90) });

  test('a tenth does not pull the others, a fen more does', () => {
    const tenth = claim({ loanId: 'bad', outstanding: wan(10), dpd: 91 });
    expect(classify([good, tenth]).map((c) => c.tier)).toEqual(['normal', 'substandard']);
    const more = { ...tenth, outstanding: fen(wan(10) + 1n) };
    expect(classify([good, more])[0]).toMatchObject({
      tier: 'substandard',
      because: [{ code: 'debtor-rule' }],
    });
  });

  test('retail debtors are classed loan by loan', () => {
    expect(classify([good, claim({ dpd: 400 })], true).map((c) => c.tier)).toEqual(['normal', 'loss']);
  });

  test('a worse class of its own is kept', () => {
    expect(classify([claim({ dpd: 400 }), claim({ dpd: 91 })]).map((c) => c.tier)).toEqual([
      'loss',
      'substandard',
    ]);
  });
});
