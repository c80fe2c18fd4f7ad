import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import { fen, leastFen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { admitEvent, type Standing } from './admit.ts';
import { arrearsAt } from './arrears-chain.ts';
import { balanceOn, balanceSpansWithin, interestPaidWithin } from './daily-balance.ts';
import { type LoanEvent, prepaymentEffects } from './event.ts';
import { replayLoan } from './replay.ts';
import { payRows } from './row-payments.ts';

const startOn = day('2023-11-30');
const today = day('2027-01-15');

const contracts = fc.record({
  rate: fc.integer({ min: 0, max: 200_000 }).map(ppm),
  dayCount: fc.constantFrom(...dayCounts),
  method: fc.constantFrom(...repaymentMethods),
  termMonths: fc.integer({ min: 1, max: 48 }),
  startOn: fc.constant(startOn),
});

const money = {
  principal: fc.bigInt(0n, 40_000_000n).map(fen),
  interest: fc.bigInt(0n, 900_000n).map(fen),
  penalty: fc.constant(zeroFen),
};
const kinds = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('repayment' as const), ...money }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('prepayment' as const),
      effect: fc.constantFrom(...prepaymentEffects),
      ...money,
    }),
  },
  fc.record({ kind: fc.constant('drawdown' as const), amount: fc.bigInt(1n, 50_000_000n).map(fen) }),
  fc.record({
    kind: fc.constant('rate-change' as const),
    rate: fc.integer({ min: 0, max: 200_000 }).map(ppm),
  }),
  fc.record({ kind: fc.constant('extension' as const), months: fc.integer({ min: 1, max: 24 }) }),
  fc.record({
    kind: fc.constant('restructuring' as const),
    rate: fc.integer({ min: 0, max: 200_000 }).map(ppm),
    method: fc.constantFrom(...repaymentMethods),
    termMonths: fc.integer({ min: 1, max: 36 }),
  }),
  fc.record({ kind: fc.constantFrom('write-off' as const, 'renewal' as const) }),
  fc.record({ kind: fc.constant('recovery' as const), ...money }),
);
const wished = fc.array(fc.tuple(fc.nat(1140), kinds), { maxLength: 14 });

/** A loan with those of the wished events that are admitted, each recorded in the order of the list. */
const loans = fc
  .tuple(contracts, fc.bigInt(1n, 100_000_000n).map(fen), wished, fc.array(fc.nat(20), { maxLength: 3 }))
  .map(([contract, first, wishes, undone]): Standing => {
    const limit = plus(first, fen(60_000_000));
    let events: LoanEvent[] = [{ id: '0', kind: 'drawdown', on: startOn, amount: first }];
    const tried = (event: LoanEvent) => {
      if (admitEvent({ contract, events, limit, today }, event).ok) events = [...events, event];
    };
    for (const [i, [after, what]] of wishes.entries())
      tried({ id: String(i + 1), on: addDays(startOn, after), ...what } as LoanEvent);
    for (const of of undone) tried({ id: `r${of}`, kind: 'reversal', on: today, of: String(of) });
    return { contract, events, limit, today };
  });

test('what was drawn is paid, outstanding, moved on, written off or recovered, and nothing is ever negative', () => {
  fc.assert(
    fc.property(loans, ({ contract, events }) => {
      const loan = replayLoan(contract, events, today);
      expect(plus(loan.principalPaid, loan.outstanding, loan.moved, loan.writtenOff, loan.recovered)).toBe(
        loan.drawn,
      );
      for (const amount of [loan.outstanding, loan.writtenOff, loan.accrued, loan.moved])
        expect(amount >= 0n).toBe(true);
      for (const span of loan.balances) expect(span.balance >= 0n).toBe(true);
      for (const row of loan.schedule) expect(row.principal >= 0n && row.interest >= 0n).toBe(true);
      expect(balanceOn(loan.balances, today)).toBe(loan.outstanding);
    }),
    { numRuns: 300, endOnFailure: true },
  );
});

test('a live loan asks for exactly what was drawn', () => {
  fc.assert(
    fc.property(loans, ({ contract, events }) => {
      const loan = replayLoan(contract, events, today);
      fc.pre(loan.state === 'active' || loan.state === 'settled');
      expect(plus(...loan.schedule.map((r) => r.principal))).toBe(loan.drawn);
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

test('in which order the events became known changes nothing', () => {
  const shuffled = loans.chain((loan) =>
    fc.tuple(fc.constant(loan), fc.shuffledSubarray([...loan.events], { minLength: loan.events.length })),
  );
  fc.assert(
    fc.property(shuffled, ([{ contract, events }, other]) => {
      expect(replayLoan(contract, other, today)).toEqual(replayLoan(contract, events, today));
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

test('the chain of arrears says of every day what a replay of that day says', () => {
  fc.assert(
    fc.property(loans, fc.nat(1140), ({ contract, events }, after) => {
      const on = addDays(startOn, after);
      const whole = replayLoan(contract, events, today);
      const then = replayLoan(contract, events, on);
      fc.pre(!whole.endedOn || on < whole.endedOn);
      expect(arrearsAt(whole.arrears, on)).toEqual(arrearsAt(then.arrears, on));
    }),
    { numRuns: 300, endOnFailure: true },
  );
});

test('days past due count from the oldest due date that is not fully paid', () => {
  fc.assert(
    fc.property(loans, ({ contract, events }) => {
      const loan = replayLoan(contract, events, today);
      fc.pre(loan.state === 'active');
      const oldest = payRows(loan.schedule, loan.payments).find(
        (r) => r.clearedOn === null && r.dueOn < today,
      );
      expect(arrearsAt(loan.arrears, today)?.oldestUnpaidOn ?? null).toBe(oldest?.dueOn ?? null);
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

test('balances and interest over a time are the sums over its parts', () => {
  const cut = fc.tuple(fc.nat(1140), fc.nat(1140), fc.nat(1140));
  fc.assert(
    fc.property(loans, cut, ({ contract, events }, cuts) => {
      const loan = replayLoan(contract, events, today);
      const [a, b, c] = cuts.sort((x, y) => x - y).map((n) => addDays(startOn, n)) as [Day, Day, Day];
      const days = (from: Day, to: Day) => daySum(balanceSpansWithin(loan.balances, from, to), to);
      expect(days(a, b) + days(b, c)).toBe(days(a, c));
      const paid = (from: Day, to: Day) => interestPaidWithin(loan.events, from, to);
      expect(plus(paid(a, b), paid(addDays(b, 1), c))).toBe(b < c ? paid(a, c) : paid(a, b));
      expect(leastFen(paid(startOn, today), loan.interestPaid)).toBe(loan.interestPaid);
    }),
  );
});

/** Fen × days. */
function daySum(spans: readonly { from: Day; balance: bigint }[], to: Day): bigint {
  return spans.reduce((sum, span, i) => {
    const end = spans[i + 1]?.from ?? to;
    return sum + span.balance * BigInt((Date.parse(end) - Date.parse(span.from)) / 86_400_000);
  }, 0n);
}
