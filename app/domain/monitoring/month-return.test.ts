import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addMonths, day } from '~/domain/kernel/day.ts';
import {
  mergeSmall,
  type ReturnLine,
  returnDueOn,
  returnStatus,
  spanOfMonth,
  sumFigures,
} from './month-return.ts';

const rule = { dayOfMonth: 8, onHoliday: 'next-working-day' } as const;

describe('by when a return is filed', () => {
  test.each([
    ['2026-09', '2026-10-08'], // the first day after the National Day holidays
    ['2026-10', '2026-11-09'], // the 8th is a Sunday
    ['2026-11', '2026-12-08'],
    ['2026-01', '2026-02-09'], // a Sunday again
    ['2025-12', '2026-01-08'],
  ])('%s: %s', (month, due) => {
    expect(returnDueOn(month, rule)).toBe(due);
  });

  test('without the rule for holidays the 8th stays', () => {
    expect(returnDueOn('2026-10', { ...rule, onHoliday: 'same-day' })).toBe('2026-11-08');
  });

  test('property: a working day of the month after, never before the day named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 35 }), fc.integer({ min: 1, max: 28 }), (n, dayOfMonth) => {
        const month = addMonths(day('2024-01-01'), n).slice(0, 7);
        const due = returnDueOn(month, { ...rule, dayOfMonth });
        expect(isWorkingDay(due)).toBe(true);
        expect(due > spanOfMonth(month).through).toBe(true);
        expect(Number(due.slice(8)) >= dayOfMonth || due.slice(0, 7) > month).toBe(true);
      }),
    );
  });

  test.each([
    [null, '2026-11-09', 'due'],
    [null, '2026-11-10', 'late'],
    ['2026-11-09', '2026-12-01', 'filed'],
    ['2026-11-10', '2026-12-01', 'filed-late'],
  ] as const)('filed on %s, seen on %s: %s', (filed, today, status) => {
    expect(returnStatus(day('2026-11-09'), filed && day(filed), day(today))).toBe(status);
  });
});

const line = fc
  .record({
    firms: fc.integer({ min: 0, max: 12 }),
    loans: fc.integer({ min: 0, max: 40 }),
    balance: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    red: fc.integer({ min: 0, max: 9 }),
    cured: fc.integer({ min: 0, max: 9 }),
    loss: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ firms, loans, balance, red, cured, loss }) => ({
    ...sumFigures([]),
    ...{ firms, loans, balanceFen: balance.toString() },
    raised: { yellow: 0, orange: 1, red },
    closed: { confirmed: 0, explained: 0, cured, 'false-alarm': 0 },
    tiers: { normal: firms, 'special-mention': 0, substandard: 0, doubtful: 0, loss },
  }));
const lines = fc
  .array(line, { maxLength: 12 })
  .map((all): ReturnLine[] =>
    all.map((each, i) => ({ ...each, code: `64${String(i).padStart(2, '0')}00`, name: `${i}` })),
  );

test('property: small places are told together, nothing is lost, and no line but a single one is too small', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const merged = mergeSmall(all, 'rest');
      expect(sumFigures(merged)).toEqual(sumFigures(all));
      if (merged.length > 1) for (const each of merged) expect(each.firms).toBeGreaterThanOrEqual(5);
      for (const each of merged) if (each.code) expect(all).toContainEqual(each);
      expect(mergeSmall(all.toReversed(), 'rest')).toEqual(merged);
    }),
  );
});
