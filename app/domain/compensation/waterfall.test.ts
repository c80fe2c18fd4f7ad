import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { claimMode, eligibleLoss, payerKinds, waterfall } from './waterfall.ts';

test('guarantor 80 %, pool 40 %, insurer 20 % of a million pay a million, not 1.4 million', () => {
  const { payments, left } = waterfall(wan(100), [
    { payer: 'pool', share: percent(40), most: null },
    { payer: 'guarantor', share: percent(80), most: null },
    { payer: 'insurer', share: percent(20), most: null },
  ]);
  expect(payments.map(({ payer, amount }) => [payer, amount])).toEqual([
    ['guarantor', wan(80)],
    ['insurer', wan(20)],
    ['pool', zeroFen],
  ]);
  expect(left).toBe(zeroFen);
});

test('a limit passes the rest to the next payer', () => {
  const { payments, left } = waterfall(wan(100), [
    { payer: 'guarantor', share: percent(80), most: wan(10) },
    { payer: 'pool', share: percent(40), most: null },
  ]);
  expect(payments.map((p) => p.amount)).toEqual([wan(10), wan(40)]);
  expect(left).toBe(wan(50));
});

test('payers together never pay more than the loss, nobody more than its share or below zero', () => {
  const amount = fc.bigInt({ min: -(10n ** 6n), max: 10n ** 12n }).map(fen);
  const payer = fc.record({
    payer: fc.constantFrom(...payerKinds),
    share: fc.nat(1_000_000).map(ppm),
    most: fc.option(amount),
  });
  fc.assert(
    fc.property(amount, fc.array(payer, { maxLength: 6 }), (loss, payers) => {
      const { payments, left } = waterfall(loss, payers);
      const sum = plus(zeroFen, ...payments.map((p) => p.amount));
      const real = loss < 0n ? zeroFen : loss;
      expect(sum + left).toBe(real);
      expect(payments.every((p) => p.amount >= 0n && p.amount <= p.asked)).toBe(true);
    }),
  );
});

test('a guaranteed loan is claimed by its guarantor alone', () => {
  expect(claimMode(['guaranteed', 'key-list'])).toBe('guarantor');
  expect(claimMode(['key-list'])).toBe('bank');
  expect(eligibleLoss(wan(10), wan(12))).toBe(zeroFen);
});
