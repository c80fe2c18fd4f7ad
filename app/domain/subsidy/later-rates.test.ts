import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import { percent, ppm, wholePpm } from '~/domain/kernel/rate.ts';
import type { Funding } from '~/domain/policy/subsidy.ts';
import { fineOf } from '~/domain/policy/subsidy-points.ts';
import { settleBorrower } from './settle-borrower.ts';
import type { SubsidisedLoan, SubsidyTerms } from './subsidised-loan.ts';

const drawnOn = day('2025-05-01');
const asOf = addDays(drawnOn, 200);
const none = new Map<string, Funding[]>();
/** The 2025 scheme: a point on at most a million. */
const terms: SubsidyTerms = {
  ...{ points: fineOf(percent(1)), maxMonths: 12, extendedMonths: 36, paidFirst: true },
  ...{ principalCap: wan(100), amountCap: null, yearAmountCap: null },
  funding: [{ payer: 'central', sharePpm: 1_000_000 }],
};
/** Three million drawn at once, all interest paid. */
const loan = (over: Partial<SubsidisedLoan> = {}): SubsidisedLoan => ({
  ...{ id: 'a', rate: percent('4'), dayCount: 'actual360', drawnOn, moneySince: drawnOn },
  ...{ maturityOn: addMonths(drawnOn, 12), extendedTo: null, eligiblePart: wholePpm },
  balances: [{ from: drawnOn, balance: wan(300) }],
  ...{ settledUntil: asOf, interestPaid: wan(10), otherPoints: ppm(0), stops: [] },
  ...over,
});
const settle = (of: SubsidisedLoan, on: Day = asOf, by: SubsidyTerms = terms) => {
  const made = settleBorrower([{ loan: of, terms: by }], on, none).get(of.id);
  if (!made) throw new Error('not settled');
  return made;
};

describe('a contract rate that changes', () => {
  const tight = { rate: percent('4'), otherPoints: percent('3.5') };
  const from = addDays(drawnOn, 100);

  test('down: from that day local and central points leave no room; what was paid for the days before stays', () => {
    const made = settle(loan({ ...tight, laterRates: [{ from, rate: percent('3.5') }] }));
    expect(made.cumulative).toBe(138_889n); // 1 m × 0.5 % × 100 ÷ 360
  });

  test('up: the full point from that day on, half a point before', () => {
    const made = settle(loan({ ...tight, laterRates: [{ from, rate: percent('4.5') }] }));
    expect(made.cumulative).toBe(416_667n); // and 1 m × 1 % × 100 ÷ 360
  });

  test('a scheme that pays half of the interest pays half of what is owed each day', () => {
    const half = { ...terms, points: fineOf(percent(2)), interestShare: percent(50) };
    const made = settle(loan({ laterRates: [{ from, rate: percent('3') }] }), asOf, half);
    expect(made.cumulative).toBe(555_556n + 416_667n - 1n); // 1 m × (2 % × 100 + 1.5 % × 100) ÷ 360, rounded once
  });

  test('moves nothing on a day before it', () => {
    const rate = fc.integer({ min: 0, max: 80_000 }).map(ppm);
    const days = fc.integer({ min: 1, max: 199 });
    fc.assert(
      fc.property(rate, rate, rate, days, days, (first, later, other, change, on) => {
        const of = { rate: first, otherPoints: other };
        const changed = loan({ ...of, laterRates: [{ from: addDays(drawnOn, change), rate: later }] });
        const seen = addDays(drawnOn, Math.min(change, on));
        expect(settle(changed, seen).cumulative).toBe(settle(loan(of), seen).cumulative);
      }),
    );
  });
});
