import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, addMonths, day, daysBetween } from '~/domain/kernel/day.ts';
import { wan, yuan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { adjusted, dueDatesOf, holidayRules } from '~/domain/product/due-dates.ts';
import { repaymentMethods, scheduleOf } from '~/domain/product/schedule.ts';

describe('a due date that is no working day', () => {
  it.each([
    ['2024-10-01', 'following', '2024-10-08'], // National Day, 1–7 October
    ['2024-10-01', 'preceding', '2024-09-30'],
    ['2024-10-01', 'modified-following', '2024-10-08'],
    ['2024-06-30', 'following', '2024-07-01'], // a Sunday at the end of a month
    ['2024-06-30', 'modified-following', '2024-06-28'],
    ['2024-02-10', 'following', '2024-02-18'], // Spring Festival; Sunday 18 February is a make-up workday
    ['2024-09-14', 'following', '2024-09-14'], // a Saturday that is a make-up workday
    ['2024-10-01', undefined, '2024-10-01'],
  ] as const)('%s, %s, is %s', (on, rule, due) => {
    expect(adjusted(day(on), rule)).toBe(due);
  });
});

describe('the due dates of a contract', () => {
  it('with interest by quarters on the 20th are those of the ends of quarters, and the maturity', () => {
    const span = { startOn: day('2024-01-15'), termMonths: 12, step: 3 };
    expect(dueDatesOf(span, { dueDay: 20 })).toEqual([
      '2024-01-15',
      '2024-03-20',
      '2024-06-20',
      '2024-09-20',
      '2024-12-20',
      '2025-01-15',
    ]);
    expect(dueDatesOf(span, { dueDay: 20, holiday: 'following' }).at(-1)).toBe('2025-01-15');
  });

  it('by months on the 20th start with the first after the drawdown', () => {
    const span = { startOn: day('2024-01-25'), termMonths: 3, step: 1 };
    expect(dueDatesOf(span, { dueDay: 20 })).toEqual([
      '2024-01-25',
      '2024-02-20',
      '2024-03-20',
      '2024-04-20',
      '2024-04-25',
    ]);
  });

  it('are moved on a leap day as well: 29 February 2020 was a Saturday', () => {
    const span = { startOn: day('2020-01-29'), termMonths: 2, step: 1 };
    expect(dueDatesOf(span, { holiday: 'following' })).toEqual(['2020-01-29', '2020-03-02', '2020-03-30']);
  });
});

it('interest by quarters on the 20th, to the fen: 1,000,000 yuan at 3.65 % for a year on actual/360', () => {
  const rows = scheduleOf({
    ...{ principal: yuan(1_000_000), rate: percent('3.65'), method: 'bullet-quarterly', termMonths: 12 },
    ...{ disbursedOn: day('2024-01-15'), dayCount: 'actual360', dueDay: 20 },
  });
  // 65, 92, 92, 91 and 26 days of 101.3888… yuan
  expect(rows.map(({ interest }) => interest)).toEqual([659_028n, 932_778n, 932_778n, 922_639n, 263_611n]);
  expect(rows.map(({ principal }) => principal)).toEqual([0n, 0n, 0n, 0n, yuan(1_000_000)]);
});

it('on random contracts due dates are working days in order, principal adds up and every day bears interest once', () => {
  const contracts = fc.record({
    offset: fc.nat({ max: 2_500 }),
    termMonths: fc.integer({ min: 1, max: 36 }),
    method: fc.constantFrom(...repaymentMethods),
    dayCount: fc.constantFrom(...dayCounts),
    dueDay: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
    holiday: fc.constantFrom(...holidayRules),
  });
  fc.assert(
    fc.property(contracts, ({ offset, ...terms }) => {
      const disbursedOn = addDays(day('2018-01-02'), offset);
      const rows = scheduleOf({ ...terms, principal: wan(10), rate: percent('4'), disbursedOn });
      const days = [disbursedOn, ...rows.map(({ dueOn }) => dueOn)];
      expect(days.every((on, i) => i === 0 || on > (days[i - 1] ?? ''))).toBe(true);
      expect(rows.every(({ dueOn }) => isWorkingDay(dueOn) || dueOn === days.at(-1))).toBe(true);
      expect(rows.reduce((sum, { principal }) => sum + principal, 0n)).toBe(wan(10));
      const maturity = addMonths(disbursedOn, terms.termMonths);
      expect(Math.abs(daysBetween(maturity, days.at(-1) ?? maturity))).toBeLessThanOrEqual(12);
    }),
  );
});
