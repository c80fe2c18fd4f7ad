import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { fen, wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { offerCost } from './offer-cost.ts';
import type { OfferTerms } from './proposal.ts';

const terms: OfferTerms = {
  amount: wan(100),
  termMonths: 12,
  rate: percent('3.65'),
  dayCount: 'thirty360',
  method: 'equal-instalment',
  fee: zeroFen,
  guaranteeFee: zeroFen,
  conditions: null,
  validUntil: day('2026-12-31'),
};
const on = day('2026-11-23');

describe('offerCost', () => {
  it('agrees with the published vector of 等额本息 (domain.md §2.9)', () => {
    expect(offerCost(terms, on, zeroFen)).toMatchObject({
      interest: fen(1_988_092),
      net: fen(1_988_092),
      firstPayment: fen(8_499_008),
      apr: 36_500,
    });
  });
  it('adds fees and takes the subsidy off', () => {
    const cost = offerCost({ ...terms, fee: yuan(500), guaranteeFee: yuan(2_000) }, on, yuan(5_000));
    expect(cost.net).toBe(1_988_092n + 50_000n + 200_000n - 500_000n);
    expect(cost.apr).toBeGreaterThan(36_500);
  });
  it('has no rate when the fees eat the loan', () => {
    expect(offerCost({ ...terms, fee: terms.amount }, on, zeroFen).apr).toBeNull();
  });
  it('a fee never makes an offer look cheaper', () => {
    const offer = fc.record({
      method: fc.constantFrom(...repaymentMethods),
      termMonths: fc.integer({ min: 1, max: 36 }),
      rate: fc.integer({ min: 0, max: 150_000 }).map(ppm),
    });
    fc.assert(
      fc.property(offer, fc.integer({ min: 1, max: 100_000 }), (wish, fee) => {
        const plain = offerCost({ ...terms, ...wish }, on, zeroFen);
        const dearer = offerCost({ ...terms, ...wish, fee: yuan(fee) }, on, zeroFen);
        expect(dearer.net - plain.net).toBe(BigInt(fee) * 100n);
        expect(dearer.apr ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(plain.apr ?? 0);
      }),
      { numRuns: 60 },
    );
  });
});
