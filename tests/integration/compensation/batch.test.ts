import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { aPool, claimOn, createFund, enrolMore, type Fund } from '#tests/factories/compensation.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { poolAccount } from '~/server/compensation/open-pool.ts';
import { confirmBatch, proposeBatch, resumeBatch, stopBatch } from '~/server/compensation/run-batch.ts';
import { settleBatchChunks } from '~/server/compensation/settle-batch.ts';
import { findBatch } from '~/server/compensation/store-batch.ts';
import { moneyIn } from '~/server/compensation/store-pool.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';

const { ownerUrl } = freshDatabase();
const platform = system('test');
const claims = 50;
const chunk = 20;
let fund: Fund;

beforeAll(async () => {
  fund = await createFund(yuan(1_000_000));
  for (const bank of [fund.bankA, fund.bankB]) await enrolMore(bank, 5_000_000);
  for (let i = 0; i < claims; i += 1)
    await claimOn(i % 2 ? fund.bankA : fund.bankB, { principalYuan: 1_000 + i, daysAgo: i % 7 });
}, 120_000);

const paid = () =>
  withActor(platform, (tx) => tx.claimPayment.findMany({ select: { claimId: true, amountFen: true } }));

/** Lets the so-manieth payment from now fail in the middle of its chunk, as a crash of the worker would. */
const failAtPayment = (n: number) =>
  withClient(ownerUrl, (client) =>
    client.query(`
      create function crash() returns trigger language plpgsql as $$
      begin
        if (select count(*) from claim_payment) >= ${n} then raise exception 'the worker died'; end if;
        return new;
      end $$;
      create trigger crash before insert on claim_payment for each row execute function crash();`),
  );
const heal = () =>
  withClient(ownerUrl, (client) =>
    client.query('drop trigger crash on claim_payment; drop function crash()'),
  );

test('a batch that dies in the middle of a chunk, is stopped and resumed, ends as if nothing had happened', async () => {
  const batch = insist(await proposeBatch(fund.maker, aPool.id));
  expect(await withActor(platform, (tx) => findBatch(tx, batch))).toMatchObject({
    claims,
    state: 'proposed',
  });
  expect(await confirmBatch(fund.maker, batch)).toMatchObject({
    refusal: { code: 'compensation.same-person' },
  });
  insist(await confirmBatch(fund.checker, batch));
  const expected = await withActor(platform, (tx) =>
    tx.compensationClaim.aggregate({ _sum: { payableFen: true } }),
  );

  await failAtPayment(30);
  await expect(settleBatchChunks(platform, batch, chunk)).rejects.toThrow();
  expect(await paid()).toHaveLength(chunk); // the chunk that died left nothing
  await heal();

  insist(await stopBatch(fund.maker, batch));
  expect(await settleBatchChunks(platform, batch, chunk)).toBe(0);
  insist(await resumeBatch(fund.maker, batch));
  await Promise.all([settleBatchChunks(platform, batch, chunk), settleBatchChunks(platform, batch, chunk)]);

  const payments = await paid();
  expect(new Set(payments.map((payment) => payment.claimId)).size).toBe(claims);
  expect(payments).toHaveLength(claims);
  expect(payments.reduce((sum, payment) => sum + payment.amountFen, 0n)).toBe(expected._sum.payableFen);
  expect(await withActor(platform, (tx) => findBatch(tx, batch))).toMatchObject({ state: 'done' });
  const money = await withActor(platform, (tx) => moneyIn(tx, poolAccount(aPool)));
  expect(money).toMatchObject({ balance: yuan(1_000_000) - (expected._sum.payableFen ?? 0n), held: 0n });
  expect(await proposeBatch(fund.maker, aPool.id)).toMatchObject({
    refusal: { code: 'compensation.nothing-to-settle' },
  });
});

test('money that came back on a loan before its batch is settled is taken off what the batch pays', async () => {
  const claim = await claimOn(fund.bankA, { principalYuan: 10_000 });
  const { loanId, payableFen } = await withActor(platform, (tx) =>
    tx.compensationClaim.findFirstOrThrow({ where: { id: claim } }),
  );
  const batch = insist(await proposeBatch(fund.maker, aPool.id));
  insist(await confirmBatch(fund.checker, batch));
  const money = { principal: yuan(5_000), interest: yuan(0), penalty: yuan(0) };
  insist(await recordRepayment(fund.bankA.officer, loanId, { paidOn: clock.today(), ...money }));
  await settleBatchChunks(platform, batch, chunk);
  const [payment] = (await paid()).filter(({ claimId }) => claimId === claim);
  expect(payment?.amountFen).toBe(payableFen / 2n);
});
