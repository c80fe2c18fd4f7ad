import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryApplicant, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import { firstOf, openConditions, verdictIn } from '~/domain/match/standings.ts';
import { effortOf } from '~/domain/product/effort.ts';
import { conditionsOf, explain } from '~/domain/product/explain.ts';

const rules = fc.array(arbitraryRule, { minLength: 1, maxLength: 70 });
const firms = fc.array(arbitraryApplicant, { minLength: 1, maxLength: 8 });

describe('how a firm stands with a shelf', () => {
  it('is for every product what its explanation says: verdict, conditions that fail, and the hardest of them', () => {
    fc.assert(
      fc.property(rules, firms, (shelf, applicants) => {
        const { stand, nearestMiss } = openConditions(shelf);
        for (const firm of applicants) {
          const standings = stand(firm);
          shelf.forEach((rule, place) => {
            const explained = explain(rule, firm);
            const failing = conditionsOf(explained).filter(({ verdict }) => verdict === 'fail').length;
            expect(verdictIn(standings, place)).toBe(explained.verdict);
            expect(standings.failing[place]).toBe(failing);
            expect(nearestMiss(standings, place)?.effort ?? null).toEqual(effortOf(explained));
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('names a condition of that product which fails, and for which nothing less would do', () => {
    fc.assert(
      fc.property(rules, arbitraryApplicant, (shelf, firm) => {
        const { stand, nearestMiss } = openConditions(shelf);
        const standings = stand(firm);
        shelf.forEach((rule, place) => {
          const miss = nearestMiss(standings, place);
          if (!miss) return;
          const { condition, effort } = miss;
          const explained = explain(condition.rule, firm, condition.negated);
          expect(effortOf(explained)).toEqual(effort);
          expect(conditionsOf(explain(rule, firm))).toContainEqual(explained);
        });
      }),
    );
  });

  it('lists first what passes, then what is open, each in the order of the shelf', () => {
    fc.assert(
      fc.property(rules, arbitraryApplicant, fc.integer({ min: 0, max: 12 }), (shelf, firm, most) => {
        const of = (wanted: string) =>
          shelf.flatMap((rule, place) => (explain(rule, firm).verdict === wanted ? [place] : []));
        const list = [...of('pass'), ...of('unknown')].slice(0, most);
        expect(firstOf(openConditions(shelf).stand(firm), most)).toEqual(list);
      }),
    );
  });

  it('stays what it was when another firm is asked about, unless it is given to be written over', () => {
    fc.assert(
      fc.property(rules, arbitraryApplicant, arbitraryApplicant, (shelf, one, other) => {
        const { stand } = openConditions(shelf);
        const standings = stand(one);
        const kept = [...standings.answers];
        const anew = stand(other);
        expect([...standings.answers]).toEqual(kept);
        expect(stand(other, standings)).toEqual(anew);
      }),
    );
  });
});
