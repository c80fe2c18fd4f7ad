import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fen, fen, minus, plus, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { type BorneLoss, owedAfter, poolPartOf, splitCameBack } from './came-back.ts';

test('80,000 came back on 100,000 of which the pool bears 40,000: it owes 8,000', () => {
  const borne = { loss: yuan(100_000), determined: yuan(40_000) };
  expect(poolPartOf(yuan(80_000), borne)).toBe(yuan(32_000));
  expect(owedAfter(yuan(80_000), borne)).toBe(yuan(8_000));
});

const aLoss = fc
  .record({
    loss: fc.bigInt({ min: 1n, max: 10n ** 11n }),
    pool: fc.integer({ min: 0, max: 1_000_000 }),
    guarantor: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ loss, pool, guarantor }) => {
    const determined = shareOf(fen(loss), ppm(pool));
    const other = shareOf(minus(fen(loss), determined), ppm(guarantor));
    return { loss: fen(loss), determined, other };
  });
const parts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 6 });

/** Recoveries of a loss that together are at most the whole of it. */
const recoveriesOf = (loss: Fen, weights: readonly number[]): Fen[] => {
  const sum = BigInt(weights.reduce((a, b) => a + b, 0));
  return weights.map((weight) => fen((loss * BigInt(weight)) / sum));
};

test('each recovery is split to the fen, and nobody gets back more than it bears', () => {
  fc.assert(
    fc.property(aLoss, parts, ({ loss, determined, other }, weights) => {
      const got = new Map<string, Fen>();
      let before: Fen = zeroFen;
      for (const net of recoveriesOf(loss, weights)) {
        const others = [{ payer: 'guarantor', paid: other, returned: got.get('guarantor') ?? zeroFen }];
        const split = splitCameBack(net, before, { loss, determined, pool: 'pool', others });
        expect(plus(zeroFen, ...split.map(({ amount }) => amount))).toBe(net);
        expect(split.every(({ amount }) => amount >= 0n)).toBe(true);
        for (const { payer, amount } of split) got.set(payer, plus(got.get(payer) ?? zeroFen, amount));
        before = plus(before, net);
      }
      expect(got.get('pool') ?? zeroFen).toBe(poolPartOf(before, { loss, determined }));
      expect((got.get('pool') ?? zeroFen) <= determined).toBe(true);
      expect((got.get('guarantor') ?? zeroFen) <= other).toBe(true);
      const undone = splitCameBack(fen(-before), before, { loss, determined, pool: 'pool', others: [] });
      expect(undone.find(({ payer }) => payer === 'pool')?.amount ?? 0n).toBe(-(got.get('pool') ?? 0n));
    }),
  );
});

type Step =
  | { readonly kind: 'recovery'; readonly net: Fen }
  | { readonly kind: 'payment'; readonly room: Fen };

/** The pool's books on one claim as recoveries and payments come in some order: what it is out, and what it paid at most. */
function replayed(borne: BorneLoss, steps: readonly Step[]) {
  let [out, back]: [Fen, Fen] = [zeroFen, zeroFen];
  let most: Fen = zeroFen;
  for (const step of steps) {
    if (step.kind === 'recovery') back = plus(back, step.net);
    const owed = owedAfter(back, borne);
    if (out > owed)
      out = owed; // posted back
    else if (step.kind === 'payment')
      out = plus(out, step.room < minus(owed, out) ? step.room : minus(owed, out));
    most = out > most ? out : most;
    expect(out <= minus(borne.loss, back)).toBe(true);
  }
  return { out, most };
}

test('any order of recoveries and payments, whole or in parts, ends with the same, never above what is lost', () => {
  const order = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(aLoss, parts, order, fc.integer({ min: 1, max: 1_000_000 }), (borne, weights, keys, part) => {
      const recoveries = recoveriesOf(borne.loss, [...weights, 7]).slice(0, weights.length);
      const steps: Step[] = [
        ...recoveries.map((net): Step => ({ kind: 'recovery', net })),
        { kind: 'payment', room: shareOf(borne.determined, ppm(part)) },
      ];
      const shuffled = steps
        .map((step, at) => ({ step, key: keys[at] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ step }) => step);
      const last: Step = { kind: 'payment', room: borne.determined };
      const expected = owedAfter(plus(zeroFen, ...recoveries), borne);
      expect(replayed(borne, [...steps, last]).out).toBe(expected);
      expect(replayed(borne, [...shuffled, last]).out).toBe(expected);
      expect(replayed(borne, [...shuffled, last]).most <= borne.determined).toBe(true);
    }),
  );
});
