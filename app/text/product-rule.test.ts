import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicantWith } from '#tests/factories/applicant.ts';
import { arbitraryApplicant, arbitraryAtom } from '#tests/factories/arbitrary-rule.ts';
import { day } from '~/domain/kernel/day.ts';
import { type AtomExplanation, explain } from '~/domain/product/explain.ts';
import { type Atom, not } from '~/domain/product/predicate.ts';
import { locales } from '~/text/define.ts';
import { type RuleNames, wordAtom, wordFound, wordNext } from '~/text/product-rule.ts';

const names: RuleNames = { region: { '64': '宁夏回族自治区' }, industry: { K: '房地产业' } };
const said = (atom: Atom, wish: Parameters<typeof applicantWith>[0] = {}, negated = false) => {
  const e = explain(negated ? not(atom) : atom, applicantWith(wish)) as AtomExplanation;
  return locales.map((locale) => [
    wordAtom(atom, negated, names, locale),
    wordFound(e, names, locale),
    wordNext(e, locale),
  ]);
};

describe('a condition in words', () => {
  it('says since when a young firm qualifies', () => {
    expect(said({ kind: 'age', atLeast: 24 }, { firm: { establishedOn: day('2025-04-03') } })).toEqual([
      ['成立满 24 个月', '已成立 19 个月', '2027年4月3日起符合（还有 131 天）'],
      [
        'In business for at least 24 months',
        '19 months in business',
        'qualifies on 3 April 2027 (in 131 days)',
      ],
    ]);
  });

  it('names the consent that answers an open question', () => {
    const atom: Atom = { kind: 'feature', code: 'tax-paid-12m', atLeast: 2_000_000 };
    const [, en] = said(atom, { closedFeatures: new Set(['tax-paid-12m']) });
    expect(en?.[0]).toMatch(/≥ ¥20k$/);
    expect(en?.[2]).toBe('open: granting the full-score consent answers it');
  });

  it('says plainly that a list must be empty', () => {
    const atom: Atom = { kind: 'feature', code: 'abnormal-list-in-force', atMost: 0 };
    expect(said(atom, { features: new Map([['abnormal-list-in-force', 1]]) })).toEqual([
      ['没有在列的经营异常名录', '现为 1 条', '了结或移出后即符合'],
      ['None: Abnormal-operation list, entries in force', 'now 1', 'qualifies once this is cleared'],
    ]);
  });

  it('turns a negation into a sentence of its own', () => {
    expect(said({ kind: 'industry', in: ['K'] }, {}, true).map(([rule]) => rule)).toEqual([
      '行业不属于：房地产业',
      'Industry other than: 房地产业',
    ]);
  });

  it('has a sentence for every question, every answer and both languages', () => {
    const known = arbitraryAtom.filter((atom) => atom.kind !== 'feature');
    fc.assert(
      fc.property(known, fc.boolean(), arbitraryApplicant, (atom, negated, applicant) => {
        const e = explain(negated ? not(atom) : atom, applicant) as AtomExplanation;
        for (const locale of locales) {
          const sentences = [
            wordAtom(atom, negated, names, locale),
            wordFound(e, names, locale),
            wordNext(e, locale),
          ];
          for (const sentence of sentences) expect(sentence ?? 'x').not.toMatch(/^$|undefined|NaN|\[object/);
        }
        expect(wordNext(e, 'en') === null).toBe(e.verdict === 'pass');
      }),
    );
  });
});
