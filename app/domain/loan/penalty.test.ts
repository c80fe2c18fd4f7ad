import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day, daysBetween } from '~/domain/kernel/day.ts';
import { divideHalfUp, type Fen, fen, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { dayCounts, yearFraction } from '~/domain/policy/day-count.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { admitEvent } from './admit.ts';
import type { LoanContract } from './contract.ts';
import type { LoanEvent } from './event.ts';
import { comparePenalties, outsideBounds, type PenaltyTerms, penaltyOwed } from './penalty.ts';
import { type LoanReplay, replayLoan } from './replay.ts';

const contract: LoanContract = {
  ...{ rate: percent('3.65'), dayCount: 'actual360', method: 'bullet-at-maturity' },
  ...{ termMonths: 12, startOn: day('2023-12-20') },
};
const terms: PenaltyTerms = { overduePpm: 500_000, misusePpm: 1_000_000, compounds: true };
const drawn: LoanEvent = { id: 'd', kind: 'drawdown', on: contract.startOn, amount: yuan(1_000_000) };
const paid = (on: string, principal: Fen, interest: Fen, penalty: Fen = zeroFen): LoanEvent => ({
  ...{ id: `p-${on}`, kind: 'repayment', on: day(on), principal, interest, penalty },
});
const owedOn = (through: string, more: LoanEvent[] = [], under = terms) =>
  penaltyOwed(contract, under, replayLoan(contract, [drawn, ...more], day('2025-12-31')), day(through));

test('nothing is asked for until the due date, nor for money that came on it', () => {
  expect(owedOn('2024-12-20').total).toBe(0n);
  expect(owedOn('2025-03-01', [paid('2024-12-20', yuan(1_000_000), fen(3_710_833n))]).total).toBe(0n);
});

test('thirty days overdue at half as much again: principal, and the interest that is unpaid', () => {
  expect(owedOn('2025-01-19')).toEqual({
    overdue: 456_250n, // 1,000,000 × 3.65 % × 1.5 × 30/360
    compound: 16_931n, // 37,108.33 × 3.65 % × 1.5 × 30/360
    misuse: 0n,
    total: 473_181n,
  });
  expect(owedOn('2025-01-19', [], { ...terms, compounds: false }).total).toBe(456_250n);
});

test('a part payment takes its part off from its day on, and the last one ends it', () => {
  const half = paid('2025-01-04', yuan(500_000), fen(3_710_833n));
  expect(owedOn('2025-01-19', [half]).overdue).toBe(342_188n); // 15 days of all, 15 of half: 3,421.875
  const rest = paid('2025-01-19', yuan(500_000), zeroFen);
  expect(owedOn('2025-06-30', [half, rest])).toEqual(owedOn('2025-01-19', [half]));
});

test('misuse adds its part on sound principal, and with arrears the heavier counts, never both', () => {
  const misuse: LoanEvent = { id: 'm', kind: 'misuse', on: day('2024-11-20') };
  expect(owedOn('2024-12-20', [misuse])).toMatchObject({ misuse: 304_167n, overdue: 0n }); // 1 m × 3.65 % × 30/360
  expect(owedOn('2025-01-19', [misuse])).toMatchObject({ misuse: 304_167n, overdue: 608_333n });
});

test('a payment is compared with what was still asked for on its day', () => {
  const asked = owedOn('2025-01-19').total;
  const first = paid('2025-01-19', zeroFen, zeroFen, fen(asked + 5_000n));
  const second = paid('2025-02-18', yuan(1_000_000), fen(3_710_833n), fen(asked - 5_000n));
  const replay = replayLoan(contract, [drawn, first, second], day('2025-12-31'));
  expect(comparePenalties(contract, terms, replay, fen(10))).toMatchObject([
    { expected: asked, difference: 5_000n, differs: true },
    { expected: asked - 5_001n, differs: false }, // what was taken too much is off the next; a fen is rounding
  ]);
  expect(comparePenalties(contract, terms, replay, fen(5_000))[0]?.differs).toBe(false);
});

test('what a contract may say is bounded', () => {
  const bounds = {
    overdue: { minPpm: 300_000, maxPpm: 500_000 },
    misuse: { minPpm: 500_000, maxPpm: 1_000_000 },
  };
  expect(outsideBounds(terms, bounds)).toBeNull();
  expect(outsideBounds({ ...terms, overduePpm: 299_999 }, bounds)).toBe('overdue');
  expect(outsideBounds({ ...terms, misusePpm: 1_000_001 }, bounds)).toBe('misuse');
});

/** The same day by day: what is unpaid each evening, counted by hand, bears the rate through the next evening. */
function dayByDay(of: LoanContract, by: PenaltyTerms, loan: LoanReplay, through: Day): bigint[] {
  const sums = [0n, 0n, 0n];
  let rate = of.rate;
  let misused = false;
  const unit = 360n * 365n * 366n;
  for (let on = of.startOn; on < through && !(loan.endedOn && on >= loan.endedOn); on = addDays(on, 1)) {
    for (const event of loan.events.filter((e) => e.on === on)) {
      if (event.kind === 'rate-change' || event.kind === 'restructuring') rate = event.rate;
      if (event.kind === 'misuse') misused = true;
    }
    const dues = (loan.asked.find((a) => a.through >= on)?.dues ?? []).filter((due) => due.dueOn <= on);
    const left = (part: 'principal' | 'interest') => {
      const asked = dues.reduce((sum, due) => sum + due[part], 0n);
      const came = loan.payments.filter((p) => p.paidOn <= on).reduce((sum, p) => sum + p[part], 0n);
      return asked > came ? asked - came : 0n;
    };
    const span = loan.balances.filter((b) => b.from <= on).at(-1)?.balance ?? 0n;
    const { numerator, denominator } = yearFraction(on, addDays(on, 1), of.dayCount);
    const year = (BigInt(rate) * numerator * unit) / denominator;
    const factor = 1_000_000n + BigInt(misused ? Math.max(by.overduePpm, by.misusePpm) : by.overduePpm);
    const principal = left('principal');
    sums[0] = (sums[0] ?? 0n) + principal * factor * year;
    if (misused && span > principal)
      sums[1] = (sums[1] ?? 0n) + (span - principal) * BigInt(by.misusePpm) * year;
    if (by.compounds) sums[2] = (sums[2] ?? 0n) + left('interest') * factor * year;
  }
  return sums.map((sum) => divideHalfUp(sum, 10n ** 12n * unit));
}

const events = fc.array(
  fc.record({
    kind: fc.constantFrom('repayment', 'rate-change', 'restructuring', 'misuse', 'extension', 'write-off'),
    after: fc.integer({ min: 1, max: 400 }),
    principal: fc.bigInt(0n, 20_000_000n),
    interest: fc.bigInt(0n, 400_000n),
    rate: fc.integer({ min: 0, max: 200_000 }),
  }),
  { maxLength: 6 },
);

test('by turns of the loan is the same as day by day, and never becomes less', () => {
  const startOn = day('2023-11-30');
  fc.assert(
    fc.property(
      fc.constantFrom(...dayCounts),
      fc.constantFrom(...repaymentMethods),
      fc.bigInt(1n, 50_000_000n),
      events,
      fc.boolean(),
      fc.nat(500),
      (dayCount, method, amount, wishes, compounds, ahead) => {
        const of: LoanContract = { rate: ppm(43_500), dayCount, method, termMonths: 6, startOn };
        const log: LoanEvent[] = [{ id: '0', kind: 'drawdown', on: startOn, amount: fen(amount) }];
        for (const [at, { kind, after, principal, interest, rate }] of wishes.entries()) {
          const made = {
            ...{ id: String(at + 1), kind, on: addDays(startOn, after), months: 2, termMonths: 4, method },
            ...{ rate: ppm(rate), principal: fen(principal), interest: fen(interest), penalty: zeroFen },
          } as LoanEvent;
          const standing = { contract: of, events: log, limit: fen(amount), today: addDays(startOn, 500) };
          if (admitEvent(standing, made).ok) log.push(made);
        }
        const loan = replayLoan(of, log, addDays(startOn, 500));
        const by = { overduePpm: 400_000, misusePpm: 700_000, compounds };
        const through = addDays(startOn, ahead);
        const { overdue, misuse, compound, total } = penaltyOwed(of, by, loan, through);
        expect([overdue, misuse, compound]).toEqual(dayByDay(of, by, loan, through));
        expect(penaltyOwed(of, by, loan, addDays(through, 1)).total >= total).toBe(true);
        expect(daysBetween(startOn, through)).toBe(ahead);
      },
    ),
    { numRuns: 60 },
  );
});
