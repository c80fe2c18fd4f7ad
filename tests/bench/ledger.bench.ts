import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { aDay, keeper } from '#tests/factories/ledger.ts';
import { fen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { AccountId } from '~/domain/ledger/account.ts';
import type { Leg } from '~/domain/ledger/transfer.ts';
import { readerOf } from '~/server/db/batch-client.ts';
import { batchSize, postBatch } from '~/server/ledger/post-batch.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { proveLedger } from '~/server/ledger/prove-ledger.ts';
import { type Bench, type BenchContext, type Compared, compare } from './bench.ts';
import { type DurableLedger, openDurableLedger } from './durable-ledger.ts';

const rounds = 5;
const connections = 4;

/**
 * Transfers a second that are durable, idempotent, balanced and checked against the pool's floor, against bare inserts of
 * two rows over the same connections to the same disk: one transaction each, and in batches of 500. Both sides begin and
 * commit their transaction, as every use case does.
 */
export const bench: Bench = {
  name: 'ledger',
  async run(context) {
    const ledger = await openDurableLedger(500, 1_000_000_000n);
    const clients = await Promise.all(Array.from({ length: connections }, () => connect(ledger)));
    try {
      await clients[0]?.query('create table staging.bare (transfer text, account uuid, amount bigint)');
      const figures = await measure(ledger, clients, context);
      await prove(clients[0] as pg.Client);
      return figures;
    } finally {
      await Promise.all(clients.map((client) => client.end()));
      await ledger.database.stop();
    }
  },
};

async function connect({ database }: DurableLedger): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.batchUrl });
  await client.connect();
  return client;
}

async function measure(
  ledger: DurableLedger,
  clients: readonly pg.Client[],
  { full, progress }: BenchContext,
) {
  const transfers = full ? 20_000 : 3_000;
  const batches = full ? 80 : 16;
  const bar = progress('ledger', (rounds + 1) * 4);
  const tick = (work: () => Promise<void>) => () => work().then(() => bar.tick());
  const inserts = tick(() => everyClient(clients, transfers, (client, n) => bareInsert(client, ledger, n)));
  const singles = tick(() => everyClient(clients, transfers, (client, n) => single(client, ledger, n)));
  const sets = tick(() => everyClient(clients, batches, (client, n) => batch(client, ledger, n)));
  const postings = await compare(rounds, singles, inserts);
  const batched = await compare(rounds, sets, inserts);
  bar.done();
  return {
    postings: { ...perSecond(postings, transfers, transfers), unit: 'transfers/s', target: 0.5 },
    batch: { ...perSecond(batched, batches * batchSize, transfers), unit: 'transfers/s', target: 3 },
  };
}

const perSecond = ({ values, baselines }: Compared, ours: number, plain: number): Compared => ({
  values: values.map((ms) => (ours / ms) * 1000),
  baselines: baselines.map((ms) => (plain / ms) * 1000),
});

/** Shares the work out among the connections, each doing one thing after the other. */
async function everyClient(
  clients: readonly pg.Client[],
  total: number,
  work: (client: pg.Client, n: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (next < total) await inTransaction(client, () => work(client, next++));
    }),
  );
}

async function inTransaction(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('begin');
  await work();
  await client.query('commit');
}

const legOf = ({ pools, banks }: DurableLedger, n: number): Leg => ({
  from: pools[n % pools.length] as AccountId,
  to: banks[(n * 7) % banks.length] as AccountId,
  amount: fen(100),
});

async function bareInsert(client: pg.Client, ledger: DurableLedger, n: number): Promise<void> {
  const { from, to, amount } = legOf(ledger, n);
  await client.query('insert into staging.bare values ($1, $2, $3), ($1, $4, $5)', [
    randomUUID(),
    from,
    String(-amount),
    to,
    String(amount),
  ]);
}

async function single(client: pg.Client, ledger: DurableLedger, n: number): Promise<void> {
  const transfer = { key: randomUUID(), kind: 'bench.moved', effectiveOn: aDay, legs: [legOf(ledger, n)] };
  insist(await postTransfer({ $queryRaw: readerOf(client) }, keeper, transfer));
}

async function batch(client: pg.Client, ledger: DurableLedger, n: number): Promise<void> {
  const transfers = Array.from({ length: batchSize }, (_, i) => ({
    ...{ key: randomUUID(), kind: 'bench.moved', effectiveOn: aDay },
    leg: legOf(ledger, n * batchSize + i),
  }));
  insist(await postBatch({ $queryRaw: readerOf(client) }, keeper, transfers));
}

async function prove(client: pg.Client): Promise<void> {
  const { ok, checks } = await proveLedger({ $queryRaw: readerOf(client) });
  if (!ok) throw new Error(`the ledger does not hold: ${JSON.stringify(checks)}`);
}
