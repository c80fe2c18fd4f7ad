import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { aClaim, aLostLoan, createFund, enrolMore, type Fund } from '#tests/factories/compensation.ts';
import { coverLoan, createHouse, type House } from '#tests/factories/guarantee.ts';
import { yuan, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { confirmSettlement } from '~/server/compensation/confirm-settlement.ts';
import { proposeSettlement } from '~/server/compensation/propose-settlement.ts';
import { recordRecovery } from '~/server/compensation/record-recovery.ts';
import { showEnrolment } from '~/server/compensation/show-enrolment.ts';
import { showGuarantorClaim } from '~/server/compensation/show-guarantor-claim.ts';
import { findClaim, findEnrolment } from '~/server/compensation/store.ts';
import { findYears } from '~/server/compensation/store-pool.ts';
import { submitClaim } from '~/server/compensation/submit-claim.ts';
import { submitGuarantorClaim } from '~/server/compensation/submit-guarantor-claim.ts';
import { withdrawClaim } from '~/server/compensation/turn-claim.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { recordMoney } from '~/server/guarantee/record-money.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
let fund: Fund;
let guarantor: House;
let insurer: House;

beforeAll(async () => {
  fund = await createFund(yuan(500_000));
  for (let i = 0; i < 2; i += 1) await enrolMore(fund.bankA, 5_000_000);
  guarantor = await createHouse('guarantor');
  insurer = await createHouse('insurer');
});

/** A lost loan of 100,000 yuan, enrolled. */
async function lost(flags: readonly LoanFlag[] = [], principalYuan = 100_000) {
  const enrolmentId = await aLostLoan(fund.bankA, { flags, principalYuan });
  const loanId = await withActor(
    platform,
    async (tx) => (await findEnrolment(tx, enrolmentId))?.loanId ?? '',
  );
  return { enrolmentId, loanId };
}

const rowOf = (id: string) => withActor(platform, (tx) => findClaim(tx, id));
const finding = { causes: ['market'], agreed: null, others: null, note: '' } as const;
const settle = async (id: string) => {
  insist(await proposeSettlement(fund.maker, id, finding));
  return insist(await confirmSettlement(fund.checker, id));
};
const paid = { kind: 'paid', amount: yuan(24_000), on: today, note: null } as const;
const claim = aClaim({ determinedOn: today });

test('a bank’s claim counts what guarantee and insurance on the platform bear, whatever the bank states', async () => {
  const { enrolmentId, loanId } = await lost();
  await coverLoan(fund.bankA.officer, loanId, insurer, 70);
  const shown = insist(await showEnrolment(fund.bankA.officer, enrolmentId));
  expect(shown).toMatchObject({ insurerFen: String(yuan(70_000)), poolFen: String(yuan(30_000)) });
  const id = insist(await submitClaim(fund.bankA.officer, enrolmentId, claim));
  // 40 % would be 40,000: the insurer leaves 30,000
  expect(await rowOf(id)).toMatchObject({ insurerFen: yuan(70_000), payableFen: yuan(30_000) });
  await settle(id);
  const parts = insist(
    await recordRecovery(fund.bankA.officer, id, {
      receivedOn: today,
      gross: yuan(10_000),
      costs: zeroFen,
    }),
  );
  expect(parts).toEqual([
    { payer: 'bank', amount: zeroFen },
    { payer: 'insurer', amount: yuan(7_000) },
    { payer: 'pool', amount: yuan(3_000) },
  ]);
});

test('until the guarantor has enrolled enough, its own fuse defers its claim', async () => {
  const { loanId } = await lost(['guaranteed']);
  const contract = await coverLoan(fund.bankA.officer, loanId, guarantor, 80);
  insist(await recordMoney(guarantor.officer, contract, paid));
  const id = insist(await submitGuarantorClaim(guarantor.officer, contract, claim));
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', waits: 'fuse', payableFen: yuan(12_000) });
  insist(await withdrawClaim(guarantor.officer, id));
  const large = await lost(['guaranteed'], 5_000_000);
  await coverLoan(fund.bankA.officer, large.loanId, guarantor, 80);
});

test('a guarantor claims on what it paid: never more than it is left with after the chain behind it', async () => {
  const { enrolmentId, loanId } = await lost(['guaranteed']);
  const contract = await coverLoan(fund.bankA.officer, loanId, guarantor, 80);
  expect(await submitClaim(fund.bankA.officer, enrolmentId, claim)).toMatchObject({
    refusal: { code: 'compensation.guarantor-claims' },
  });
  expect(await submitGuarantorClaim(guarantor.officer, contract, claim)).toMatchObject({
    refusal: { code: 'compensation.guarantor-not-paid' },
  });
  expect(await submitGuarantorClaim(insurer.officer, contract, claim)).toMatchObject({
    refusal: { code: 'compensation.not-found' },
  });
  insist(await recordMoney(guarantor.officer, contract, paid));
  const id = insist(await submitGuarantorClaim(guarantor.officer, contract, claim));
  // of 24,000 half is its own; 20 % of 100,000 would be 20,000
  expect(await rowOf(id)).toMatchObject({ payableFen: yuan(12_000), guarantorId: guarantor.id });
  expect(await withdrawClaim(fund.bankA.officer, id)).toMatchObject({
    refusal: { code: 'compensation.not-found' },
  });
  await settle(id);
  const page = insist(await showGuarantorClaim(guarantor.officer, contract));
  expect(page.claim).toMatchObject({ state: 'paid', paidFen: String(yuan(12_000)) });
  expect(page.claim?.payers.map(({ payer }) => payer)).toEqual(['re-guarantor', 'national-fund', 'lender']);
  const account = await withActor(platform, (tx) =>
    tx.$queryRawUnsafe<{ fen: bigint }[]>(
      `select sum(p.amount_fen)::bigint as fen from ledger_posting p join ledger_account a on a.id = p.account_id
       where a.kind = 'guarantor' and a.institution_id = '${guarantor.id}' and a.code like 'guarantor:test-pool:%'`,
    ),
  );
  expect(account[0]?.fen).toBe(yuan(12_000));
});

test('the fuse of guarantor mode watches the guarantor, not the bank', async () => {
  const years = await withActor(platform, (tx) => findYears(tx, '6f0f0c5e-0000-4000-8000-000000000001'));
  const own = years.filter(({ institutionId }) => institutionId === guarantor.id);
  expect(own).toMatchObject([
    { mode: 'guarantor', enrolled: yuan(5_200_000), lossPaidAndHeld: yuan(100_000) },
  ]);
});
