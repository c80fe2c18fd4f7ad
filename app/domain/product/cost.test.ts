import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { fen, wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { aprOf, type CostTerms, costOf, yearlyRateOf } from './cost.ts';
import { repaymentMethods, type ScheduleTerms, scheduleOf } from './schedule.ts';

const million: ScheduleTerms = {
  principal: yuan(1_000_000),
  rate: percent('3.65'),
  method: 'equal-instalment',
  disbursedOn: day('2025-12-20'),
  termMonths: 12,
  dayCount: 'thirty360',
};

const terms = (over: Partial<ScheduleTerms> & Partial<CostTerms> = {}): CostTerms => {
  const schedule = scheduleOf({ ...million, ...over });
  const { principal, disbursedOn, termMonths } = { ...million, ...over };
  const none = { feePpm: ppm(0), guaranteeFeePpm: ppm(0), subsidy: zeroFen };
  return { ...none, ...over, principal, disbursedOn, termMonths, schedule };
};

describe('what a loan of one million costs', () => {
  test('interest alone, as domain.md §2.9 has it', () => {
    expect(costOf(terms())).toEqual({
      interest: 1_988_092n,
      fee: 0n,
      guaranteeFee: 0n,
      subsidy: 0n,
      net: 1_988_092n,
    });
  });

  test('fees add, the subsidy takes away', () => {
    const tagged = { feePpm: percent('0.5'), guaranteeFeePpm: percent(1), subsidy: yuan(5555) };
    expect(costOf(terms(tagged))).toMatchObject({
      fee: yuan(5000),
      guaranteeFee: yuan(10_000),
      net: 1_988_092n + yuan(15_000) - yuan(5555),
    });
  });

  test.each([
    [12, 10_000],
    [18, 15_000],
    [6, 5000],
    [24, 20_000],
  ])('a guarantee of 1 %% a year over %i months costs %i yuan', (termMonths, cost) => {
    expect(costOf(terms({ termMonths, guaranteeFeePpm: percent(1) })).guaranteeFee).toBe(yuan(cost));
  });
});

describe('the yearly rate it amounts to', () => {
  test.each(
    repaymentMethods.filter((method) => method !== 'bullet-quarterly' && method !== 'bullet-at-maturity'),
  )('without fees it is the contract rate: %s', (method) => {
    expect(aprOf(terms({ method }))).toBe(36_500);
  });

  test('interest paid late costs less, because twelve monthly rates are added and not compounded', () => {
    expect(aprOf(terms({ method: 'bullet-at-maturity' }))).toBeLessThan(36_500);
  });

  test('days over 360 cost more than the rate says', () => {
    expect(aprOf(terms({ method: 'bullet-monthly', dayCount: 'actual360' }))).toBeGreaterThan(36_900);
  });

  // one payment of 1,036,500 for 980,000 received: 12 × ((1,036,500 ÷ 980,000)^(1/12) − 1) = 5.6183 %
  test('a fee of 2 % on a one-year bullet loan', () => {
    expect(aprOf(terms({ method: 'bullet-at-maturity', feePpm: percent(2) }))).toBe(
      Math.round(12_000_000 * ((1_036_500 / 980_000) ** (1 / 12) - 1)),
    );
  });

  test('fees that eat the loan have no rate', () => {
    expect(aprOf(terms({ feePpm: percent(100) }))).toBeNull();
    expect(aprOf(terms({ feePpm: percent(99) }))).toBeNull();
  });

  test('a loan without interest and fees costs nothing', () => {
    expect(aprOf(terms({ rate: ppm(0) }))).toBe(0);
  });
});

const anyTerms = fc
  .record({
    principal: fc.bigInt({ min: wan(1), max: wan(5000) }).map(fen),
    rate: fc.integer({ min: 0, max: 240_000 }).map(ppm),
    method: fc.constantFrom(...repaymentMethods),
    termMonths: fc.integer({ min: 1, max: 60 }),
    feePpm: fc.nat(50_000).map(ppm),
    guaranteeFeePpm: fc.nat(30_000).map(ppm),
  })
  .map((over) => terms(over));

test('payments discounted at the rate found are worth what was received', () => {
  fc.assert(
    fc.property(anyTerms, (loan) => {
      const apr = aprOf(loan);
      if (apr === null) throw new Error('these loans have a rate');
      const cost = costOf({ ...loan, schedule: [] });
      const firstYear = costOf({
        ...loan,
        schedule: [],
        termMonths: Math.min(12, loan.termMonths),
      }).guaranteeFee;
      const worthAt = (rate: number) => {
        const monthly = 1 + rate / 12e6;
        const months = (dueOn: string) =>
          (Number(dueOn.slice(0, 4)) - 2025) * 12 + Number(dueOn.slice(5, 7)) - 12;
        let worth = 0;
        for (const row of loan.schedule)
          worth += Number(row.principal + row.interest) / monthly ** months(row.dueOn);
        for (let m = 12; m < loan.termMonths; m += 12) {
          const share = Math.min(12, loan.termMonths - m) / 12;
          worth += (Number(loan.principal) * loan.guaranteeFeePpm * share) / 1e6 / monthly ** m;
        }
        return worth;
      };
      const received = Number(loan.principal - cost.fee - firstYear);
      const slack = 1 + loan.termMonths / 12;
      expect(worthAt(apr + 1)).toBeLessThanOrEqual(received + slack);
      expect(worthAt(apr - 1)).toBeGreaterThanOrEqual(received - slack);
    }),
  );
});

test('a higher fee never gives a lower rate', () => {
  fc.assert(
    fc.property(anyTerms, fc.nat(20_000), (loan, more) => {
      const dearer = aprOf({ ...loan, feePpm: ppm(loan.feePpm + more) });
      expect(dearer ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(aprOf(loan) ?? 0);
    }),
  );
});

/** The rate by bisection alone, as the search is defined: the first half ppm at which payments are no longer worth more. */
function plainRate(received: bigint, payments: readonly bigint[]): number | null {
  const isWorthMore = (halfPpm: bigint) => {
    const grown = 24_000_000n + halfPpm;
    const worth = payments.reduce(
      (sum, payment, at) =>
        sum + payment * 24_000_000n ** BigInt(at + 1) * grown ** BigInt(payments.length - at - 1),
      0n,
    );
    return worth > received * grown ** BigInt(payments.length);
  };
  if (received <= 0n || isWorthMore(20_000_000n)) return null;
  let [low, high] = [0n, 20_000_000n];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (isWorthMore(middle)) low = middle + 1n;
    else high = middle;
  }
  return Number(low / 2n);
}

test('the guessed search finds what bisection finds, for any payments', () => {
  const payment = fc.oneof(fc.bigInt(0n, 2_000_000_00n), fc.constant(0n), fc.bigInt(0n, 9n));
  fc.assert(
    fc.property(
      fc.bigInt(-5n, 10_000_000_00n),
      fc.array(payment, { maxLength: 24 }),
      (received, payments) => {
        expect(yearlyRateOf(fen(received), payments)).toBe(plainRate(received, payments));
      },
    ),
    { numRuns: 150 },
  );
});
