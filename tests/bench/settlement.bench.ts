import { randomUUID } from 'node:crypto';
import { aPool, claimOn, createFund, enrolMore, type Fund } from '#tests/factories/compensation.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { type Fen, plus, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { fundPool } from '~/server/compensation/open-pool.ts';
import { confirmBatch, proposeBatch } from '~/server/compensation/run-batch.ts';
import { settleBatchChunks } from '~/server/compensation/settle-batch.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Bench, BenchContext } from './bench.ts';

const platform = system('bench');
const crashes = 10;

/**
 * A batch of two thousand claims (`--full`: ten thousand; or `--count`) that dies at ten places within a chunk and goes on each time.
 * What was paid must be what two people agreed on, to the fen and once a claim. `settled`: claims a second against appropriations
 * to the pool, one bare transfer each.
 */
export const bench: Bench = {
  name: 'settlement',
  async run(context) {
    const count = context.count ?? (context.full ? 10_000 : 2_000);
    const fund = await createFund(yuan(50_000_000));
    await lose(context, fund, count);
    const batch = insist(await proposeBatch(fund.maker, aPool.id));
    insist(await confirmBatch(fund.checker, batch));
    const owed = await sumOf(
      (tx) => tx.compensationClaim.findMany({ select: { payableFen: true } }),
      'payableFen',
    );
    const begun = performance.now();
    const died = await settleThroughCrashes(context, batch, count);
    const ms = performance.now() - begun;
    const payments = await withActor(platform, (tx) =>
      tx.claimPayment.findMany({ select: { claimId: true, amountFen: true } }),
    );
    const paid = plus(zeroFen, ...payments.map(({ amountFen }) => amountFen as Fen));
    if (paid !== owed || payments.length !== count || new Set(payments.map((p) => p.claimId)).size !== count)
      throw new Error(`${payments.length} payments of ${paid} fen for ${count} claims of ${owed} fen`);
    context.note('claims', count);
    context.note('crashes', died);
    context.note('paidFen', Number(paid));
    const bare = await bareTransfers(300);
    return {
      settled: { values: [(count / ms) * 1_000], baselines: [bare], unit: 'claims/s', target: 0.1 },
    };
  },
};

async function lose(context: BenchContext, fund: Fund, count: number): Promise<void> {
  const bar = context.progress('claims', count);
  for (const bank of [fund.bankA, fund.bankB])
    for (let n = 0; n < 2 + count / 250; n += 1) await enrolMore(bank, 20_000_000); // keeps the fuse whole
  for (let i = 0; i < count; i += 1) {
    await claimOn(i % 2 ? fund.bankA : fund.bankB, { principalYuan: 1_000 + (i % 900), daysAgo: i % 7 });
    bar.tick();
  }
  bar.done();
}

/** Settles the batch; every so often the payment that comes next fails, as a crash in the middle of its chunk would. */
async function settleThroughCrashes(
  { database }: BenchContext,
  batch: string,
  count: number,
): Promise<number> {
  let died = 0;
  for (let crash = 1; crash <= crashes; crash += 1) {
    await arm(database.ownerUrl, Math.floor((count * crash) / (crashes + 1)) + 7);
    await settleBatchChunks(platform, batch).catch((fault: unknown) => {
      if (!String(fault).includes('the worker died')) throw fault;
      died += 1;
    });
    await withClient(database.ownerUrl, (client) => client.query('drop trigger crash on claim_payment'));
  }
  await settleBatchChunks(platform, batch);
  return died;
}

const arm = (ownerUrl: string, at: number) =>
  withClient(ownerUrl, async (client) => {
    await client.query(`
      create or replace function crash() returns trigger language plpgsql as $$
      begin
        if (select count(*) from claim_payment) >= ${at} then raise exception 'the worker died'; end if;
        return new;
      end $$`);
    await client.query(
      'create trigger crash before insert on claim_payment for each row execute function crash()',
    );
  });

type Reads = Parameters<Parameters<typeof withActor>[1]>[0];

const sumOf = async <K extends string>(
  read: (tx: Reads) => Promise<{ [P in K]: bigint }[]>,
  key: K,
): Promise<Fen> => plus(zeroFen, ...(await withActor(platform, read)).map((row) => row[key] as Fen));

/** Bare transfers into the pool, each in a transaction of its own, a second. */
async function bareTransfers(count: number): Promise<number> {
  const begun = performance.now();
  for (let i = 0; i < count; i += 1)
    await withActor(platform, (tx) =>
      fundPool(tx, platform, aPool, {
        key: randomUUID(),
        from: { kind: 'treasury', payer: 'province' },
        amount: yuan(1),
        on: clock.today(),
      }),
    );
  return (count / (performance.now() - begun)) * 1_000;
}
