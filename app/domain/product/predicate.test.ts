import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicantWith } from '#tests/factories/applicant.ts';
import { arbitraryApplicant, arbitraryAtom, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { type AtomExplanation, conditionsOf, explain } from '~/domain/product/explain.ts';
import { type Atom, all, any, negate, not, type Rule } from '~/domain/product/predicate.ts';
import { ruleSchema } from '~/domain/product/predicate-schema.ts';

const verdictOf = (rule: Rule, applicant: Applicant) => explain(rule, applicant).verdict;

describe('the tree', () => {
  const [yes, no, open]: Atom[] = [
    { kind: 'active' },
    { kind: 'consent' },
    { kind: 'ask', zh: '问', en: 'ask' },
  ];
  const table: [Rule, string][] = [
    [all(), 'pass'],
    [any(), 'fail'],
    [all(yes as Atom, open as Atom), 'unknown'],
    [all(no as Atom, open as Atom), 'fail'],
    [any(no as Atom, open as Atom), 'unknown'],
    [any(yes as Atom, open as Atom), 'pass'],
    [not(open as Atom), 'unknown'],
  ];
  it.each(table)('%j → %s', (rule, verdict) => expect(verdictOf(rule, applicantWith())).toBe(verdict));

  it('negation swaps pass and fail and leaves unknown', () => {
    fc.assert(
      fc.property(arbitraryRule, arbitraryApplicant, (rule, a) => {
        expect(verdictOf(not(rule), a)).toBe(negate(verdictOf(rule, a)));
      }),
    );
  });

  it('De Morgan holds for three values', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRule, { maxLength: 4 }), arbitraryApplicant, (rules, a) => {
        expect(verdictOf(not(all(...rules)), a)).toBe(verdictOf(any(...rules.map(not)), a));
        expect(verdictOf(not(any(...rules)), a)).toBe(verdictOf(all(...rules.map(not)), a));
      }),
    );
  });

  it('the order of conditions changes nothing', () => {
    const shuffled = fc
      .array(arbitraryRule, { maxLength: 5 })
      .chain((rules) =>
        fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })),
      );
    fc.assert(
      fc.property(shuffled, arbitraryApplicant, ([rules, other], a) => {
        expect(verdictOf(all(...other), a)).toBe(verdictOf(all(...rules), a));
        expect(verdictOf(any(...other), a)).toBe(verdictOf(any(...rules), a));
      }),
    );
  });

  it('every failing question has a distance, every unknown says what is missing, and only those', () => {
    fc.assert(
      fc.property(arbitraryAtom, fc.boolean(), arbitraryApplicant, (atom, negated, a) => {
        const answer = explain(negated ? not(atom) : atom, a) as AtomExplanation;
        expect(answer.distance !== null).toBe(answer.verdict === 'fail');
        expect(answer.missing !== null).toBe(answer.verdict === 'unknown');
      }),
    );
  });

  it('opens nested "all" into lines and keeps "any" together', () => {
    const rule = all(yes as Atom, all(no as Atom, any(yes as Atom, open as Atom)));
    expect(conditionsOf(explain(rule, applicantWith())).map((c) => c.kind)).toEqual(['atom', 'atom', 'any']);
  });
});

it('a stored tree is read back as it was, and anything else is refused', () => {
  fc.assert(
    fc.property(arbitraryRule, (rule) => {
      expect(ruleSchema.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
    }),
  );
  for (const wrong of [
    {},
    { kind: 'all' },
    { kind: 'grade', atLeast: 'E' },
    { kind: 'region', in: [] },
    { kind: 'age', atLeast: 1.5 },
    { kind: 'eval', code: 'true' },
  ])
    expect(ruleSchema.safeParse(wrong).success).toBe(false);
});
