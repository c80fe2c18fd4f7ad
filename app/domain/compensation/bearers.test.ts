import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CoverContract } from '~/domain/guarantee/payers.ts';
import { day } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus, wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { byKind, coversBear, guarantorLoss, sumOf, withStated } from './bearers.ts';

const agreedOn = day('2026-01-01');
const on = day('2026-10-01');
const endsOn = day('2027-01-01');

const chain: CoverContract = {
  ...{ id: 'g', kind: 'guarantee', agreedOn, endsOn, waitingDays: 0, liability: wan(80), paid: zeroFen },
  shares: [
    { payer: 'guarantor', share: percent(40) },
    { payer: 're-guarantor', share: percent(20) },
    { payer: 'national-fund', share: percent(20) },
  ],
};
const insurance: CoverContract = {
  ...{ id: 'i', kind: 'insurance', agreedOn, endsOn, waitingDays: 80, liability: wan(40), paid: zeroFen },
  shares: [{ payer: 'insurer', share: percent(40) }],
};
const shown = (bearers: ReturnType<typeof coversBear>) => bearers.map(({ payer, amount }) => [payer, amount]);

test('guarantee 80 % and insurance 40 % of a loss of 1 m: the insurer bears the fifth that is left', () => {
  const made = coversBear(wan(100), [insurance, chain], on);
  expect(shown(made)).toEqual([
    ['guarantor', wan(40)],
    ['re-guarantor', wan(20)],
    ['national-fund', wan(20)],
    ['insurer', wan(20)],
  ]);
  expect(byKind(made)).toEqual({ guarantor: wan(80), insurer: wan(20) });
});

test('a contract that paid more than its share bears what it paid, also when it had ended by then', () => {
  const ended = { ...chain, endsOn: day('2026-09-01'), paid: wan(10) };
  expect(shown(coversBear(wan(100), [ended], on))).toEqual([['guarantor', wan(10)]]);
});

test('a bank adds contracts from elsewhere, and cannot make those of the platform smaller', () => {
  const bearers = coversBear(wan(100), [insurance], on);
  expect(byKind(withStated(bearers, { guarantor: wan(30), insurer: zeroFen }))).toEqual({
    guarantor: wan(30),
    insurer: wan(40),
  });
});

test('the guarantor that paid 0.8 m of 1 m keeps 0.4 m; fund and re-guarantor a fifth each, the bank a fifth', () => {
  const made = guarantorLoss(wan(100), { ...chain, paid: wan(80), recovered: zeroFen }, []);
  expect(made.own).toBe(wan(40));
  expect(shown([...made.others])).toEqual([
    ['re-guarantor', wan(20)],
    ['national-fund', wan(20)],
    ['lender', wan(20)],
  ]);
});

test('what it got back since counts for the whole chain', () => {
  const made = guarantorLoss(wan(92), { ...chain, paid: wan(80), recovered: wan(8) }, []);
  expect(made.own).toBe(wan(36));
  expect(made.own + sumOf(made.others)).toBe(wan(92));
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((n) => fen(n));
const share = fc.integer({ min: 1, max: 1_000_000 }).map((n) => ppm(n));
const cover = fc
  .record({
    kind: fc.constantFrom('guarantee' as const, 'insurance' as const),
    shares: fc.array(fc.record({ payer: fc.constantFrom('a', 'b', 'c'), share }), {
      minLength: 1,
      maxLength: 3,
    }),
    liability: amount,
    paid: amount,
    recovered: amount,
    ended: fc.boolean(),
  })
  .map(({ ended, ...rest }) => ({
    ...{ ...rest, id: '', agreedOn, waitingDays: 0 },
    endsOn: ended ? agreedOn : endsOn,
  }));
const covers = fc
  .array(cover, { maxLength: 4 })
  .map((all) => all.map((each, at) => ({ ...each, id: `c${at}` })));

test('n contracts × m payers never bear more than the loss, and each contract at least what it paid of it', () => {
  fc.assert(
    fc.property(amount, covers, (loss: Fen, all) => {
      const made = coversBear(loss, all, on);
      expect(sumOf(made) <= loss).toBe(true);
      expect(made.every((bearer) => bearer.amount > 0n)).toBe(true);
      if (sumOf(made) === loss) return;
      for (const each of all)
        expect(sumOf(made.filter(({ contractId }) => contractId === each.id)) >= each.paid).toBe(true);
    }),
  );
});

test('a guarantor and all others together bear the loss to the fen, and it never claims more than it paid', () => {
  fc.assert(
    fc.property(amount, cover, covers, (loss: Fen, own, rest) => {
      const others = coversBear(loss, rest, on);
      const made = guarantorLoss(loss, { ...own, id: 'own' }, others);
      expect(plus(made.own, sumOf(made.others))).toBe(loss);
      expect(made.own >= 0n && made.own <= own.paid).toBe(true);
    }),
  );
});

test('no cover, nothing borne', () => {
  expect(coversBear(yuan(1), [], on)).toEqual([]);
});
