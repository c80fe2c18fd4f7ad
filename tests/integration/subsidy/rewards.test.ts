import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { parseQuarter } from '~/domain/subsidy/quarter.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { proveLedger } from '~/server/ledger/prove-ledger.ts';
import { listFirstLoans } from '~/server/loan/list-first-loans.ts';
import { reviewFirstLoans } from '~/server/loan/review-first-loan.ts';
import { showFirstLoan } from '~/server/loan/show-first-loan.ts';
import { stateFirstLoan } from '~/server/loan/state-first-loan.ts';
import { decideSettlement } from '~/server/subsidy/decide-settlement.ts';
import { fundPool } from '~/server/subsidy/fund-pool.ts';
import { listSettlements } from '~/server/subsidy/list-settlements.ts';
import { listSubsidisedLoans } from '~/server/subsidy/list-subsidised-loans.ts';
import { orderSettlement } from '~/server/subsidy/order-settlement.ts';
import { resumePayment } from '~/server/subsidy/resume-payment.ts';
import { showSettlement } from '~/server/subsidy/show-settlement.ts';

freshDatabase();
const platform = system('test');
const drawnOn = day('2026-08-03');
let parties: Parties;
let maker: Person;
let checker: Person;

/** A loan that the Hubei scheme accepted: it pays the bank 1 % of new lending, out of the treasury's pool. */
async function startUpLoan(
  principalYuan: number,
  bank = parties.bankA,
  { enterpriseId, scheme }: { enterpriseId: EnterpriseId; scheme: string } = {
    ...{ enterpriseId: parties.enterpriseId, scheme: 'hubei-startup-subsidy' },
  },
): Promise<string> {
  const loanId = await createLoan({
    ...{ enterpriseId, institutionId: bank.id, disbursedOn: drawnOn, principalYuan },
  });
  await withActor(platform, (tx) =>
    tx.schemeAssessment.create({
      data: {
        ...{ enterpriseId, id: randomUUID(), loanId, institutionId: bank.id, outcome: 'eligible' },
        ...{ schemeCode: scheme, schemeVersion: 1, amountFen: 0n, lines: [] },
        assessedAt: new Date(),
      },
    }),
  );
  return loanId;
}

beforeAll(async () => {
  await withActor(platform, (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
  maker = await makePerson('funds-operator');
  checker = await makePerson('funds-operator');
});

async function work(name: 'subsidy.compute-run' | 'subsidy.pay-run') {
  const waiting = await withActor(platform, (tx) =>
    tx.outbox.findMany({ where: { job: name, relayedAt: null }, orderBy: { id: 'asc' } }),
  );
  for (const { key, payload } of waiting) await doJob(handlers, { name, key, payload: payload as never });
}

async function settle(): Promise<string> {
  const run = insist(await orderSettlement(maker, parseQuarter('2026Q3') ?? ('' as never)));
  await work('subsidy.compute-run');
  insist(await decideSettlement(checker, run, 'approve', null));
  await work('subsidy.pay-run');
  return run;
}

const rewardsOf = async (run: string) =>
  insist(await showSettlement(maker, run, 0)).rewards.map(({ volumeFen, amountFen }) => [
    volumeFen,
    amountFen,
  ]);

const appropriation = (payer: string) => ({
  ...{ payer, amount: yuan(10_000), receivedOn: drawnOn, reference: `${payer}-1` },
});

test('a payer that no scheme names cannot pay in; every payer that some scheme names can', async () => {
  expect(await fundPool(maker, appropriation('moon'))).toMatchObject({
    refusal: { code: 'subsidy.no-payer', field: 'payer' },
  });
  const { payers } = await listSettlements(maker, 0);
  expect(payers).toEqual(['central', 'province', 'region', 'city', 'treasury']);
  for (const payer of ['region', 'city']) insist(await fundPool(maker, appropriation(payer)));
  const pools = (await listSettlements(maker, 0)).pools.map(({ payer, fen }) => [payer, fen]);
  expect(pools).toEqual([
    ['central', '0'],
    ['province', '0'],
    ['region', '1000000'],
    ['city', '1000000'],
    ['treasury', '0'],
  ]);
});

test('a quarter of new lending pays each bank its part out of the right pool, once, and waits for money', async () => {
  await startUpLoan(200_000);
  await startUpLoan(150_000);
  await startUpLoan(100_000, parties.bankB);
  const run = await settle();
  expect((await rewardsOf(run)).sort()).toEqual([
    ['10000000', '100000'],
    ['35000000', '350000'],
  ]);
  const asked = (await listSettlements(maker, 0)).pools.find(({ payer }) => payer === 'treasury');
  expect(asked).toMatchObject({ fen: '0', askedFen: '450000' });
  insist(await fundPool(maker, appropriation('treasury')));
  insist(await resumePayment(maker, run));
  await work('subsidy.pay-run');
  await work('subsidy.pay-run'); // the queue may bring a job again
  const treasury = (await listSettlements(maker, 0)).pools.find(({ payer }) => payer === 'treasury');
  expect(treasury).toMatchObject({ fen: '550000', askedFen: '0' });

  await startUpLoan(50_000);
  expect((await rewardsOf(await settle())).sort()).toEqual([
    ['10000000', '0'],
    ['40000000', '50000'],
  ]);
  const own = await listSubsidisedLoans(parties.bankA.officer, 0);
  expect(own.rewards.map(({ amountFen }) => amountFen)).toEqual(['50000', '350000']);
});

/** A scheme that pays 0.5 % of first loans, one part in three out of the region's pool. */
async function rewardFirstLoans(): Promise<void> {
  await withActor(platform, async (tx) => {
    const shipped = await tx.policyVersion.findFirstOrThrow({ where: { code: 'hubei-startup-subsidy' } });
    const { volumeRewardPpm: _, ...body } = shipped.body as { volumeRewardPpm: number };
    const funding = [
      { payer: 'region', sharePpm: 333_333 },
      { payer: 'city', sharePpm: 666_667 },
    ];
    await tx.policyVersion.create({
      data: {
        ...shipped,
        ...{ code: 'first-loans', body: { ...body, funding, firstLoanRewardPpm: 5_000 } },
        ...{ examples: shipped.examples as object, unverified: shipped.unverified as string[] },
      },
    });
  });
}

const poolsNow = async () =>
  (await listSettlements(maker, 0)).pools
    .filter(({ payer }) => payer === 'region' || payer === 'city')
    .map(({ fen }) => fen);

test('a first loan is rewarded on evidence; a loan that surfaces later brings adjusting entries, and nothing is rewritten', async () => {
  await rewardFirstLoans();
  const { bankA, bankB } = parties;
  const of = { enterpriseId: await makeFirm(), scheme: 'first-loans' };
  const loan = await startUpLoan(120_000, bankA, of);
  const seen = async () => insist(await showFirstLoan(bankA.officer, loan));
  expect(await seen()).toMatchObject({ status: 'unproven', because: 'no-record', entries: [] });
  const late = { kind: 'clear-record', on: addDays(clock.today(), 1), reference: 'R-0' } as const;
  expect(await stateFirstLoan(bankA.officer, loan, late)).toMatchObject({
    refusal: { code: 'loan.evidence-future', field: 'on' },
  });
  const record = { kind: 'clear-record', on: addDays(drawnOn, -2), reference: 'R-1' } as const;
  expect(await stateFirstLoan(bankB.officer, loan, record)).toMatchObject({
    refusal: { code: 'loan.not-found' },
  });
  insist(await stateFirstLoan(bankA.officer, loan, record));
  expect((await seen()).entries.map(({ schemeCode, loans }) => [schemeCode, loans])).toEqual([
    ['', 1],
    ['first-loans', 1],
  ]);
  const rewarded = async (run: string) =>
    insist(await showSettlement(maker, run, 0))
      .rewards.filter(({ kind }) => kind === 'first-loan')
      .map(({ amountFen }) => amountFen);
  const before = await poolsNow();
  expect(await rewarded(await settle())).toEqual(['60000']);
  expect(await poolsNow()).toEqual([String(Number(before[0]) - 20_000), String(Number(before[1]) - 40_000)]);
  expect(await rewarded(await settle())).toEqual([]);

  // The other bank books, late, that it had lent before: bank A learns that, not where.
  await startUpLoan(90_000, bankB, of);
  await withActor(platform, async (tx) => {
    const other = await tx.loan.findFirstOrThrow({
      where: { ...{ enterpriseId: of.enterpriseId }, institutionId: bankB.id },
    });
    await tx.loan.updateMany({ where: { id: other.id }, data: { disbursedOn: new Date('2026-08-01') } });
    await reviewFirstLoans(tx, platform, of.enterpriseId);
  });
  const after = await seen();
  expect(after).toMatchObject({ status: 'not-first', because: 'loan-here' });
  expect(after.entries.map(({ loans }) => loans)).toEqual([1, 1, -1, -1]);
  expect(await rewarded(await settle())).toEqual(['-60000']);
  expect(await poolsNow()).toEqual(before);
  const sums = (await listFirstLoans(maker, 0)).sums;
  expect(sums).toMatchObject([{ counted: 1, adjusted: 1, principalFen: '0' }]);
  const proof = await withActor(platform, (tx) => proveLedger(tx));
  expect(proof.ok).toBe(true);
});

test('what the platform states hides its document from the bank, and only the platform withdraws it', async () => {
  const { bankA } = parties;
  const of = { enterpriseId: await makeFirm(), scheme: 'first-loans' };
  const loan = await startUpLoan(50_000, bankA, of);
  insist(await stateFirstLoan(bankA.officer, loan, { kind: 'clear-record', on: drawnOn, reference: 'R-2' }));
  const contrary = { kind: 'earlier', liability: 'bank-loan', on: day('2025-01-05') } as const;
  insist(await stateFirstLoan(maker, loan, { ...contrary, reference: '河洲银行 HZ-77' }));
  const shown = insist(await showFirstLoan(bankA.officer, loan));
  const theirs = shown.evidence.find(({ statedBy }) => statedBy === 'platform');
  expect(theirs).toMatchObject({ reference: null, mayWithdraw: false });
  expect(JSON.stringify(shown)).not.toContain('HZ-77');
  const undo = { kind: 'withdrawal', of: theirs?.id ?? '', reference: 'R-3' } as const;
  expect(await stateFirstLoan(bankA.officer, loan, undo)).toMatchObject({
    refusal: { code: 'loan.evidence-gone' },
  });
  insist(await stateFirstLoan(maker, loan, undo));
  expect(
    insist(await showFirstLoan(maker, loan)).entries.map(({ schemeCode, loans }) => schemeCode + loans),
  ).toEqual(['1', 'first-loans1', '-1', 'first-loans-1', '1', 'first-loans1']);
  expect(await stateFirstLoan(maker, loan, undo)).toMatchObject({ refusal: { code: 'loan.evidence-gone' } });
});

test('evidence that a bank brings against a first loan reaches the funds desk once, counted or not', async () => {
  const desk = await makeInstitution({ kind: 'platform', name: 'desk' });
  const { bankA } = parties;
  const of = { enterpriseId: await makeFirm(), scheme: 'first-loans' };
  const contrary = { kind: 'earlier', liability: 'bank-loan', on: day('2025-02-05') } as const;
  const told = async () =>
    (
      await withActor(platform, (tx) =>
        tx.notification.findMany({ where: { institutionId: desk }, orderBy: { createdAt: 'asc' } }),
      )
    ).map(({ kind, href }) => `${kind} ${href}`);

  const uncounted = await startUpLoan(50_000, bankA, of);
  insist(await stateFirstLoan(bankA.officer, uncounted, { ...contrary, reference: 'R-4' }));
  const first = `loan.first-loan-contradicted /operator/first-loans/${uncounted}`;
  expect(await told()).toEqual([first]);

  const counted = await startUpLoan(50_000, bankA, { ...of, enterpriseId: await makeFirm() });
  insist(
    await stateFirstLoan(bankA.officer, counted, { kind: 'clear-record', on: drawnOn, reference: 'R-5' }),
  );
  insist(await stateFirstLoan(bankA.officer, counted, { ...contrary, reference: 'R-6' }));
  expect(await told()).toEqual([first, `loan.first-loan-adjusted /operator/first-loans/${counted}`]);
});
