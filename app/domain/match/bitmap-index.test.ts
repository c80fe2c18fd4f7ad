import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryApplicant, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import { type Attributes, buildIndex, codesOf, withdraw } from '~/domain/match/bitmap-index.ts';
import { encode, readColumns } from '~/domain/match/firm-columns.ts';
import { noPlace, topLists } from '~/domain/match/top-lists.ts';
import { openVerdicts } from '~/domain/match/verdicts.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { clausesOf } from '~/domain/product/clauses.ts';
import { explain } from '~/domain/product/explain.ts';
import type { Rule, Verdict } from '~/domain/product/predicate.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';

const shelf = fc.array(arbitraryRule, { minLength: 1, maxLength: 70 });
const firms = fc.array(arbitraryApplicant, { minLength: 1, maxLength: 8 });

function indexOf(rules: readonly Rule[]) {
  const attributes: Attributes = new Map();
  const index = buildIndex(
    rules.map((rule) => clausesOf(rule) ?? []),
    attributes,
  );
  return { index, attributes };
}

const verdictOf = (rule: Rule, firm: Applicant): Verdict => explain(rule, firm).verdict;

/** The list as the explainer would make it: passing products in order, then open ones. */
function plainList(rules: readonly Rule[], firm: Applicant, length: number): number[] {
  const of = (verdict: Verdict) =>
    rules.flatMap((rule, place) => (verdictOf(rule, firm) === verdict ? [place] : []));
  const list = [...of('pass'), ...of('unknown')].slice(0, length);
  return [...list, ...Array<number>(length - list.length).fill(noPlace)];
}

describe('the bitmap index', () => {
  it('gives every product the verdict of the explainer', () => {
    fc.assert(
      fc.property(shelf, firms, (rules, applicants) => {
        const { index } = indexOf(rules);
        const into = new Uint8Array(index.size);
        const answer = openVerdicts(index);
        for (const firm of applicants) {
          answer(
            codesOf(index, (attribute) => attribute.read(firm)),
            into,
          );
          expect([...into]).toEqual(rules.map((rule) => verdictCodes[verdictOf(rule, firm)]));
        }
      }),
    );
  });

  it('lists the first products of many firms as the explainer would one by one', () => {
    fc.assert(
      fc.property(shelf, firms, fc.integer({ min: 1, max: 10 }), (rules, applicants, length) => {
        const { index, attributes } = indexOf(rules);
        const codes = encode(index, readColumns(attributes, applicants, applicants.length));
        const lists = topLists(index, codes, applicants.length, length);
        applicants.forEach((firm, i) => {
          const list = [...lists.places.subarray(i * length, (i + 1) * length)];
          expect(list).toEqual(plainList(rules, firm, length));
          expect(lists.passes[i]).toBe(list.filter((at) => passes(rules[at], firm)).length);
        });
      }),
    );
  });

  it('leaves a withdrawn product out of every list', () => {
    fc.assert(
      fc.property(shelf, firms, fc.nat(), (rules, applicants, nth) => {
        const place = nth % rules.length;
        const { index, attributes } = indexOf(rules);
        withdraw(index, place);
        const codes = encode(index, readColumns(attributes, applicants, applicants.length));
        const { places } = topLists(index, codes, applicants.length, rules.length);
        const without = rules.map((rule, at): Rule => (at === place ? { kind: 'any', rules: [] } : rule));
        applicants.forEach((firm, i) => {
          const list = [...places.subarray(i * rules.length, (i + 1) * rules.length)];
          expect(list).toEqual(plainList(without, firm, rules.length));
        });
      }),
    );
  });
});

const passes = (rule: Rule | undefined, firm: Applicant): boolean =>
  rule !== undefined && verdictOf(rule, firm) === 'pass';
