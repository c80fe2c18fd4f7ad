import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import {
  aClaim,
  aLostLoan,
  aPool,
  claimOn,
  createFund,
  enrolMore,
  type Fund,
} from '#tests/factories/compensation.ts';
import type { LoanId } from '~/domain/kernel/id.ts';
import { type Fen, fen, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { confirmSettlement } from '~/server/compensation/confirm-settlement.ts';
import { followLoan } from '~/server/compensation/follow-loss.ts';
import { poolAccount } from '~/server/compensation/open-pool.ts';
import { proposeSettlement } from '~/server/compensation/propose-settlement.ts';
import { recordRecovery } from '~/server/compensation/record-recovery.ts';
import { findClaim, findEnrolment, findRecoveries } from '~/server/compensation/store.ts';
import { moneyIn } from '~/server/compensation/store-pool.ts';
import { submitClaim } from '~/server/compensation/submit-claim.ts';
import { completeClaim, returnClaim, withdrawClaim } from '~/server/compensation/turn-claim.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { recordLoanEvent } from '~/server/loan/record-event.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
let fund: Fund;

beforeAll(async () => {
  fund = await createFund(yuan(1_000_000));
  for (let i = 0; i < 3; i += 1) await enrolMore(fund.bankA, 5_000_000);
});

const claim = (id: string) =>
  withActor(platform, async (tx) => (await findClaim(tx, id)) ?? expect.fail('no claim'));
const money = () => withActor(platform, (tx) => moneyIn(tx, poolAccount(aPool)));
const finding = { causes: ['market'], agreed: null, others: null, note: '' } as const;
const back = (gross: Fen, costs: Fen = zeroFen) => ({ receivedOn: today, gross, costs });
const settle = async (id: string) => {
  insist(await proposeSettlement(fund.maker, id, finding));
  return insist(await confirmSettlement(fund.checker, id));
};
const loanOf = (enrolmentId: string) =>
  withActor(platform, async (tx) => (await findEnrolment(tx, enrolmentId))?.loanId as LoanId);

test('money that comes back before the payment shrinks what is owed and what is held, and the rest is paid', async () => {
  const before = await money();
  const id = await claimOn(fund.bankA, { principalYuan: 10_000 });
  const parts = insist(await recordRecovery(fund.bankA.officer, id, back(yuan(5_500), yuan(500))));
  expect(parts).toEqual([
    { payer: 'bank', amount: yuan(3_000) },
    { payer: 'pool', amount: yuan(2_000) },
  ]);
  expect(await claim(id)).toMatchObject({ state: 'held', payableFen: yuan(2_000), holdFen: yuan(2_000) });
  expect(await money()).toMatchObject({ balance: before.balance, held: before.held + yuan(2_000) });
  expect(await settle(id)).toEqual({ outcome: 'paid', amount: yuan(2_000) });
  expect((await money()).balance).toBe(before.balance - yuan(2_000));
  insist(await recordRecovery(fund.bankA.officer, id, back(yuan(5_000))));
  expect(await money()).toEqual(before);
  expect(await recordRecovery(fund.bankA.officer, id, back(fen(1)))).toMatchObject({
    refusal: { code: 'compensation.recovery-above-loss', leftFen: zeroFen },
  });
});

test('all of it came back before the payment: nothing is held, and the claim is closed without one', async () => {
  const id = await claimOn(fund.bankA, { principalYuan: 10_000 });
  insist(await recordRecovery(fund.bankA.officer, id, back(yuan(10_000))));
  expect(await claim(id)).toMatchObject({ state: 'waiting', payableFen: zeroFen, holdFen: zeroFen });
  expect(await settle(id)).toEqual({ outcome: 'refused', amount: zeroFen });
  expect(await recordRecovery(fund.bankA.officer, id, back(yuan(1)))).toMatchObject({
    refusal: { code: 'compensation.claim-closed' },
  });
});

test('a repayment on the loan makes its claim smaller, also while it is sent back, and undone it is owed again', async () => {
  const enrolment = await aLostLoan(fund.bankA, { principalYuan: 10_000 });
  const loan = await loanOf(enrolment);
  const id = insist(await submitClaim(fund.bankA.officer, enrolment, aClaim()));
  insist(await returnClaim(fund.maker, id, '请补充'));
  const paid = { paidOn: today, principal: yuan(4_000), interest: zeroFen };
  insist(await recordRepayment(fund.bankA.officer, loan, paid));
  insist(await completeClaim(fund.bankA.officer, id, { note: '已补', documents: [] }));
  expect(await claim(id)).toMatchObject({ state: 'held', payableFen: yuan(2_400), holdFen: yuan(2_400) });
  await withActor(platform, (tx) => followLoan(tx, loan)); // once more changes nothing
  const rows = await withActor(platform, (tx) => findRecoveries(tx, id));
  expect(rows.map(({ grossFen, source }) => [grossFen, source])).toEqual([[yuan(4_000), 'loan']]);

  const [repayment] = await withActor(platform, (tx) => tx.repayment.findMany({ where: { loanId: loan } }));
  const undone = { kind: 'reversal', on: today, of: repayment?.id ?? '' } as const;
  insist(await recordLoanEvent(fund.bankA.officer, loan, undone));
  await withActor(platform, (tx) => followLoan(tx, loan));
  expect(await claim(id)).toMatchObject({ payableFen: yuan(4_000) });
  expect(await settle(id)).toEqual({ outcome: 'paid', amount: yuan(4_000) });
});

test('whatever the order of claim, recovery on the loan or the claim, and payment: the pool is out the same', async () => {
  const start = (await money()).balance;
  const orders = [
    ['claim', 'loan', 'here', 'pay'],
    ['claim', 'loan', 'pay', 'here'],
    ['claim', 'pay', 'here', 'loan'],
    ['claim', 'here', 'pay', 'loan'],
    ['loan', 'claim', 'here', 'pay'],
    ['loan', 'claim', 'pay', 'here'],
  ] as const;
  for (const order of orders) {
    const before = (await money()).balance;
    const enrolment = await aLostLoan(fund.bankA, { principalYuan: 9_000 });
    const loan = await loanOf(enrolment);
    let id = '';
    for (const step of order) {
      if (step === 'claim') id = insist(await submitClaim(fund.bankA.officer, enrolment, aClaim()));
      if (step === 'here') insist(await recordRecovery(fund.bankA.officer, id, back(yuan(1_200), yuan(200))));
      if (step === 'pay') await settle(id);
      if (step !== 'loan') continue;
      const paid = { paidOn: today, principal: yuan(2_000), interest: yuan(10) };
      insist(await recordRepayment(fund.bankA.officer, loan, paid));
      await withActor(platform, (tx) => followLoan(tx, loan));
    }
    // 40 % of the 6,000 that are lost in the end.
    expect([order.join(), before - (await money()).balance]).toEqual([order.join(), yuan(2_400)]);
  }
  expect(start - (await money()).balance).toBe(yuan(2_400 * orders.length));
});

test('a claim that was given up takes no recoveries, and another bank meets nothing', async () => {
  const id = await claimOn(fund.bankA, { principalYuan: 10_000 });
  expect(await recordRecovery(fund.bankB.officer, id, back(yuan(1)))).toMatchObject({
    refusal: { code: 'compensation.not-found' },
  });
  insist(await withdrawClaim(fund.bankA.officer, id));
  expect(await recordRecovery(fund.bankA.officer, id, back(yuan(1)))).toMatchObject({
    refusal: { code: 'compensation.claim-closed' },
  });
  expect((await money()).held).toBe(zeroFen);
});
