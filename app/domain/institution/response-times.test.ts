import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '~/domain/institution/working-days.ts';
import { day } from '~/domain/kernel/day.ts';
import { type Answered, leastCases, responseTimes } from './response-times.ts';

const from = day('2026-09-28');
/** Picked up and decided after so many working days; null: let lapse. */
const after = (pickup: number | null, decision: number | null): Answered => ({
  submittedOn: from,
  pickedUpOn: pickup === null ? null : addWorkingDays(from, pickup),
  decidedOn: decision === null ? null : addWorkingDays(from, decision),
  paused: null,
  wasReturned: decision === null,
});

describe('the measured response of a bank', () => {
  it('is the middle case in working days, over the National Day holidays', () => {
    const cases = [after(1, 3), after(1, 4), after(2, 6), after(2, 9), after(0, 10)];
    expect(responseTimes(cases)).toEqual({ cases: 5, pickupDays: 1, decisionDays: 6, returned: 0 });
  });

  it('is not told of fewer than five cases, and leaves out what is still open', () => {
    const open: Answered = { ...after(1, 1), decidedOn: null };
    expect(responseTimes([...Array(4).fill(after(1, 2)), open])).toBeNull();
  });

  it('takes what lapsed for the slowest: a bank that lets most lapse has no decision time', () => {
    const cases = [after(1, 1), after(1, 1), after(null, null), after(1, null), after(null, null)];
    expect(responseTimes(cases)).toEqual({ cases: 5, pickupDays: 1, decisionDays: null, returned: 3 });
  });

  it('does not count the days on which the bank waited for the firm', () => {
    const paused = { from: addWorkingDays(from, 2), to: addWorkingDays(from, 9) };
    const cases = Array(5).fill({ ...after(1, 12), paused });
    expect(responseTimes(cases)).toMatchObject({ pickupDays: 1, decisionDays: 4 });
  });

  it('never gets faster by one more case that lapses', () => {
    const some = fc.array(fc.nat(20), { minLength: leastCases, maxLength: 12 });
    fc.assert(
      fc.property(some, (days) => {
        const cases = days.map((n) => after(0, n));
        const slower = (value: number | null | undefined) => value ?? Number.POSITIVE_INFINITY;
        expect(slower(responseTimes([...cases, after(null, null)])?.decisionDays)).toBeGreaterThanOrEqual(
          slower(responseTimes(cases)?.decisionDays),
        );
      }),
    );
  });
});
