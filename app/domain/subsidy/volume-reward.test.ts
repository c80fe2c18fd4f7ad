import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { volumeRewardOf } from './volume-reward.ts';

const hubei = { volumeRewardPpm: 10_000, funding: [{ payer: 'treasury', sharePpm: 1_000_000 }] };

test('1 % of new lending of 20 万 and 15 万: 3,500 yuan', () => {
  expect(volumeRewardOf(hubei, [wan(20), wan(15)])).toEqual({
    volume: wan(35),
    amount: fen(350_000),
    funding: [{ payer: 'treasury', amount: fen(350_000) }],
  });
});

test('a loan that became known later brings only its own part', () => {
  const before = volumeRewardOf(hubei, [wan(20)]).funding;
  expect(volumeRewardOf(hubei, [wan(20), wan(15)], before).amount).toBe(150_000n);
  expect(volumeRewardOf(hubei, [wan(20)], before).amount).toBe(0n);
});

test('a scheme without a reward pays none', () => {
  expect(volumeRewardOf({ funding: hubei.funding }, [wan(20)]).amount).toBe(0n);
});

test('in any steps the payers are asked for what one step asks of them', () => {
  const rules = {
    volumeRewardPpm: 7_777,
    funding: [
      { payer: 'province', sharePpm: 333_333 },
      { payer: 'city', sharePpm: 666_667 },
    ],
  };
  const principals = fc.array(
    fc.bigInt({ min: 0n, max: 10n ** 11n }).map((n) => fen(n)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(principals, fc.nat(6), (all, cut) => {
      const first = volumeRewardOf(rules, all.slice(0, cut)).funding;
      const rest = volumeRewardOf(rules, all, first).funding;
      const whole = volumeRewardOf(rules, all);
      const sum = whole.funding.map(({ payer }) => ({
        payer,
        amount: plus(
          zeroFen,
          ...[...first, ...rest].filter((part) => part.payer === payer).map((part) => part.amount),
        ),
      }));
      for (const [i, part] of sum.entries())
        expect(
          part.amount - (whole.funding[i]?.amount ?? 0n) <= 1n &&
            part.amount >= (whole.funding[i]?.amount ?? 0n),
        ).toBe(true);
    }),
  );
});
