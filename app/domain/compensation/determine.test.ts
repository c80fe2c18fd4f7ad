import fc from 'fast-check';
import { expect, test } from 'vitest';
import guangzhou from '#prisma/seed/policy/schemes/guangzhou-compensation-2025.json' with { type: 'json' };
import leiyang from '#prisma/seed/policy/schemes/leiyang-compensation-2016.json' with { type: 'json' };
import { fen, leastFen, minus, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, shareOf } from '~/domain/kernel/rate.ts';
import type { CompensationRules, LossCause } from '~/domain/policy/compensation-rules.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';
import { determine, type LossFacts } from './determine.ts';

const bySize = guangzhou.body as CompensationRules;
const byCause = leiyang.body as CompensationRules;

const lost = (principalWan: number, over: Partial<LossFacts> = {}): LossFacts => ({
  principal: wan(principalWan),
  flags: [],
  causes: [],
  agreed: null,
  unpaid: wan(principalWan),
  recovered: zeroFen,
  guarantor: zeroFen,
  insurer: zeroFen,
  borrowerCapLeft: null,
  ...over,
});

test.each<[number, LoanFlag[], string]>([
  [300, [], '120000000'],
  [300, ['key-list', 'monetary-tool'], '150000000'],
  [800, ['key-list'], '360000000'],
  [800, ['key-list', 'monetary-tool'], '400000000'],
  [2000, ['key-list', 'monetary-tool'], '800000000'],
])('by size, %d 万元 with %j pays %s fen', (principalWan, flags, pays) => {
  const found = determine(lost(principalWan, { flags }), bySize);
  expect(found).toMatchObject({ ok: true, value: { payable: BigInt(pays) } });
});

test('above the largest band nothing is compensated', () => {
  expect(determine(lost(3100), bySize)).toMatchObject({ ok: true, value: { payable: zeroFen } });
});

const proven = (...causes: LossCause[]) =>
  causes.map((cause) => ({ cause, determinations: ['evasion-determination'] }));

test.each<[string, LossCause[], bigint]>([
  ['market', ['market'], 80n],
  ['the highest proven share', ['market', 'wilful-default'], 90n],
  ['negligence of the bank above all', ['township-recommended', 'wilful-default', 'bank-negligence'], 0n],
])('by cause: %s', (_, causes, percentage) => {
  const found = determine(lost(5, { causes: proven(...causes) }), byCause);
  expect(found).toMatchObject({ ok: true, value: { payable: wan(5 * Number(percentage)) / 100n } });
});

test('wilful default needs its determination; another cause is agreed first', () => {
  const wilful = [{ cause: 'wilful-default', determinations: [] }] as const;
  expect(determine(lost(5, { causes: wilful }), byCause)).toMatchObject({
    refusal: { code: 'compensation.determination-missing' },
  });
  const other = { causes: proven('other') };
  expect(determine(lost(5, other), byCause)).toMatchObject({
    refusal: { code: 'compensation.share-to-agree' },
  });
  expect(determine(lost(5, { ...other, agreed: percent(50) }), byCause)).toMatchObject({
    value: { payable: wan(5) / 2n },
  });
});

test('80 % and 40 % of one loss make no 120 %: the pool bears the 20 % that the guarantor leaves', () => {
  const found = determine(lost(100, { guarantor: wan(80) }), bySize);
  expect(found).toMatchObject({ ok: true, value: { payable: wan(20) } });
});

test('the payers together never pay more than the loss: guarantor and insurer first, the pool of what they leave', () => {
  const amount = fc.bigInt({ min: 0n, max: 3n * 10n ** 9n }).map(fen);
  fc.assert(
    fc.property(amount, amount, amount, amount, (unpaid, recovered, guarantor, insurer) => {
      const found = determine(lost(300, { unpaid, recovered, guarantor, insurer }), bySize);
      if (!found.ok) throw new Error(found.refusal.code);
      const { loss, payable } = found.value;
      const before = leastFen(loss, plus(guarantor, insurer));
      expect(payable).toBe(leastFen(shareOf(loss, percent(40)), minus(loss, before)));
      expect(before + payable <= loss).toBe(true);
    }),
  );
});
