import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import policy from '#prisma/seed/policy/guarantee.json' with { type: 'json' };
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen, plus, wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { chainOf, fundFeeOf } from './chain.ts';
import type { GuaranteeRules } from './guarantee-rules.ts';
import { guarantorSubsidyOf } from './guarantor-subsidy.ts';
import { brokenBy, type GuarantorBook, limitsOf, withLiability } from './limits.ts';
import { type CoverContract, owedFor, payersOf } from './payers.ts';

const rules = policy.body as GuaranteeRules;

describe('the chain', () => {
  test('80 % of 5 m: guarantor 40, re-guarantor 20, fund 20, bank 20 per cent', () => {
    expect(insist(chainOf(wan(500), percent(80), rules))).toEqual([
      { party: 'guarantor', share: 400_000, amount: wan(200) },
      { party: 're-guarantor', share: 200_000, amount: wan(100) },
      { party: 'national-fund', share: 200_000, amount: wan(100) },
      { party: 'bank', share: 200_000, amount: wan(100) },
    ]);
  });

  test('a bank that would keep less than a fifth is refused', () => {
    expect(chainOf(wan(500), percent(81), rules)).toEqual({
      ok: false,
      refusal: { code: 'guarantee.bank-share-too-small', field: 'share', minPpm: 200_000 },
    });
  });

  test('whatever the amount and the part, the parties bear the principal to the fen', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 11n }).map(fen);
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 800_000 }), (principal, part) => {
        const shares = insist(chainOf(principal, ppm(part), rules));
        expect(plus(zeroFen, ...shares.map((each) => each.amount))).toBe(principal);
        expect(shares.reduce((sum, each) => sum + each.share, 0)).toBe(1_000_000);
        expect(shares.every((each) => each.amount >= 0n)).toBe(true);
      }),
    );
  });

  test.each([
    ['5 m: 0.3 % of the liability', 500, 100, yuan(3_000)],
    ['above: 0.5 %', 501, 100, yuan(5_000)],
  ])('the fund asks for %s', (_, principal, liability, fee) => {
    expect(fundFeeOf(wan(principal), wan(liability), rules)).toBe(fee);
  });
});

describe('prudential limits', () => {
  const book = (over: Partial<GuarantorBook> = {}): GuarantorBook => ({
    netAssets: wan(10_000),
    outstanding: wan(90_000),
    smeAgri: zeroFen,
    obligor: wan(900),
    obligorGroup: wan(1_400),
    ...over,
  });
  const broken = (of: GuarantorBook) => brokenBy(of, rules).map(({ code }) => code);
  test.each<[string, GuarantorBook, string[]]>([
    ['all within', book(), []],
    ['10 times net assets exactly', book({ outstanding: wan(100_000) }), []],
    ['a fen above 10 times', book({ outstanding: plus(wan(100_000), fen(1)) }), ['leverage']],
    ['15 times where half is for SME', book({ outstanding: wan(150_000), smeAgri: wan(75_000) }), []],
    [
      'a fen above 15 times',
      book({ outstanding: plus(wan(150_000), fen(1)), smeAgri: wan(150_000) }),
      ['leverage'],
    ],
    ['one obligor at 10 %', book({ obligor: wan(1_000) }), []],
    ['one obligor above', book({ obligor: plus(wan(1_000), fen(1)) }), ['one-obligor']],
    ['with affiliates above 15 %', book({ obligorGroup: plus(wan(1_500), fen(1)) }), ['with-affiliates']],
    [
      'without net assets nothing',
      book({ netAssets: zeroFen }),
      ['leverage', 'one-obligor', 'with-affiliates'],
    ],
  ])('%s', (_, of, codes) => expect(broken(of)).toEqual(codes));

  test('a new liability counts for the firm, its group and the whole', () => {
    expect(limitsOf(withLiability(book(), wan(100), true), rules).map(({ used }) => used)).toEqual([
      wan(90_100),
      wan(1_000),
      wan(1_500),
    ]);
  });
});

test('a guarantor is paid for SME volume and for the fee that it forgoes', () => {
  const made = guarantorSubsidyOf(
    [
      { liability: wan(1_000), fee: percent('0.8'), isSmeAgri: true },
      { liability: wan(1_000), fee: percent('2'), isSmeAgri: true },
      { liability: wan(9_000), fee: percent('0.5'), isSmeAgri: false },
    ],
    {
      guarantorSubsidy: {
        volumePpm: 5_000,
        usualFeePpm: 15_000,
        feeGapPartPpm: 500_000,
        payer: 'province',
      },
    },
  );
  expect(made).toEqual({
    volume: wan(2_000),
    forVolume: wan(10),
    forFees: yuan(35_000),
    amount: yuan(135_000),
  });
});

describe('the place in the waterfall', () => {
  const on = day('2026-06-01');
  const contract = (over: Partial<CoverContract> = {}): CoverContract => ({
    id: 'g',
    kind: 'guarantee',
    agreedOn: day('2026-01-01'),
    endsOn: day('2026-12-31'),
    waitingDays: 0,
    shares: [
      { payer: 'guarantor', share: percent(40) },
      { payer: 're-guarantor', share: percent(20) },
      { payer: 'national-fund', share: percent(20) },
    ],
    liability: wan(80),
    paid: zeroFen,
    ...over,
  });
  const insured = contract({
    id: 'i',
    kind: 'insurance',
    waitingDays: 80,
    shares: [{ payer: 'insurer', share: percent(50) }],
    liability: wan(50),
  });

  test('guarantee 80 % and insurance 50 % of one loss: the insurer bears only what is left, after its waiting period', () => {
    const payers = payersOf([insured, contract()], on);
    expect(payers.map(({ payer, share, from }) => [payer, share, from])).toEqual([
      ['guarantor', 400_000, on],
      ['re-guarantor', 200_000, on],
      ['national-fund', 200_000, on],
      ['insurer', 200_000, addDays(on, 80)],
    ]);
    expect(owedFor(wan(100), payers).map(({ amount }) => amount)).toEqual([
      wan(40),
      wan(20),
      wan(20),
      wan(20),
    ]);
  });

  test('a contract that ended, or began later, is not asked', () => {
    expect(
      payersOf([contract({ endsOn: addDays(on, -1) }), contract({ agreedOn: addDays(on, 1) })], on),
    ).toEqual([]);
  });

  test('what was paid before is taken off the liability', () => {
    const [first] = owedFor(wan(100), payersOf([contract({ paid: wan(60) })], on));
    expect(first?.amount).toBe(wan(10));
  });

  test('n contracts × m payers: never above the loss, never above a liability', () => {
    const share = fc.integer({ min: 1, max: 700_000 }).map(ppm);
    const one = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom('guarantee', 'insurance'),
      shares: fc.array(fc.record({ payer: fc.string({ minLength: 1 }), share }), {
        minLength: 1,
        maxLength: 4,
      }),
      liability: fc.bigInt({ min: 0n, max: 10n ** 10n }).map(fen),
    });
    const loss = fc.bigInt({ min: 0n, max: 10n ** 10n }).map(fen);
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (c) => c.id, maxLength: 5 }), loss, (made, amount) => {
        const contracts = made.map((each) => contract(each as Partial<CoverContract>));
        const payers = payersOf(contracts, on);
        const owed = owedFor(amount, payers);
        const sum = plus(zeroFen, ...owed.map((each) => each.amount));
        expect(sum <= amount).toBe(true);
        expect(payers.reduce((total, each) => total + each.share, 0)).toBeLessThanOrEqual(1_000_000);
        for (const { id, liability } of contracts) {
          const of = owed.filter((each) => each.payer.contractId === id).map((each) => each.amount);
          expect(plus(zeroFen, ...of) <= liability).toBe(true);
        }
      }),
    );
  });
});
