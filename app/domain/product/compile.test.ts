import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicantWith } from '#tests/factories/applicant.ts';
import { arbitraryApplicant, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { compileRules, verdictCodes } from '~/domain/product/compile.ts';
import { explain } from '~/domain/product/explain.ts';
import { type Atom, all, not, type Rule } from '~/domain/product/predicate.ts';

const verdictOf = (rule: Rule, applicant: Applicant) => explain(rule, applicant).verdict;

describe('the compiled rules', () => {
  it('answer exactly as the explainer does', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRule, { minLength: 1, maxLength: 6 }),
        fc.array(arbitraryApplicant, { minLength: 1, maxLength: 4 }),
        (rules, firms) => {
          const compiled = compileRules(rules, (firms[0] as Applicant).today);
          const codes = new Uint8Array(compiled.size);
          for (const firm of firms) {
            compiled.judge(firm, codes);
            expect([...codes]).toEqual(rules.map((rule) => verdictCodes[verdictOf(rule, firm)]));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('count months as a person does, at every end of a month', () => {
    const ends = ['2024-02-29', '2026-02-28', '2026-11-30', '2026-12-31'].map(day);
    for (const today of ends) {
      for (let months = 1; months <= 25; months += 1) {
        const rule: Rule = { kind: 'age', atLeast: months };
        const compiled = compileRules([rule], today);
        for (let n = -3; n <= 3; n += 1) {
          const firm = applicantWith({
            today,
            firm: { establishedOn: addDays(addMonths(today, -months), n) },
          });
          const code = new Uint8Array(1);
          compiled.judge(firm, code);
          expect(code[0]).toBe(verdictCodes[verdictOf(rule, firm)]);
        }
      }
    }
  });

  it('ask a question that several products share only once', () => {
    const shared: Atom = { kind: 'grade', atLeast: 'B' };
    expect(
      compileRules([all(shared, { kind: 'active' }), not(shared)], day('2026-11-23')).atoms,
    ).toHaveLength(2);
  });
});
