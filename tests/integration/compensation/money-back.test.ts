import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import {
  aCausePool,
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
import { showPool } from '~/server/compensation/show-pool.ts';
import { addEnrolments, findClaim, findEnrolment, findRecoveries } from '~/server/compensation/store.ts';
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

  await undo(loan);
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
    const course = await begin();
    for (const step of order) await take(course, step);
    // 40 % of the 6,000 that are lost in the end.
    expect([order.join(), before - (await money()).balance]).toEqual([order.join(), yuan(2_400)]);
  }
  expect(start - (await money()).balance).toBe(yuan(2_400 * orders.length));
});

test('a repayment undone after the payment opens the claim anew, and in any order the pool is out the same', async () => {
  const orders = [
    ['claim', 'loan', 'undo', 'pay', 'here'],
    ['claim', 'loan', 'pay', 'undo', 'here', 'pay'],
    ['claim', 'loan', 'here', 'pay', 'undo', 'pay'],
  ] as const;
  for (const order of orders) {
    const before = (await money()).balance;
    const course = await begin();
    for (const step of order) {
      if (step !== 'undo') {
        await take(course, step);
        continue;
      }
      const { id } = course;
      const { state } = await claim(id);
      await undo(course.loan);
      const isPaid = state === 'paid';
      expect(await claim(id)).toMatchObject(isPaid ? { state, waits: 'anew' } : { state, waits: null });
      expect(await onPage('open')).toContain(id);
      expect(await onPage('closed')).not.toContain(id);
    }
    // 40 % of the 8,000 that are lost in the end.
    expect([order.join(), before - (await money()).balance]).toEqual([order.join(), yuan(3_200)]);
    expect(await claim(course.id)).toMatchObject({ state: 'paid', waits: null });
    expect(await onPage('closed')).toContain(course.id);
  }
});

/** A lost loan, and its claim once that is made. */
type Course = { readonly enrolment: string; readonly loan: LoanId; id: string };

async function begin(): Promise<Course> {
  const enrolment = await aLostLoan(fund.bankA, { principalYuan: 9_000 });
  return { enrolment, loan: await loanOf(enrolment), id: '' };
}

async function take(course: Course, step: 'claim' | 'here' | 'pay' | 'loan'): Promise<void> {
  const { officer } = fund.bankA;
  if (step === 'claim') course.id = insist(await submitClaim(officer, course.enrolment, aClaim()));
  if (step === 'here') insist(await recordRecovery(officer, course.id, back(yuan(1_200), yuan(200))));
  if (step === 'pay') await settle(course.id);
  if (step === 'loan') await repay(course.loan);
}

async function repay(loan: LoanId): Promise<void> {
  const paid = { paidOn: today, principal: yuan(2_000), interest: yuan(10) };
  insist(await recordRepayment(fund.bankA.officer, loan, paid));
  await withActor(platform, (tx) => followLoan(tx, loan));
}

async function undo(loan: LoanId): Promise<void> {
  const [repayment] = await withActor(platform, (tx) => tx.repayment.findMany({ where: { loanId: loan } }));
  const undone = { kind: 'reversal', on: today, of: repayment?.id ?? '' } as const;
  insist(await recordLoanEvent(fund.bankA.officer, loan, undone));
  await withActor(platform, (tx) => followLoan(tx, loan));
}

const onPage = async (tab: 'open' | 'closed') =>
  insist(await showPool(fund.maker, aPool.id, { tab, page: 0 })).claims.map(({ id }) => id);

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

test('a loan enrolled with two pools: one claim at a time, also when both are handed in at once', async () => {
  const first = await aLostLoan(fund.bankA, { principalYuan: 10_000 });
  const second = randomUUID();
  await withActor(platform, async (tx) => {
    const row = await findEnrolment(tx, first);
    if (!row) throw new Error('no enrolment');
    const other = { id: second, poolId: aCausePool.id, schemeCode: aCausePool.schemeCode };
    await addEnrolments(tx, [{ ...row, ...other, lines: [] }]);
  });
  const both = await Promise.all(
    [first, second].map((each) => submitClaim(fund.bankA.officer, each, aClaim())),
  );
  expect(both.filter((claimed) => claimed.ok)).toHaveLength(1);
  expect(both.find((claimed) => !claimed.ok)).toMatchObject({
    refusal: { code: 'compensation.claimed-elsewhere' },
  });
  const made = both.map((claimed) => (claimed.ok ? claimed.value : '')).join('');
  insist(await withdrawClaim(fund.bankA.officer, made));
  const later = both[0]?.ok ? second : first;
  expect((await submitClaim(fund.bankA.officer, later, aClaim())).ok).toBe(true);
});
