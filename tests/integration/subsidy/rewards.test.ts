import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { day } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { parseQuarter } from '~/domain/subsidy/quarter.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
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
async function startUpLoan(principalYuan: number, bank = parties.bankA): Promise<void> {
  const { enterpriseId } = parties;
  const loanId = await createLoan({
    ...{ enterpriseId, institutionId: bank.id, disbursedOn: drawnOn, principalYuan },
  });
  await withActor(platform, (tx) =>
    tx.schemeAssessment.create({
      data: {
        ...{ enterpriseId, id: randomUUID(), loanId, institutionId: bank.id, outcome: 'eligible' },
        ...{ schemeCode: 'hubei-startup-subsidy', schemeVersion: 1, amountFen: 0n, lines: [] },
        assessedAt: new Date(),
      },
    }),
  );
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
