import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { type LoanHistory, loanOutcome } from './loan-outcome.ts';

const rule = { performanceMonths: 12, badFromDays: 90, indeterminateFromDays: 30 };
const grantedOn = day('2025-01-31');
const loan = (more: Partial<LoanHistory> = {}): LoanHistory => ({
  grantedOn,
  pastDue: [],
  lossOn: null,
  settledOn: null,
  ...more,
});
const late = (on: string, days: number) => ({ pastDue: [{ on: day(on), days }] });

test.each([
  ['paid on time for a year', loan(), '2026-01-31', 'good'],
  ['not a year old', loan(), '2026-01-30', 'too-young'],
  ['settled early', loan({ settledOn: day('2025-06-30') }), '2025-07-01', 'good'],
  ['29 days late', loan(late('2025-08-01', 29)), '2026-06-01', 'good'],
  ['30 days late', loan(late('2025-08-01', 30)), '2026-06-01', 'indeterminate'],
  ['89 days late', loan(late('2025-08-01', 89)), '2026-06-01', 'indeterminate'],
  ['90 days late', loan(late('2025-08-01', 90)), '2025-08-01', 'bad'],
  ['90 days late on the last day of the year', loan(late('2026-01-31', 90)), '2026-06-01', 'bad'],
  ['90 days late only after the year', loan(late('2026-02-01', 90)), '2026-06-01', 'good'],
  ['lost within the year', loan({ lossOn: day('2025-12-01') }), '2026-06-01', 'bad'],
  ['lost after the year', loan({ lossOn: day('2026-03-01') }), '2026-06-01', 'good'],
  ['late but still running', loan(late('2025-08-01', 45)), '2025-09-01', 'too-young'],
] as const)('%s', (_, history, today, outcome) => {
  expect(loanOutcome(history, day(today), rule)).toBe(outcome);
});

test('what happens after today is not known today, and bad stays bad', () => {
  const dues = fc.array(fc.tuple(fc.nat(500), fc.nat(150)), { maxLength: 8 });
  fc.assert(
    fc.property(dues, fc.nat(500), fc.nat(200), (pairs, after, more) => {
      const pastDue = pairs.map(([on, days]) => ({ on: addDays(grantedOn, on), days }));
      const today = addDays(grantedOn, after);
      const seen = pastDue.filter(({ on }) => on <= today);
      const outcome = loanOutcome(loan({ pastDue }), today, rule);
      expect(outcome).toBe(loanOutcome(loan({ pastDue: seen }), today, rule));
      if (outcome === 'bad') expect(loanOutcome(loan({ pastDue }), addDays(today, more), rule)).toBe('bad');
    }),
  );
});
