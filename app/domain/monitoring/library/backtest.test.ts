import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { zeroFen } from '~/domain/kernel/money.ts';
import type { Signal } from '../signal.ts';
import { backtestLoan, type RememberedFact, type RememberedLoan } from './backtest.ts';
import { aftermathOf, changedLoans, figuresOf, monthsOf, type PastClass } from './backtest-figures.ts';

const signalOf = (months: number): Signal => ({
  code: 'tax-arrears',
  version: 1,
  body: {
    family: 'tax',
    planNos: [14],
    deadlineWorkingDays: { yellow: 10, orange: 5, red: 2 },
    active: true,
    rule: {
      kind: 'lasting',
      items: ['tax.arrears'],
      categories: null,
      quantityIsMonths: false,
      ladder: [
        { severity: 'orange', months },
        { severity: 'red', months: 6 },
      ],
    },
  },
});
const [from, to] = [day('2026-01-01'), day('2026-10-31')];
const days = { from, to, windowDaysOn: () => 90 };

const arrears = (
  knownFrom: string,
  more: Partial<RememberedFact> = {},
  ended: string | null = null,
): RememberedFact => ({
  fact: {
    id: `${knownFrom}${ended ?? ''}` as FactId,
    item: 'tax.arrears',
    occurredOn: day('2026-01-10'),
    precision: 'day',
    endedOn: ended === null ? null : day(ended),
    amount: null,
    quantity: null,
    category: null,
  },
  knownFrom: day(knownFrom),
  knownUntil: null,
  suspended: [],
  ...more,
});

const loanOf = (facts: readonly RememberedFact[], spans?: RememberedLoan['spans']): RememberedLoan => ({
  loanId: 'l',
  enterpriseId: 'e',
  facts,
  spans: spans ?? [{ from: addDays(from, -1), through: null, items: new Set(['tax.arrears']) }],
  arrearsOn: () => ({ dpd: 0, oldestUnpaidOn: null, overduePrincipal: zeroFen, overdueInterest: zeroFen }),
});
const raisedOn = (loan: RememberedLoan, signal = signalOf(0)) =>
  backtestLoan(loan, signal, days).map(({ on, severity }) => [on as string, severity]);

describe('a loan in the past', () => {
  test('is warned of on the day on which the record was known, and again when it grows graver', () => {
    expect(raisedOn(loanOf([arrears('2026-03-05')]))).toEqual([
      ['2026-03-05', 'orange'],
      ['2026-07-10', 'red'],
    ]);
    expect(raisedOn(loanOf([arrears('2026-03-05')]), signalOf(3))).toEqual([
      ['2026-04-10', 'orange'],
      ['2026-07-10', 'red'],
    ]);
  });

  test('what stood before the first day is not new', () => {
    const old = arrears('2025-02-01');
    expect(raisedOn(loanOf([{ ...old, fact: { ...old.fact, occurredOn: day('2025-01-01') } }]))).toEqual([]);
  });

  test('a correction counts from the day on which it was known', () => {
    const wrong = arrears('2026-03-05', { knownUntil: day('2026-05-01') });
    expect(raisedOn(loanOf([wrong]))).toEqual([['2026-03-05', 'orange']]);
    expect(raisedOn(loanOf([arrears('2026-03-05', { knownUntil: day('2026-03-05') })]))).toEqual([]);
  });

  test('nothing is looked at without a consent, nor what it does not open', () => {
    const items = new Set(['tax.arrears']);
    const span = { from: day('2026-05-01'), through: day('2026-06-30'), items };
    expect(raisedOn(loanOf([arrears('2026-03-05')], [span]))).toEqual([['2026-05-01', 'orange']]);
    expect(raisedOn(loanOf([arrears('2026-03-05')], [{ ...span, items: new Set() }]))).toEqual([]);
  });

  test('what is disputed raises nothing, and cures nothing', () => {
    const suspended = [{ from: day('2026-02-01'), until: null }];
    expect(raisedOn(loanOf([arrears('2026-03-05', { suspended })]))).toEqual([]);
    const later = [{ from: day('2026-04-01'), until: day('2026-05-01') }];
    expect(raisedOn(loanOf([arrears('2026-03-05', { suspended: later })]))).toEqual([
      ['2026-03-05', 'orange'],
      ['2026-07-10', 'red'],
    ]);
  });

  test('a signal that is off raises nothing', () => {
    const { body, ...rest } = signalOf(0);
    const off = { ...rest, body: { ...body, active: false, because: 'under-review' } } as Signal;
    expect(raisedOn(loanOf([arrears('2026-03-05')]), off)).toEqual([]);
  });
});

describe('figures', () => {
  const at = (on: string, loanId: string, severity: 'orange' | 'red' = 'orange') => ({
    loanId,
    enterpriseId: `e-${loanId}`,
    on: day(on),
    severity,
  });
  const asked = { from, to, today: day('2026-11-28'), graceMonths: 3 };
  const nothing = { overdue30: [], overdue90: [], worse: [], confirmed: [] };

  test('count months, and the share of those whose months are over', () => {
    const alerts = [at('2026-03-05', 'a'), at('2026-03-20', 'b', 'red'), at('2026-10-01', 'c')];
    const fates = new Map([
      ['a', { ...nothing, overdue30: [day('2026-04-04')], worse: [day('2026-06-06')] }],
      ['c', { ...nothing, overdue30: [day('2026-10-20')] }],
    ]);
    const figures = figuresOf(alerts, (id) => fates.get(id) ?? nothing, asked);
    expect(figures.months.find(({ month }) => month === '2026-03')).toEqual({
      ...{ month: '2026-03', yellow: 0, orange: 1, red: 1 },
    });
    expect(figures.precision).toEqual({
      ...{
        ripe: 2,
        tooRecent: 1,
        overdue30: 1,
        overdue90: 0,
        worse: 0,
        confirmed: 0,
        within: 1,
        leadDays: 30,
      },
    });
    expect(figures).toMatchObject({ alerts: 3, firms: 3 });
  });

  test('tell who is warned of newly, no longer, by both', () => {
    const [old, now] = [
      [at('2026-03-05', 'a'), at('2026-04-01', 'b')],
      [at('2026-02-05', 'b'), at('2026-05-01', 'b', 'red'), at('2026-06-01', 'c')],
    ];
    expect(
      changedLoans(old, now).map(({ loanId, change, firstOn, before, after }) => [
        loanId,
        change,
        firstOn,
        before,
        after,
      ]),
    ).toEqual([
      ['a', 'gone', '2026-03-05', 'orange', null],
      ['b', 'both', '2026-02-05', 'orange', 'red'],
      ['c', 'new', '2026-06-01', null, 'orange'],
    ]);
  });

  test('months run from the first to the last', () => {
    expect(monthsOf('2025-12-31' as Day, '2026-02-01' as Day)).toEqual(['2025-12', '2026-01', '2026-02']);
  });
});

test('what became of a loan: since when it was 30 and 90 days past due, and each step to a worse class', () => {
  const classed = (asOf: string, tier: PastClass['tier'], dpd: number): PastClass => ({
    asOf: day(asOf),
    tier,
    dpd,
  });
  const found = aftermathOf(
    [
      classed('2026-03-31', 'normal', 0),
      classed('2026-04-30', 'special-mention', 30),
      classed('2026-05-31', 'special-mention', 61),
      classed('2026-06-30', 'substandard', 91),
      classed('2026-07-31', 'normal', 0),
    ],
    [day('2026-05-02')],
  );
  expect(found).toEqual({
    overdue30: ['2026-04-30'],
    overdue90: ['2026-06-29'],
    worse: ['2026-04-30', '2026-06-30'],
    confirmed: ['2026-05-02'],
  });
  expect(aftermathOf([classed('2026-03-31', 'doubtful', 0)], []).worse).toEqual(['2026-03-31']);
});
