import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { scheduleOf } from '~/domain/product/schedule.ts';
import { arrearsOn } from './dpd.ts';

const due = (dueOn: string, principal: number, interest: number) => ({
  dueOn: day(dueOn),
  principal: yuan(principal),
  interest: yuan(interest),
});
const pay = (paidOn: string, principal: number, interest: number) => ({
  paidOn: day(paidOn),
  principal: yuan(principal),
  interest: yuan(interest),
});
const dues = [due('2026-02-10', 100, 5), due('2026-03-10', 100, 4), due('2026-04-10', 100, 3)];
const dpd = (on: string, ...paid: ReturnType<typeof pay>[]) => arrearsOn(day(on), dues, paid).dpd;

describe('days past due', () => {
  test.each([
    ['on the due date nothing is overdue', '2026-02-10', [], 0],
    ['the day after it is one day', '2026-02-11', [], 1],
    ['it counts from the oldest unpaid date', '2026-04-20', [], 69],
    ['a part payment does not reset it', '2026-03-20', [pay('2026-03-01', 99, 5)], 38],
    ['interest alone keeps it', '2026-03-20', [pay('2026-03-01', 100, 4)], 38],
    ['clearing the oldest date moves to the next', '2026-03-20', [pay('2026-03-15', 100, 5)], 10],
    ['paying everything asked for ends it', '2026-03-20', [pay('2026-03-15', 200, 9)], 0],
    ['a payment of tomorrow does not count today', '2026-02-20', [pay('2026-02-21', 100, 5)], 10],
  ])('%s', (_, on, paid, days) => {
    expect(dpd(on, ...paid)).toBe(days);
  });

  test('a holiday due date still counts from the date itself', () => {
    expect(arrearsOn(day('2026-10-08'), [due('2026-10-01', 1, 0)], []).dpd).toBe(7);
  });

  test('after full early repayment later instalments are not asked for', () => {
    expect(dpd('2026-05-01', pay('2026-02-10', 300, 5))).toBe(0);
    expect(dpd('2026-05-01', pay('2026-02-10', 300, 4))).toBe(80);
  });
});

test('the overdue amounts are told apart', () => {
  expect(arrearsOn(day('2026-03-11'), dues, [pay('2026-02-10', 100, 3)])).toEqual({
    dpd: 29,
    oldestUnpaidOn: '2026-02-10',
    overduePrincipal: yuan(100),
    overdueInterest: yuan(6),
  });
});

const loan = scheduleOf({
  principal: yuan(120_000),
  rate: percent('4.35'),
  method: 'equal-instalment',
  disbursedOn: day('2025-01-15'),
  termMonths: 12,
  dayCount: 'actual360',
});

test('who pays every instalment on its day is never past due', () => {
  const paid = loan.map((row) => ({ paidOn: row.dueOn, principal: row.principal, interest: row.interest }));
  fc.assert(
    fc.property(fc.nat(500), (after) => {
      expect(arrearsOn(addDays(day('2025-01-15'), after), loan, paid).dpd).toBe(0);
    }),
  );
});

test('paying more or earlier never lengthens the arrears', () => {
  const payment = fc.record({ after: fc.nat(365), principal: fc.nat(6_000_000), interest: fc.nat(100_000) });
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 8 }), payment, fc.nat(400), (payments, extra, at) => {
      const asOf = addDays(day('2025-01-15'), at);
      const made = [...payments, extra].map((p) => ({
        paidOn: addDays(day('2025-01-15'), p.after),
        principal: fen(p.principal),
        interest: fen(p.interest),
      }));
      expect(arrearsOn(asOf, loan, made).dpd).toBeLessThanOrEqual(
        arrearsOn(asOf, loan, made.slice(0, -1)).dpd,
      );
    }),
  );
});
