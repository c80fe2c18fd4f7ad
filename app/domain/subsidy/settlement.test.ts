import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen, plus, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { moneyOf } from '~/domain/loan/money-identity.ts';
import { chooseSchemes } from './choose-scheme.ts';
import { lastEnded, parseQuarter, quarterEnd, quarterOf, quarterStart } from './quarter.ts';
import { divideReturn } from './reclaim.ts';
import { settledUntil } from './settled-until.ts';

describe('quarters', () => {
  test.each([
    ['2026-01-01', '2026Q1', '2026-01-01', '2026-04-01'],
    ['2026-11-27', '2026Q4', '2026-10-01', '2027-01-01'],
  ])('%s lies in %s', (on, quarter, from, until) => {
    const q = quarterOf(day(on));
    expect([q, quarterStart(q), quarterEnd(q)]).toEqual([quarter, from, until]);
  });
  test('the last that ended', () => {
    expect(lastEnded(day('2026-11-27'))).toBe('2026Q3');
    expect(lastEnded(day('2026-01-01'))).toBe('2025Q4');
  });
  test.each(['2026Q5', '2026q1', '26Q1', ''])('%s is none', (text) => expect(parseQuarter(text)).toBeNull());
});

describe('interest paid first', () => {
  const drawnOn = day('2026-01-10');
  const dues = [1, 2, 3].map((n) => ({
    dueOn: addDays(drawnOn, 30 * n),
    principal: zeroFen,
    interest: yuan(100),
  }));
  const pay = (on: number, interest: number) => ({
    paidOn: addDays(drawnOn, on),
    principal: zeroFen,
    interest: yuan(interest),
  });
  test.each([
    ['nothing', [], 0, 0],
    ['the first period', [pay(30, 100)], 30, 100],
    ['a part of the second settles nothing more', [pay(30, 100), pay(60, 99)], 30, 199],
    ['the rest of it does', [pay(30, 100), pay(60, 99), pay(70, 1)], 60, 200],
    ['paid ahead, not beyond the day asked for', [pay(5, 300)], 60, 300],
    ['a payment on the day itself is not in yet', [pay(80, 300)], 0, 0],
  ])('%s', (_, paid, days, interest) => {
    expect(settledUntil(addDays(drawnOn, 80), drawnOn, dues, paid, null)).toEqual({
      until: addDays(drawnOn, days),
      interestPaid: yuan(interest),
    });
  });
  test('a loan paid off early is settled to its last day', () => {
    const off = addDays(drawnOn, 40);
    expect(settledUntil(addDays(drawnOn, 80), drawnOn, dues, [pay(40, 133)], off).until).toBe(off);
  });
});

describe('the money is the identity', () => {
  const loan = (id: string, drawn: string, renews: string | null = null) => ({
    id,
    drawnOn: day(drawn),
    renews,
  });
  const chain = [loan('a', '2025-01-05'), loan('b', '2026-01-05', 'a'), loan('c', '2026-09-01', 'b')];
  test('a renewal of a renewal has the first drawdown of the first', () => {
    expect(moneyOf(chain[2] ?? loan('x', '2020-01-01'), chain)).toEqual({
      rootId: 'a',
      since: '2025-01-05',
      through: ['b', 'a'],
    });
  });
  test('money from a bank elsewhere is as old as it was stated to be', () => {
    const from = { ...loan('d', '2026-02-01'), statedSince: day('2025-06-01') };
    expect(moneyOf(from, [from])).toEqual({ rootId: 'd', since: '2025-06-01', through: [] });
    const on = loan('e', '2026-10-01', 'd');
    expect(moneyOf(on, [from, on]).since).toBe('2025-06-01');
  });
  test('a circle is a fault', () => {
    const circle = [loan('a', '2025-01-05', 'b'), loan('b', '2026-01-05', 'a')];
    expect(() => moneyOf(circle[0] ?? loan('x', '2020-01-01'), circle)).toThrow('circle');
  });
});

describe('one loan, one central scheme', () => {
  const scheme = (code: string, level: 'central' | 'local', points: number) => ({
    code,
    level,
    points: percent(points),
  });
  const all = [
    scheme('z-central', 'central', 1),
    scheme('a-central', 'central', 2),
    scheme('local', 'local', 1),
  ];
  const codes = (paying: string | null) =>
    chooseSchemes(all, paying).map(({ scheme: s, otherPoints }) => [s.code, otherPoints]);
  test('the one that pays already stays', () => {
    expect(codes('z-central')).toEqual([
      ['local', 0],
      ['z-central', 10_000],
    ]);
  });
  test('without one the first is taken', () => {
    expect(codes(null)).toEqual([
      ['local', 0],
      ['a-central', 10_000],
    ]);
  });
  test('a central scheme that is no longer in question bars the others', () => {
    expect(codes('gone')).toEqual([['local', 0]]);
  });
});

test('what comes back divides over the payers to the fen, none above its due', () => {
  const owed = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }).map(fen), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(owed, fc.bigInt({ min: 0n, max: 5n * 10n ** 9n }).map(fen), (dues, amount) => {
      const whole = plus(zeroFen, ...dues);
      const parts = divideReturn(
        amount,
        dues.map((due, i) => ({ payer: String(i), amount: due })),
      );
      expect(plus(zeroFen, ...parts.map((part) => part.amount))).toBe(amount < whole ? amount : whole);
      expect(parts.every((part, i) => part.amount >= 0n && part.amount <= (dues[i] ?? 0n))).toBe(true);
    }),
  );
});
