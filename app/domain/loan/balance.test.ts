import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { balanceSpans, outstandingOn } from './balance.ts';

const drawdowns = [
  { drawnOn: day('2026-01-10'), amount: yuan(500) },
  { drawnOn: day('2026-03-10'), amount: yuan(300) },
];
const repayments = [{ paidOn: day('2026-02-10'), principal: yuan(100), interest: yuan(2) }];

test.each([
  ['2026-01-09', 0],
  ['2026-01-10', 500],
  ['2026-02-10', 400],
  ['2026-03-09', 400],
  ['2026-12-31', 700],
])('at the end of %s %i yuan are outstanding', (on, outstanding) => {
  expect(outstandingOn(day(on), drawdowns, repayments)).toBe(yuan(outstanding));
});

test('the balance is told in spans', () => {
  expect(balanceSpans(drawdowns, repayments)).toEqual([
    { from: '2026-01-10', balance: yuan(500) },
    { from: '2026-02-10', balance: yuan(400) },
    { from: '2026-03-10', balance: yuan(700) },
  ]);
});

test('the order in which payments were recorded changes nothing', () => {
  const payment = fc.record({ after: fc.nat(400), amount: fc.nat(1000) });
  fc.assert(
    fc.property(fc.array(payment), fc.nat(500), (payments, at) => {
      const made = payments.map((p) => ({
        paidOn: addDays(day('2026-01-01'), p.after),
        principal: fen(p.amount),
        interest: fen(0),
      }));
      const asOf = addDays(day('2026-01-01'), at);
      expect(outstandingOn(asOf, drawdowns, made)).toBe(outstandingOn(asOf, drawdowns, [...made].reverse()));
    }),
  );
});
