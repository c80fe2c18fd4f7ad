import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import type { Funding } from '~/domain/policy/subsidy.ts';
import { firstLoanRewardOf, volumeRewardOf } from './volume-reward.ts';

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

const split = [
  { payer: 'province', sharePpm: 333_333 },
  { payer: 'city', sharePpm: 666_667 },
];

test('the reward for first loans takes back exactly what was granted for one that was none', () => {
  const rules = { firstLoanRewardPpm: 5_000, funding: split };
  const granted = firstLoanRewardOf(rules, wan(35));
  expect(granted.amount).toBe(175_000n);
  const taken = firstLoanRewardOf(rules, zeroFen, granted.funding);
  expect(taken.amount).toBe(-175_000n);
  expect(taken.funding.map((part) => part.amount)).toEqual(granted.funding.map((part) => -part.amount));
});

test('through any changes of what counts, each payer stands where one settlement would have put it', () => {
  const volumes = fc.array(
    fc.bigInt({ min: 0n, max: 10n ** 11n }).map((n) => fen(n)),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(volumes, fc.integer({ min: 1, max: 50_000 }), (steps, firstLoanRewardPpm) => {
      const rules = { firstLoanRewardPpm, funding: split };
      const granted: Funding[] = [];
      for (const volume of steps) granted.push(...firstLoanRewardOf(rules, volume, granted).funding);
      const last = firstLoanRewardOf(rules, steps.at(-1) ?? zeroFen);
      for (const { payer, amount } of last.funding)
        expect(plus(zeroFen, ...granted.filter((g) => g.payer === payer).map((g) => g.amount))).toBe(amount);
    }),
  );
});
