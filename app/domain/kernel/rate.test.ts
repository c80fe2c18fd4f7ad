import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioPpm } from '~/domain/kernel/rate.ts';

describe('ratioPpm', () => {
  it('answers alike for numbers and for big integers, at every size', () => {
    const amount = fc.oneof(fc.nat(1_000), fc.nat(2_000_000_000), fc.maxSafeNat());
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        fc.pre(whole === 0 || (part * 1_000_000) / whole < Number.MAX_SAFE_INTEGER / 2);
        expect(ratioPpm(part, whole)).toBe(ratioPpm(BigInt(part), BigInt(whole)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('rounds a half up', () => {
    expect([ratioPpm(1, 2_000_000), ratioPpm(1, 2_000_001), ratioPpm(5, 0)]).toEqual([1, 0, 0]);
  });
});
