import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, type Day, day, daysBetween } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm, wholePpm } from '~/domain/kernel/rate.ts';
import { accruedInterest, dayCounts } from '~/domain/policy/day-count.ts';
import type { Funding } from '~/domain/policy/subsidy.ts';
import { fineOf } from '~/domain/policy/subsidy-points.ts';
import { type Entitlement, termEnd } from './entitlement.ts';
import { reclaimOf } from './reclaim.ts';
import { settleBorrower } from './settle-borrower.ts';
import type { Stop, SubsidisedLoan, SubsidyTerms } from './subsidised-loan.ts';

const drawnOn = day('2025-05-01');
const terms: SubsidyTerms = {
  points: fineOf(percent(1)),
  maxMonths: 12,
  extendedMonths: 36,
  principalCap: wan(100),
  amountCap: null,
  yearAmountCap: null,
  paidFirst: true,
  funding: [
    { payer: 'central', sharePpm: 900_000 },
    { payer: 'province', sharePpm: 100_000 },
  ],
};
const loan = (over: Partial<SubsidisedLoan> = {}): SubsidisedLoan => ({
  id: 'a',
  rate: percent('4'),
  dayCount: 'actual360',
  drawnOn,
  moneySince: drawnOn,
  maturityOn: addMonths(drawnOn, 12),
  extendedTo: null,
  balances: [{ from: drawnOn, balance: wan(300) }],
  eligiblePart: wholePpm,
  settledUntil: addDays(drawnOn, 200),
  interestPaid: wan(10),
  otherPoints: ppm(0),
  stops: [],
  ...over,
});
const asOf = addDays(drawnOn, 200);
const none = new Map<string, Funding[]>();
const settle = (of: SubsidisedLoan, on: Day = asOf, by: SubsidyTerms = terms): Entitlement => {
  const made = settleBorrower([{ loan: of, terms: by }], on, none).get(of.id);
  if (!made) throw new Error('not settled');
  return made;
};
const reasons = (made: Entitlement) => made.deductions.map(({ code, amount }) => [code, amount]);

describe('the vector of the 2025 scheme', () => {
  test('3 m for 200 days: capped at 1 m, 5,555.56, of which the centre pays 5,000.00', () => {
    const made = settle(loan());
    expect(made.amount).toBe(555_556n);
    expect(made.funding).toEqual([
      { payer: 'central', amount: 500_000n },
      { payer: 'province', amount: 55_556n },
    ]);
    expect(made.full).toBe(1_666_667n);
    expect(reasons(made)).toEqual([['borrower-cap', 1_111_111n]]);
  });

  test('on a basis of 365 days 5,479.45', () => {
    expect(settle(loan({ dayCount: 'actual365F' })).amount).toBe(547_945n);
  });
});

describe('what takes the amount down is said in order', () => {
  const atOneMillion = { balances: [{ from: drawnOn, balance: wan(100) }] };
  test.each<[string, Partial<SubsidisedLoan>, [string, bigint][]]>([
    [
      'interest of the last 100 days is unpaid',
      { settledUntil: addDays(drawnOn, 100) },
      [['interest-unpaid', 277_778n]],
    ],
    [
      'nothing is paid yet',
      { settledUntil: drawnOn, interestPaid: zeroFen },
      [['interest-unpaid', 555_556n]],
    ],
    ['half of the money went elsewhere', { eligiblePart: percent(50) }, [['other-purpose', 277_778n]]],
    ['local points leave half a point', { otherPoints: percent('3.5') }, [['rate-room', 277_778n]]],
    [
      'misuse on day 50',
      { stops: [{ on: addDays(drawnOn, 50), cause: 'misuse', scope: 'from-day' }] },
      [['stopped', 416_667n]],
    ],
    [
      'misuse that takes the whole',
      { stops: [{ on: addDays(drawnOn, 50), cause: 'misuse', scope: 'whole' }] },
      [['stopped', 555_556n]],
    ],
    [
      'the term of the money ended on day 100',
      { moneySince: addMonths(addDays(drawnOn, 100), -12) },
      [['past-term', 277_778n]],
    ],
    ['the interest paid is less', { interestPaid: fen(500_000) }, [['amount-cap', 55_556n]]],
  ])('%s', (_, over, expected) => {
    const made = settle(loan({ ...atOneMillion, ...over }));
    expect(reasons(made)).toEqual(expected);
    expect(made.amount).toBe(made.full - expected.reduce((sum, [, amount]) => sum + amount, 0n));
  });
});

describe('the cap runs across banks in the order of drawing', () => {
  test('60 万 first, then 80 万 at another bank: 40 万 of it counts until the first is paid back', () => {
    const first = loan({
      id: 'b',
      balances: [
        { from: drawnOn, balance: wan(60) },
        { from: addDays(drawnOn, 100), balance: zeroFen },
      ],
    });
    const later = addDays(drawnOn, 50);
    const second = loan({
      id: 'a',
      drawnOn: later,
      moneySince: later,
      balances: [{ from: later, balance: wan(80) }],
    });
    const made = settleBorrower(
      [second, first].map((each) => ({ loan: each, terms })),
      asOf,
      none,
    );
    expect(made.get('b')?.amount).toBe(fen(166_667));
    // 50 days × 400,000 and 100 days × 800,000, one point over 360
    expect(made.get('a')?.amount).toBe(fen(277_778));
  });

  test('a cap on the amount is shared too', () => {
    const capped = { ...terms, principalCap: null, amountCap: fen(600_000) };
    const one = loan({ id: 'a', balances: [{ from: drawnOn, balance: wan(100) }] });
    const made = settleBorrower(
      [one, { ...one, id: 'b' }].map((each) => ({ loan: each, terms: capped })),
      asOf,
      none,
    );
    expect([made.get('a')?.amount, made.get('b')?.amount]).toEqual([555_556n, 44_444n]);
  });
});

describe('a scheme that does not ask for interest to be paid first', () => {
  test('subsidises days whose interest is open', () => {
    const open = loan({ settledUntil: drawnOn, interestPaid: zeroFen });
    expect(settle(open, asOf, { ...terms, paidFirst: false }).amount).toBe(555_556n);
  });
});

describe('extension', () => {
  test.each([
    ['none', null, addMonths(drawnOn, 12)],
    ['within three years in all', addMonths(drawnOn, 24), addMonths(drawnOn, 24)],
    ['to three years exactly', addMonths(drawnOn, 36), addMonths(drawnOn, 36)],
    ['a day beyond three years', addDays(addMonths(drawnOn, 36), 1), addMonths(drawnOn, 12)],
  ])('%s: subsidised until %s', (_, extendedTo, until) => {
    expect(termEnd(loan({ extendedTo }), { ...terms, maxMonths: 36 })).toBe(until);
  });

  test('lengthens no scheme beyond its own months', () => {
    expect(termEnd(loan({ extendedTo: addMonths(drawnOn, 24) }), terms)).toBe(addMonths(drawnOn, 12));
    const short = { maturityOn: addMonths(drawnOn, 6), extendedTo: addMonths(drawnOn, 9) };
    expect(termEnd(loan(short), terms)).toBe(addMonths(drawnOn, 9));
  });
});

const arbitraryLoan = fc
  .record({
    steps: fc.array(
      fc.record({ days: fc.integer({ min: 1, max: 90 }), balance: fc.bigInt({ min: 0n, max: 10n ** 9n }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    dayCount: fc.constantFrom(...dayCounts),
    rate: fc.integer({ min: 1_000, max: 80_000 }),
    other: fc.integer({ min: 0, max: 40_000 }),
    paidDays: fc.integer({ min: 0, max: 400 }),
    part: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ steps, dayCount, rate, other, paidDays, part }): SubsidisedLoan => {
    let from = drawnOn;
    const balances = steps.map(({ days, balance }) => {
      const span = { from, balance: fen(balance) };
      from = addDays(from, days);
      return span;
    });
    const until = addDays(drawnOn, paidDays);
    const interest = balances.map((span, i) => {
      const next = balances[i + 1]?.from ?? until;
      const end = next < until ? next : until;
      return end > span.from ? accruedInterest(span.balance, ppm(rate), span.from, end, dayCount) : zeroFen;
    });
    return loan({
      balances,
      dayCount,
      rate: ppm(rate),
      otherPoints: ppm(other),
      settledUntil: until,
      interestPaid: plus(zeroFen, ...interest),
      eligiblePart: ppm(part),
    });
  });

const total = (parts: readonly Funding[]): Fen => plus(zeroFen, ...parts.map((part) => part.amount));

describe('whatever the loan', () => {
  test('never above the interest paid, the cap or the room in the rate; the explanation adds up; so does the split', () => {
    fc.assert(
      fc.property(arbitraryLoan, fc.integer({ min: 1, max: 500 }), (of, days) => {
        const made = settle(of, addDays(drawnOn, days));
        expect(made.amount).toBe(
          made.full - total(made.deductions.map((d) => ({ payer: d.code, amount: d.amount }))),
        );
        expect(made.deductions.every(({ amount }) => amount >= 0n)).toBe(true);
        expect(made.amount >= 0n && made.amount <= of.interestPaid).toBe(true);
        expect(total(made.funding)).toBe(made.amount);
        const capped = accruedInterest(wan(100), percent(1), drawnOn, made.until, of.dayCount);
        expect(made.amount <= capped + 1n).toBe(true);
        if (of.otherPoints >= of.rate) expect(made.amount).toBe(0n);
      }),
    );
  });

  test('settled in any periods, the sum is that of one settlement, for each payer too', () => {
    fc.assert(
      fc.property(
        arbitraryLoan,
        fc.option(fc.integer({ min: 0, max: 2_000_000 }).map((most) => fen(most))),
        fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }),
        (of, yearAmountCap, cuts) => {
          const by = { ...terms, yearAmountCap };
          let before: Funding[] = [];
          for (const cut of cuts.toSorted((a, b) => a - b)) {
            const made = settleBorrower(
              [{ loan: of, terms: by }],
              addDays(drawnOn, cut),
              new Map([[of.id, before]]),
            ).get(of.id);
            before = (made?.funding ?? []).map(({ payer, amount }) => ({
              payer,
              amount: plus(amount, before.find((part) => part.payer === payer)?.amount ?? zeroFen),
            }));
          }
          const whole = settle(of, addDays(drawnOn, Math.max(...cuts)), by);
          expect(before).toEqual(whole.funding);
        },
      ),
    );
  });

  test('what is reclaimed after a stop is never above what was paid, and leaves what is due', () => {
    const stops = fc.record({
      day: fc.integer({ min: 0, max: 300 }),
      scope: fc.constantFrom('whole', 'from-day'),
    });
    fc.assert(
      fc.property(arbitraryLoan, stops, (of, { day: at, scope }) => {
        const stop: Stop = { on: addDays(drawnOn, at), cause: 'misuse', scope };
        const paid = settle(of).funding;
        const after = settle({ ...of, stops: [stop] });
        const back = reclaimOf(paid, after.whole);
        expect(back.amount <= total(paid) && back.amount >= 0n).toBe(true);
        expect(total(paid) - back.amount).toBe(after.cumulative);
        expect(reclaimOf(paid, after.whole, back.funding).amount).toBe(0n);
        if (scope === 'whole') expect(back.amount).toBe(total(paid));
      }),
    );
  });

  test('days that count lie between the first drawdown and the day asked for', () => {
    fc.assert(
      fc.property(arbitraryLoan, fc.integer({ min: 1, max: 500 }), (of, days) => {
        const { from, until } = settle(of, addDays(drawnOn, days));
        expect(daysBetween(from, until)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(from, until)).toBeLessThanOrEqual(days);
      }),
    );
  });
});
