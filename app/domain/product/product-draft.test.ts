import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAtom } from '#tests/factories/arbitrary-rule.ts';
import { day } from '~/domain/kernel/day.ts';
import { gapsOf, productBodySchema } from '~/domain/product/body.ts';
import {
  addAlternative,
  addCondition,
  changeCondition,
  conditionsFor,
  removeCondition,
} from '~/domain/product/conditions.ts';
import { checkChange, checkDecide, checkSubmit } from '~/domain/product/draft.ts';
import { explain } from '~/domain/product/explain.ts';
import { all, any } from '~/domain/product/predicate.ts';
import { diffProducts } from '~/domain/product/product-diff.ts';
import { toldCount } from '~/domain/product/reach.ts';
import { templateNames, templates } from '~/domain/product/templates.ts';
import { testFirmNames, testFirms } from '~/domain/product/test-firms.ts';

const today = day('2026-11-27');

describe('templates', () => {
  it('are versions that could be handed in as they are', () => {
    for (const name of templateNames) {
      expect(productBodySchema.parse(JSON.parse(JSON.stringify(templates[name])))).toEqual(templates[name]);
      expect(gapsOf(templates[name], today)).toEqual([]);
    }
  });

  it('tell the invented firms apart', () => {
    const firms = testFirms(today);
    const verdicts = testFirmNames.map((name) => explain(templates.tax.eligibility, firms[name]).verdict);
    expect(verdicts).toEqual(['fail', 'pass', 'pass', 'pass', 'fail']);
  });
});

describe('conditions', () => {
  const lines = fc.array(arbitraryAtom, { minLength: 1, maxLength: 6 });

  it('are lines: one added goes to the end, one removed leaves the others in their order', () => {
    fc.assert(
      fc.property(lines, arbitraryAtom, fc.nat(), (atoms, extra, nth) => {
        const rule = all(...atoms);
        expect(conditionsFor(addCondition(rule, extra))).toEqual([...atoms, extra]);
        const at = nth % atoms.length;
        expect(conditionsFor(removeCondition(rule, at))).toEqual(atoms.filter((_, i) => i !== at));
        expect(changeCondition(rule, atoms.length, extra)).toEqual(rule);
      }),
    );
  });

  it('take alternatives into a line, which grows with each', () => {
    const [a, b, c] = [{ kind: 'active' }, { kind: 'consent' }, { kind: 'first-loan' }] as const;
    const once = addAlternative(all(a, b), 1, c);
    expect(conditionsFor(once)).toEqual([a, any(b, c)]);
    expect(conditionsFor(addAlternative(once, 1, a))).toEqual([a, any(b, c, a)]);
    expect(addAlternative(once, 7, a)).toEqual(once);
  });
});

describe('a draft', () => {
  const draft = { state: 'draft', draftedBy: 'maker', body: templates.tax } as const;
  const codeOf = (result: ReturnType<typeof checkChange>) => (result.ok ? null : result.refusal.code);

  it('is written and handed in by its maker, and decided by somebody else', () => {
    expect(codeOf(checkChange(draft, 'maker'))).toBeNull();
    expect(codeOf(checkChange(draft, 'other'))).toBe('product.draft-not-mine');
    expect(codeOf(checkSubmit(draft, 'maker', today))).toBeNull();
    expect(codeOf(checkDecide(draft, 'other'))).toBe('product.draft-not-submitted');
    const submitted = { ...draft, state: 'submitted' } as const;
    expect(codeOf(checkDecide(submitted, 'maker'))).toBe('product.draft-own');
    expect(codeOf(checkDecide(submitted, 'other'))).toBeNull();
    expect(codeOf(checkChange(submitted, 'maker'))).toBe('product.draft-decided');
  });

  it('is not handed in with contradictions', () => {
    const wrong = {
      ...templates.tax,
      minFen: '900000000',
      methods: [],
      rateRule: { kind: 'unpublished' },
      validTo: day('2026-01-01'),
    } as const;
    expect(gapsOf(wrong, today)).toEqual(['amounts-order', 'no-method', 'no-rate', 'ended']);
    expect(codeOf(checkSubmit({ ...draft, body: wrong }, 'maker', today))).toBe('product.draft-gaps');
  });

  it('says what it changes', () => {
    const after = {
      ...templates.tax,
      maxFen: '500000000',
      eligibility: addCondition(removeCondition(templates.tax.eligibility, 1), { kind: 'first-loan' }),
    };
    expect(diffProducts(templates.tax, after)).toEqual({
      terms: ['maxFen'],
      added: [{ kind: 'first-loan' }],
      removed: [{ kind: 'age', atLeast: 24 }],
    });
  });
});

it('counts of firms are told to the nearest five, and not at all below ten', () => {
  expect([0, 1, 9, 10, 12, 13, 1_204].map(toldCount)).toEqual([null, null, null, 10, 10, 15, 1_205]);
});
