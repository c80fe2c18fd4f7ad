import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day } from '~/domain/kernel/day.ts';
import {
  countReports,
  isReportOpen,
  mayAskAgain,
  objectionDue,
  recordStanding,
  refusalHolds,
} from './person-rights.ts';

const today = day('2026-11-23');
const duties = { freeReportsPerYear: 2, reportOpenMinutes: 20, objectionDays: 20, refusalHoldsMonths: 6 };

describe('reports on oneself', () => {
  test.each([
    [[], 0, null],
    [['2026-01-01'], 1, null],
    [['2026-03-01', '2026-03-01'], 2, '2027-01-01'],
    [['2025-12-31', '2025-06-01', '2026-11-23'], 1, null],
    [['2026-01-01', '2026-05-05', '2026-11-23'], 3, '2027-01-01'],
  ])('%j: %i used, the next free one %s', (opened, used, nextFreeOn) => {
    expect(countReports(opened as Day[], today, duties)).toEqual({ used, free: 2, nextFreeOn });
  });

  test('stay open for their minutes', () => {
    const at = new Date('2026-11-23T02:00:00Z');
    const after = (minutes: number) => isReportOpen(at, new Date(at.getTime() + minutes * 60_000), duties);
    expect([after(-1), after(0), after(19), after(20)]).toEqual([false, true, true, false]);
  });
});

describe('a refusal', () => {
  const refused = {
    name: '林晓 禾',
    institutionId: 'a',
    purpose: 'pre-loan',
    holdsUntil: refusalHolds(today, duties),
  };
  const asks = (more: object, on = today) =>
    mayAskAgain([refused], { name: '林晓禾', institutionId: 'a', purpose: 'pre-loan', ...more }, on);
  test('keeps the same bank from asking the same person for the same purpose, until its last day is over', () => {
    expect(refused.holdsUntil).toBe('2027-05-23');
    expect(asks({})).toMatchObject({ refusal: { code: 'privacy.person-refused', until: '2027-05-23' } });
    expect(asks({}, day('2027-05-23')).ok).toBe(false);
    expect(asks({}, day('2027-05-24')).ok).toBe(true);
  });
  test.each([{ name: '林晓' }, { institutionId: 'b' }, { purpose: 'renewal' }])(
    'says nothing about %j',
    (other) => {
      expect(asks(other).ok).toBe(true);
    },
  );
});

test('an objection is answered in calendar days, whatever the hour', () => {
  expect(objectionDue(new Date('2026-11-23T15:59:00Z'), duties)).toBe('2026-12-13');
  expect(objectionDue(new Date('2026-11-23T16:00:00Z'), duties)).toBe('2026-12-14');
});

test('what objections do to a record does not hang on their order, and an upheld one is final', () => {
  const verdict = fc.constantFrom('upheld' as const, 'refused' as const, null);
  fc.assert(
    fc.property(fc.array(verdict, { maxLength: 6 }), fc.nat(), (verdicts, turn) => {
      const standing = recordStanding(verdicts);
      const at = verdicts.length ? turn % verdicts.length : 0;
      expect(recordStanding([...verdicts.slice(at), ...verdicts.slice(0, at)])).toBe(standing);
      expect(standing === 'struck').toBe(verdicts.includes('upheld'));
      expect(recordStanding([...verdicts, 'upheld'])).toBe('struck');
    }),
  );
  expect(recordStanding(['refused', null])).toBe('suspended');
});
