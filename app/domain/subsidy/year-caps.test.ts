import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm, wholePpm } from '~/domain/kernel/rate.ts';
import { type DayCount, dayCounts } from '~/domain/policy/day-count.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import { plannedSubsidy } from '~/domain/policy/subsidy.ts';
import { fineOf } from '~/domain/policy/subsidy-points.ts';
import type { PointsRules } from '~/domain/policy/subsidy-rules.ts';
import { yearsOf } from '~/domain/policy/year-cap.ts';
import { settleBorrower } from './settle-borrower.ts';
import type { SubsidisedLoan, SubsidyTerms } from './subsidised-loan.ts';

const drawnOn = day('2020-03-01');
const end = addDays(drawnOn, 360);
const funding = [{ payer: 'region', sharePpm: 1_000_000 }];
const terms: SubsidyTerms = {
  ...{ points: fineOf(percent('2.175')), maxMonths: 12, extendedMonths: 36, funding },
  ...{ principalCap: null, amountCap: null, yearAmountCap: wan(50), paidFirst: true },
};

/** A loan whose balance stays and whose interest is paid to its end. */
const loan = (id: string, balance: Fen, dayCount: DayCount = 'actual360'): SubsidisedLoan => ({
  ...{ id, rate: percent('4.35'), dayCount, drawnOn, moneySince: drawnOn, maturityOn: end },
  ...{ extendedTo: null, eligiblePart: wholePpm, otherPoints: ppm(0), stops: [] },
  ...{ balances: [{ from: drawnOn, balance }], settledUntil: end, interestPaid: wan(100_000) },
});

const settle = (loans: readonly SubsidisedLoan[], by = terms) =>
  settleBorrower(
    loans.map((each) => ({ loan: each, terms: by })),
    end,
    new Map(),
  );

test('30 m at half of 4.35 %: 0.5 m for 2020, and 54 days of 2021 besides', () => {
  const made = settle([loan('a', wan(3_000))]).get('a');
  expect(made?.years).toEqual([
    { year: 2020, amount: wan(50) },
    { year: 2021, amount: 9_787_500n },
  ]);
  expect(made?.amount).toBe(59_787_500n);
  expect(made?.deductions).toEqual([{ code: 'year-cap', amount: 5_462_500n }]);
});

test('the cap runs over all loans of the borrower, the one drawn first before the next', () => {
  const made = settle([loan('b', wan(3_000)), loan('a', wan(3_000))]);
  expect(made.get('a')?.amount).toBe(59_787_500n);
  expect(made.get('b')?.years.map(({ amount }) => amount)).toEqual([0n, 9_787_500n]);
});

test('the years of a sum add up to it to the fen', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 1, max: 1_500 }), (rate, days) => {
      const upTo = (until: string) => fen((rate * BigInt(new Date(until).getTime() / 86_400_000)) / 365n);
      const from = day('1970-01-01');
      const parts = yearsOf(upTo, from, addDays(from, days));
      expect(plus(zeroFen, ...parts.map(({ amount }) => amount))).toBe(upTo(addDays(from, days)));
    }),
  );
});

test('what a loan is planned to get is what it is settled with when its interest is paid as planned', () => {
  const wanted = fc.record({
    principal: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    dayCount: fc.constantFrom(...dayCounts),
    yearCap: fc.option(fc.integer({ min: 0, max: 100 })),
    amountCap: fc.option(fc.integer({ min: 0, max: 100 })),
    principalCap: fc.option(fc.integer({ min: 1, max: 5_000 })),
  });
  fc.assert(
    fc.property(wanted, ({ principal, dayCount, yearCap, amountCap, principalCap }) => {
      const rules = {
        ...{ form: 'points', pointsPpm: 21_750, maxMonths: 12, funding, paidFirst: true },
        ...{ principalCapWan: principalCap, amountCapWan: amountCap, yearAmountCapWan: yearCap },
      } as unknown as PointsRules;
      const of = loan('a', fen(principal), dayCount);
      const facts = { ...of, localSubsidy: ppm(0), principal: fen(principal), termMonths: 12 };
      const planned = plannedSubsidy(rules, facts as unknown as LoanFacts, zeroFen).amount;
      const capOf = (most: number | null) => (most === null ? null : wan(most));
      const by: SubsidyTerms = {
        ...terms,
        ...{ yearAmountCap: capOf(yearCap), amountCap: capOf(amountCap), principalCap: capOf(principalCap) },
      };
      expect(settle([of], by).get('a')?.cumulative).toBe(planned);
    }),
  );
});
