import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryApplicant, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import { explain } from '~/domain/product/explain.ts';
import { all, any, not, type Rule } from '~/domain/product/predicate.ts';
import { type Readable, readable } from '~/domain/product/readable.ts';

const ruleOf = (tree: Readable): Rule => {
  if (tree.kind === 'atom') return tree.negated ? not(tree.atom) : tree.atom;
  return { kind: tree.kind, rules: tree.parts.map(ruleOf) };
};

it('says the same as the tree it was made from', () => {
  fc.assert(
    fc.property(arbitraryRule, arbitraryApplicant, (rule, applicant) => {
      expect(explain(ruleOf(readable(rule)), applicant).verdict).toBe(explain(rule, applicant).verdict);
    }),
  );
});

it('opens what is nested for nothing', () => {
  const yes = { kind: 'active' } as const;
  const asked = { kind: 'consent' } as const;
  expect(readable(all(yes, all(asked, not(any(yes, asked)))))).toEqual({
    kind: 'all',
    parts: [
      { kind: 'atom', atom: yes, negated: false },
      { kind: 'atom', atom: asked, negated: false },
      { kind: 'atom', atom: yes, negated: true },
      { kind: 'atom', atom: asked, negated: true },
    ],
  });
});
