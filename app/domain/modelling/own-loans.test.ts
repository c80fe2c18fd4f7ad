import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { checkEnough, labelLoans, type OwnLoan } from './own-loans.ts';

const rule = { performanceMonths: 12, badFromDays: 90, indeterminateFromDays: 30 };
const today = day('2026-11-27');

const loans = fc.array(
  fc.record({ age: fc.nat(800), late: fc.nat(130), after: fc.nat(300), isRenewal: fc.boolean() }).map(
    ({ age, late, after, isRenewal }): OwnLoan => ({
      id: 'l',
      enterpriseId: 'f',
      isRenewal,
      history: {
        grantedOn: addDays(today, -age),
        pastDue: [{ on: addDays(today, after - age), days: late }],
        lossOn: null,
        settledOn: null,
      },
    }),
  ),
);

test('every loan is counted once, and renewals never train', () => {
  fc.assert(
    fc.property(loans, (all) => {
      const { labelled, counts } = labelLoans(all, today, rule);
      const left = counts.indeterminate + counts.young + counts.renewals;
      expect([labelled.length + left, counts.loans]).toEqual([all.length, all.length]);
      expect(labelled.some(({ loan }) => loan.isRenewal)).toBe(false);
      expect(counts.renewals).toBe(all.filter(({ isRenewal }) => isRenewal).length);
    }),
  );
});

test.each([
  [{ good: 40, bad: 10 }, true],
  [{ good: 39, bad: 10 }, false],
  [{ good: 41, bad: 9 }, false],
  [{ good: 9, bad: 41 }, false],
])('%o is enough: %s', (counts, isEnough) => {
  expect(checkEnough(counts, { leastOutcomes: 50, leastBads: 10 }).ok).toBe(isEnough);
});
