import { describe, expect, it } from 'vitest';
import { feeOf, openDemand } from '~/domain/guarantee/fee.ts';
import { day } from '~/domain/kernel/day.ts';
import { yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';

describe('the fee of a cover', () => {
  it.each([
    ['2026-01-01', '2027-01-01', 640_000n],
    ['2026-01-01', '2026-07-02', 319_123n], // 182 of 365 days: 3,191.2328…
    ['2024-01-01', '2025-01-01', 641_753n], // a leap year has 366 days: 6,417.5342…
  ] as const)('is 0.8 %% a year on 800,000 from %s to %s', (from, to, expected) => {
    expect(feeOf(yuan(800_000), percent('0.8'), day(from), day(to))).toBe(expected);
  });

  it('is nothing for no days', () => {
    expect(feeOf(yuan(800_000), percent('0.8'), day('2026-02-01'), day('2026-01-01'))).toBe(zeroFen);
  });
});

describe('a demand', () => {
  const events = (...kinds: string[]) => kinds.map((kind) => ({ kind }));
  it('is open until it is paid or declined', () => {
    expect(openDemand(events('requested', 'accepted'))).toBeNull();
    expect(openDemand(events('accepted', 'demanded', 'fee'))).toEqual({ kind: 'demanded' });
    expect(openDemand(events('demanded', 'paid'))).toBeNull();
    expect(openDemand(events('demanded', 'declined'))).toBeNull();
    expect(openDemand(events('demanded', 'declined', 'demanded'))).toEqual({ kind: 'demanded' });
  });
});
