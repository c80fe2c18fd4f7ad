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
  refill,
} from '#tests/factories/compensation.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { fen, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { confirmSettlement } from '~/server/compensation/confirm-settlement.ts';
import { lapseClaims } from '~/server/compensation/lapse-claims.ts';
import { poolAccount } from '~/server/compensation/open-pool.ts';
import { proposeSettlement } from '~/server/compensation/propose-settlement.ts';
import { recordRecovery } from '~/server/compensation/record-recovery.ts';
import { shareOut } from '~/server/compensation/share-out.ts';
import { findClaim, findPayments, findRecoveries } from '~/server/compensation/store.ts';
import { moneyIn } from '~/server/compensation/store-pool.ts';
import { submitClaim } from '~/server/compensation/submit-claim.ts';
import {
  completeClaim,
  returnClaim,
  takeBackSettlement,
  withdrawClaim,
} from '~/server/compensation/turn-claim.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
let fund: Fund;

beforeAll(async () => {
  fund = await createFund(yuan(100_000));
  await enrolMore(fund.bankA, 5_000_000);
  for (let i = 0; i < 3; i += 1) await enrolMore(fund.bankA, 5_000_000);
  for (let i = 0; i < 4; i += 1) await enrolMore(fund.bankB, 5_000_000);
});

const claim = (id: string) =>
  withActor(platform, async (tx) => (await findClaim(tx, id)) ?? expect.fail('no claim'));
const money = () => withActor(platform, (tx) => moneyIn(tx, poolAccount(aPool)));
const finding = { causes: ['market'], agreed: null, others: null, note: '' } as const;

/** Empties the pool by claims that nobody else waits for. */
async function drainTo(left: bigint): Promise<void> {
  const { balance, held } = await money();
  const rest = balance - held;
  if (rest < left) await refill(fen(left - rest));
  else if (rest > left) throw new Error(`the pool still has ${rest}`);
}

test('a loss is claimed, reserved, settled by two people, and a recovery flows back pro rata', async () => {
  const before = await money();
  const id = await claimOn(fund.bankA, { principalYuan: 10_000 });
  expect(await claim(id)).toMatchObject({
    state: 'held',
    waits: null,
    payableFen: yuan(4_000),
    holdFen: yuan(4_000),
  });
  expect((await money()).held).toBe(before.held + yuan(4_000));
  insist(await proposeSettlement(fund.maker, id, finding));
  expect(await confirmSettlement(fund.maker, id)).toMatchObject({
    refusal: { code: 'compensation.same-person' },
  });
  expect(await confirmSettlement(fund.checker, id)).toEqual({
    ok: true,
    value: { outcome: 'paid', amount: yuan(4_000) },
  });
  expect(await money()).toMatchObject({ balance: before.balance - yuan(4_000), held: before.held });
  expect(await confirmSettlement(fund.checker, id)).toMatchObject({
    refusal: { code: 'compensation.not-proposed' },
  });

  const parts = insist(
    await recordRecovery(fund.bankA.officer, id, { receivedOn: today, gross: yuan(1_100), costs: yuan(100) }),
  );
  expect(parts).toEqual([
    { payer: 'bank', amount: yuan(600) },
    { payer: 'pool', amount: yuan(400) },
  ]);
  expect((await money()).balance).toBe(before.balance - yuan(3_600));
  const more = { receivedOn: today, gross: yuan(9_001), costs: zeroFen };
  expect(await recordRecovery(fund.bankA.officer, id, more)).toMatchObject({
    refusal: { code: 'compensation.recovery-above-loss', leftFen: yuan(9_000) },
  });
});

const settle = async (id: string, found: Parameters<typeof proposeSettlement>[2]) => {
  insist(await proposeSettlement(fund.maker, id, found));
  return insist(await confirmSettlement(fund.checker, id));
};
const paidOn = (id: string) =>
  withActor(platform, async (tx) => (await findPayments(tx, id)).map((payment) => payment.amountFen));

test('another payer found after the payment posts the difference, both ways, and edits nothing', async () => {
  const id = await claimOn(fund.bankA, { principalYuan: 5_000 }, { insurer: yuan(4_000) });
  expect(await claim(id)).toMatchObject({ payableFen: yuan(1_000) }); // 40 % would be 2,000: the insurer leaves 1,000
  await settle(id, finding);
  const others = (insurer: number) => ({ guarantor: zeroFen, insurer: yuan(insurer) });
  expect(await settle(id, { ...finding, others: others(4_400) })).toEqual({
    outcome: 'paid-back',
    amount: yuan(400),
  });
  expect(await settle(id, { ...finding, others: others(3_700) })).toEqual({
    outcome: 'paid',
    amount: yuan(700),
  });
  expect(await paidOn(id)).toEqual([yuan(1_000), -yuan(400), yuan(700)]);
});

test('a cause that an investigation changes pays 90 %, then nothing where the bank failed to act', async () => {
  const documents = [...aClaim().documents, { code: 'township-recommendation', reference: 'T-1', on: today }];
  const wish = { pool: aCausePool, principalYuan: 10_000 };
  const id = await claimOn(fund.bankA, wish, { causes: ['market', 'township-recommended'], documents });
  const causes = ['market', 'township-recommended'] as const;
  expect(await settle(id, { ...finding, causes })).toEqual({ outcome: 'paid', amount: yuan(9_000) });
  const neglected = { ...finding, causes: [...causes, 'bank-negligence'] as const };
  expect(await settle(id, neglected)).toEqual({ outcome: 'paid-back', amount: yuan(9_000) });
  expect(await claim(id)).toMatchObject({ state: 'refused', payableFen: zeroFen });
  expect(await paidOn(id)).toEqual([yuan(9_000), -yuan(9_000)]);
});

test('what was recovered is shared anew when a paid claim is determined anew, up and down', async () => {
  const documents = [...aClaim().documents, { code: 'township-recommendation', reference: 'T-2', on: today }];
  const wish = { pool: aCausePool, principalYuan: 10_000 };
  const poolNow = () => withActor(platform, (tx) => moneyIn(tx, poolAccount(aCausePool)));
  const before = (await poolNow()).balance;
  const id = await claimOn(fund.bankA, wish, { causes: ['market'], documents });
  expect(await settle(id, finding)).toEqual({ outcome: 'paid', amount: yuan(8_000) });
  const recovered = { receivedOn: today, gross: yuan(5_000), costs: zeroFen };
  expect(insist(await recordRecovery(fund.bankA.officer, id, recovered))).toContainEqual({
    payer: 'pool',
    amount: yuan(4_000),
  });
  const causes = ['market', 'township-recommended'] as const;
  // 90 % of what is still lost is 4,500, of which it has 8,000 less 4,000.
  expect(await settle(id, { ...finding, causes })).toEqual({ outcome: 'paid', amount: yuan(500) });
  expect((await poolNow()).balance).toBe(before - yuan(9_000) + yuan(4_500));
  const neglected = { ...finding, causes: [...causes, 'bank-negligence'] as const };
  expect(await settle(id, neglected)).toEqual({ outcome: 'paid-back', amount: yuan(4_500) });
  expect((await poolNow()).balance).toBe(before);
  expect(await paidOn(id)).toEqual([yuan(8_000), yuan(500), -yuan(4_500)]);
  const rows = await withActor(platform, (tx) => findRecoveries(tx, id));
  expect(rows.map(({ grossFen, toPoolFen }) => [grossFen, toPoolFen])).toEqual([[yuan(5_000), yuan(4_000)]]);
});

test('where the share is to be agreed nothing is owed before, and the agreed share is paid after', async () => {
  const documents = [...aClaim().documents, { code: 'share-agreement', reference: 'S-1', on: today }];
  const id = await claimOn(
    fund.bankA,
    { pool: aCausePool, principalYuan: 10_000 },
    { causes: ['other'], documents },
  );
  expect(await claim(id)).toMatchObject({ state: 'waiting', payableFen: zeroFen });
  const causes = ['other'] as const;
  expect(await proposeSettlement(fund.maker, id, { ...finding, causes })).toMatchObject({
    refusal: { code: 'compensation.share-to-agree' },
  });
  expect(await settle(id, { ...finding, causes, agreed: percent(55) })).toEqual({
    outcome: 'paid',
    amount: yuan(5_500),
  });
});

test('two banks claim the last yuan at once: the earlier loss gets it, the other waits, nothing is lost', async () => {
  const { balance, held } = await money();
  const room = balance - held;
  const each = { principalYuan: 200_000 }; // 80,000 each, more than there is for both
  await drainTo(room > 9_000_000n ? room : 9_000_000n);
  const left = fen((await money()).balance - (await money()).held);
  const [late, early] = await Promise.all([aLostLoan(fund.bankA, each), aLostLoan(fund.bankB, each)]);
  const both = await Promise.all([
    submitClaim(fund.bankA.officer, late, aClaim({ determinedOn: addDays(today, -1) })),
    submitClaim(fund.bankB.officer, early, aClaim({ determinedOn: addDays(today, -30) })),
  ]);
  const [lateId, earlyId] = both.map((claimed) => insist(claimed));
  await withActor(platform, (tx) => shareOut(tx, platform, aPool.id));
  const rows = [await claim(lateId ?? ''), await claim(earlyId ?? '')];
  const heldNow = rows.reduce((sum, row) => sum + row.holdFen, 0n);
  expect(heldNow).toBe(left);
  expect((await money()).held).toBe((await money()).balance);
  // Whoever arrived first keeps what was reserved; what is short waits with its reason.
  expect(rows.filter((row) => row.waits === 'pool')).toHaveLength(1);

  await refill(yuan(200_000));
  await withActor(platform, (tx) => shareOut(tx, platform, aPool.id));
  expect([await claim(lateId ?? ''), await claim(earlyId ?? '')]).toMatchObject([
    { state: 'held', waits: null, holdFen: yuan(80_000) },
    { state: 'held', waits: null, holdFen: yuan(80_000) },
  ]);
});

test('a claim sent back keeps its place; withdrawn, its money goes to whoever waits', async () => {
  const id = await claimOn(fund.bankA, { principalYuan: 10_000 });
  insist(await returnClaim(fund.maker, id, '请补充催收记录'));
  expect(await claim(id)).toMatchObject({ state: 'returned', holdFen: yuan(4_000) });
  expect(await proposeSettlement(fund.maker, id, finding)).toMatchObject({
    refusal: { code: 'compensation.wrong-state' },
  });
  const documents = [{ code: 'court-filing', reference: '(2026)民初1号', on: today }];
  expect(await completeClaim(fund.bankB.officer, id, { note: '', documents })).toMatchObject({
    refusal: { code: 'compensation.not-found' },
  });
  insist(await completeClaim(fund.bankA.officer, id, { note: '已补', documents }));
  expect(await claim(id)).toMatchObject({ state: 'held' });
  insist(await proposeSettlement(fund.maker, id, finding));
  insist(await takeBackSettlement(fund.checker, id, '金额有误'));
  expect(await claim(id)).toMatchObject({ state: 'held', proposedBy: null });
  const before = await money();
  insist(await withdrawClaim(fund.bankA.officer, id));
  expect(await money()).toMatchObject({ held: before.held - yuan(4_000) });
});

test('a hold that ran out is given back, and its claim gets it again while there is money', async () => {
  const id = await claimOn(fund.bankA, { principalYuan: 10_000 });
  const first = await claim(id);
  await withActor(platform, (tx) => lapseClaims(tx, platform, addDays(today, 61)));
  const after = await claim(id);
  expect(after).toMatchObject({ state: 'held', holdFen: yuan(4_000) });
  expect(after.holdId).not.toBe(first.holdId);
});

test.each([
  ['evidence is missing', { documents: [] }, 'compensation.evidence-missing'],
  ['the day is in the future', { determinedOn: addDays(today, 1) }, 'compensation.determined-outside'],
  ['others bear more than the loss', { insurer: yuan(99_999_999) }, 'compensation.others-above-loss'],
] as const)('a claim is refused and nothing written when %s', async (_, over, code) => {
  const enrolment = await aLostLoan(fund.bankA);
  const before = await money();
  expect(await submitClaim(fund.bankA.officer, enrolment, aClaim(over))).toMatchObject({
    ok: false,
    refusal: { code },
  });
  expect(await submitClaim(fund.bankB.officer, enrolment, aClaim())).toMatchObject({
    refusal: { code: 'compensation.not-found' },
  });
  expect(await money()).toEqual(before);
});

test('the fuse counts what is held: the claim that would pass 3 % is deferred, and a second claim is refused', async () => {
  await refill(yuan(2_000_000));
  const enrolment = await aLostLoan(fund.bankB, { principalYuan: 4_000_000 });
  const id = insist(await submitClaim(fund.bankB.officer, enrolment, aClaim()));
  expect(await claim(id)).toMatchObject({ state: 'waiting', waits: 'fuse', holdFen: zeroFen });
  expect(await submitClaim(fund.bankB.officer, enrolment, aClaim())).toMatchObject({
    refusal: { code: 'compensation.already-claimed' },
  });
});

test('every fen is where the ledger says: holds of claims are the holds of the pool', async () => {
  const where = { poolId: aPool.id };
  const rows = await withActor(platform, (tx) => tx.compensationClaim.findMany({ where }));
  const heldByClaims = rows.reduce((sum, row) => sum + row.holdFen, 0n);
  expect((await money()).held).toBe(heldByClaims);
});
