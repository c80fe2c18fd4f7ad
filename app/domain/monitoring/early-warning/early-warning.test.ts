import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { arrearsAt } from '~/domain/loan/arrears-chain.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import { precisionAt } from './alert-rate.ts';
import { earlyWarningFeatures, type WatchedHistory } from './history.ts';
import { inferServicing } from './inferred-servicing.ts';
import { isLostSoon, type PanelLoan, panelFrame, rowsBetween } from './loan-panel.ts';
import { type Life, lossHistory } from './loss-history.ts';

describe('features of the early-warning score', () => {
  const names = { figures: ['employees'], counts: ['judgments'] };
  const asOf = day('2020-01-31');
  const tax = (on: string, amount: number) => ({
    endedOn: day(on),
    category: 'vat',
    isLateFee: false,
    amount,
  });
  const history: WatchedHistory = {
    taxes: [tax('2018-10-31', 600), tax('2018-12-31', 400), tax('2019-12-31', 250)],
    news: [
      { publishedOn: day('2020-01-01'), tone: 'negative' },
      { publishedOn: day('2019-01-01'), tone: 'positive' },
    ],
    reports: [
      { year: 2017, figures: { employees: 9 } },
      { year: 2018, figures: { employees: 4 } },
    ],
    counts: { judgments: 3 },
  };

  test('a fall of tax against a year ago, the share of bad news, the change of staff', () => {
    expect(earlyWarningFeatures(history, names, asOf)).toMatchObject({
      'tax.total': 1250,
      'tax.fall': -750,
      'news.negative-share': 500,
      'news.negative-age': 30,
      'report.employees': 4,
      'report.employees-change': -5,
      'report.latest': 2018,
      'count.judgments': 3,
    });
  });

  test('what is not known is null and never nought, under the same names', () => {
    const unknown = earlyWarningFeatures({ taxes: [], news: [], reports: [], counts: {} }, names, asOf);
    expect(Object.keys(unknown)).toEqual(Object.keys(earlyWarningFeatures(history, names, asOf)));
    expect(new Set(Object.values(unknown))).toEqual(new Set([null]));
  });

  test('the order of the records does not matter', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...history.taxes], { minLength: 3 }),
        fc.shuffledSubarray([...history.reports], { minLength: 2 }),
        (taxes, reports) => {
          const again = earlyWarningFeatures({ ...history, taxes, reports }, names, asOf);
          expect(again).toEqual(earlyWarningFeatures(history, names, asOf));
        },
      ),
    );
  });
});

describe('precision at an alert rate', () => {
  test('of the riskiest fifth, how many were bad', () => {
    const risk = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
    expect(precisionAt(risk, [1, 0, 1, 0, 0, 0, 0, 0, 0, 0], 200_000)).toBe(0.5);
    expect(precisionAt([], [], 50_000)).toBeNull();
  });

  test('rows that are level at the edge count by their share, whatever their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.nat(1)), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (rows, rate) => {
          const of = (list: typeof rows) =>
            precisionAt(
              list.map(([r]) => r),
              list.map(([, b]) => b),
              rate,
            ) as number;
          expect(of([...rows].reverse())).toBeCloseTo(of(rows), 12);
          expect(of(rows)).toBeLessThanOrEqual(1);
          const all = rows.reduce((n, [, b]) => n + b, 0) / rows.length;
          expect(
            precisionAt(
              rows.map(([r]) => r),
              rows.map(([, b]) => b),
              1_000_000,
            ),
          ).toBeCloseTo(all, 12);
        },
      ),
    );
  });
});

describe('servicing that agrees with a charge-off', () => {
  const loan = fc.record({
    number: fc.constant('1'),
    drawnOn: fc.integer({ min: 0, max: 300 }).map((n) => addMonths(day('1990-01-31'), n)),
    drawn: fc.integer({ min: 100_00, max: 5_000_000_00 }).map(fen),
    termMonths: fc.integer({ min: 1, max: 240 }),
    served: fc.integer({ min: 1, max: 200 }),
    lostPpm: fc.integer({ min: 1, max: 1_200_000 }),
  });

  test('repays what was not charged off and then stops: overdue on the day of the charge-off', () => {
    fc.assert(
      fc.property(loan, ({ served, lostPpm, ...terms }) => {
        const chargedOff = fen((terms.drawn * BigInt(lostPpm)) / 1_000_000n);
        const chargedOffOn = addMonths(terms.drawnOn, served);
        const servicing = inferServicing({ ...terms, chargedOff, chargedOffOn, isRevolving: false });
        if (!servicing) return;
        const { outstanding, arrears } = replayLoan(servicing.contract, servicing.events, chargedOffOn);
        const share = terms.drawn / BigInt(terms.termMonths) + BigInt(terms.termMonths);
        const expected = chargedOff > terms.drawn ? terms.drawn : chargedOff;
        expect(outstanding >= expected - share && outstanding <= expected + share + share).toBe(true);
        if (servicing.paid < Math.min(served, terms.termMonths) - 1)
          expect(arrearsAt(arrears, chargedOffOn)?.dpd).toBeGreaterThan(0);
      }),
    );
  });

  test('a revolving loan, one still running, and one that paid too long tell nothing', () => {
    const base = {
      number: '1',
      drawnOn: day('2005-01-31'),
      drawn: fen(84_000_00),
      termMonths: 84,
      chargedOffOn: day('2007-01-31'),
      chargedOff: fen(60_000_00),
      isRevolving: false,
    };
    expect(inferServicing({ ...base, isRevolving: true })).toBeNull();
    expect(inferServicing({ ...base, chargedOffOn: null })).toBeNull();
    expect(inferServicing(base)).toBeNull();
    expect(inferServicing({ ...base, chargedOff: fen(72_000_00) })?.paid).toBe(12);
  });
});

describe('what a group lost so far', () => {
  const life = fc.record({
    group: fc.constantFrom('a', 'b'),
    from: fc.integer({ min: 24_000, max: 24_060 }),
    lasts: fc.integer({ min: 1, max: 60 }),
    isLost: fc.boolean(),
  });
  const lives = fc
    .array(life, { minLength: 1, maxLength: 30 })
    .map((list) => list.map(({ lasts, ...rest }): Life => ({ ...rest, until: rest.from + lasts })));

  /** Counted one by one, as the comment says it. */
  function counted(all: readonly Life[], group: string, at: number): number {
    const ratesOf = (list: readonly Life[]) => {
      let [months, lost] = [0, 0];
      for (let m = at - 24; m < at; m++) {
        months += list.filter((l) => l.from <= m && l.until > m).length;
        lost += list.filter((l) => l.isLost && l.until === m).length;
      }
      return { years: months / 12, lost };
    };
    const whole = ratesOf(all);
    const own = ratesOf(all.filter((l) => l.group === group));
    const overall = whole.lost / Math.max(1, whole.years);
    return Math.round(((own.lost + 50 * overall) / (own.years + 50)) * 1_000_000);
  }

  test('equals a count month by month, for groups that exist and one that does not', () => {
    fc.assert(
      fc.property(
        lives,
        fc.integer({ min: 23_990, max: 24_150 }),
        fc.constantFrom('a', 'b', 'none'),
        (all, at, group) => {
          expect(lossHistory(all)(group, at)).toBe(counted(all, group, at));
        },
      ),
    );
  });

  test('does not know what happens from the month on', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 24_000, max: 24_120 }), (all, at) => {
        const blind = all.map((l) => (l.until >= at ? { ...l, isLost: false } : l));
        expect(lossHistory(all)('a', at)).toBe(lossHistory(blind)('a', at));
      }),
    );
  });
});

test('a row of the panel is a live loan, and bad when it is lost within a year', () => {
  const loan = (number: string, from: number, until: number, isLost: boolean): PanelLoan => ({
    number,
    from,
    until,
    isLost,
    facts: { amount: 100 },
    groups: { bank: 'x' },
  });
  const loans = [loan('1', 100, 110, true), loan('2', 100, 130, true), loan('3', 105, 140, false)];
  const rows = rowsBetween(loans, 104, 112, 4);
  expect(rows.map(({ loan: { number }, at }) => `${number}@${at}`)).toEqual([
    '1@104',
    '2@104',
    '1@108',
    '2@108',
    '3@108',
    '2@112',
    '3@112',
  ]);
  expect(rows.map(isLostSoon)).toEqual([true, false, true, false, false, false, false]);
  const frame = panelFrame(rows, loans);
  expect(frame.columns.map(({ name }) => name)).toEqual(['age', 'amount', 'losses.bank']);
  expect([...frame.bad]).toEqual([1, 0, 1, 0, 0, 0, 0]);
});
