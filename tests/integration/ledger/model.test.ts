import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { keeper } from '#tests/factories/ledger.ts';
import { LedgerModel, type ModelLeg, type Operation, type Outcome } from '#tests/factories/ledger-model.ts';
import { RealLedger } from '#tests/integration/ledger/real-ledger.ts';
import { readerOf } from '~/server/db/batch-client.ts';
import { verifyLedger } from '~/server/ledger/verify-ledger.ts';

const urls = freshDatabase();
const accounts = 5;
const pools = 2;
const keys = 24;
const holds = 6;

/** When the connection dies under an operation: before the commit, under way, after the commit before the answer came. */
type Crash = 'none' | 'again' | 'before-commit' | 'under-way' | 'after-commit';
type Step = { readonly op: Operation; readonly crash: Crash };

const account = fc.nat(accounts - 1);
const amount = fc.bigInt(1n, 60n);
const key = fc.nat(keys - 1);
const held = fc.nat(holds - 1);
const scope = fc.nat(2);
const leg: fc.Arbitrary<ModelLeg> = fc
  .record({ from: account, to: account, amount })
  .filter(({ from, to }) => from !== to);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      key,
      legs: fc.array(leg, { minLength: 1, maxLength: 2 }),
      charges: fc.array(fc.record({ scope, amount: fc.bigInt(-20n, 30n).filter((n) => n !== 0n) }), {
        maxLength: 2,
      }),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('batch' as const),
      keys: fc.uniqueArray(key, { minLength: 1, maxLength: 4 }),
      leg,
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('hold' as const),
      key: held,
      leg,
      scopes: fc.uniqueArray(scope, { maxLength: 2 }),
      shrink: fc.boolean(),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({ do: fc.constant('settle' as const), hold: held, key, part: fc.boolean() }),
    weight: 3,
  },
  { arbitrary: fc.record({ do: fc.constant('release' as const), hold: held }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('reverse' as const), key, of: key }), weight: 2 },
  {
    arbitrary: fc.record({
      do: fc.constant('ceiling' as const),
      scope,
      ceiling: fc.option(fc.bigInt(0n, 150n)),
    }),
    weight: 1,
  },
);
const crash: fc.Arbitrary<Crash> = fc.oneof(
  { arbitrary: fc.constant('none' as const), weight: 12 },
  ...(['again', 'before-commit', 'under-way', 'after-commit'] as const).map((c) => ({
    arbitrary: fc.constant(c),
    weight: 1,
  })),
);
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ op: operation, crash }), {
  minLength: 20,
  maxLength: 60,
});

/** Every sequence begins with money in the pools and a ceiling, a count without one, and a limit that nobody set. */
const begun: Step[] = [
  ...[0, 1].map(
    (to): Operation => ({
      ...{ do: 'post', key: keys + to, charges: [] },
      legs: [{ from: accounts - 1, to, amount: 70n }],
    }),
  ),
  { do: 'ceiling' as const, scope: 0, ceiling: 90n },
  { do: 'ceiling' as const, scope: 1, ceiling: null },
].map((op) => ({ op, crash: 'none' }));

let worker: pg.Client;
let killer: pg.Client;

const connect = async () => {
  const client = new pg.Client({ connectionString: urls.batchUrl });
  client.on('error', () => undefined); // it is killed on purpose
  await client.connect();
  return client;
};
beforeAll(async () => {
  [worker, killer] = [await connect(), await connect()];
});
afterAll(async () => {
  await worker.end();
  await killer.end();
});

/** Does an operation in a transaction of its own while its connection may die; whoever got no answer asks again. */
async function survive(real: RealLedger, { op, crash }: Step): Promise<Outcome> {
  if (crash === 'again') await once(real, op);
  if (crash === 'before-commit') {
    await worker.query('begin');
    await real.apply({ $queryRaw: readerOf(worker) }, op);
    await reconnect();
  }
  if (crash === 'after-commit') {
    await once(real, op);
    await reconnect();
  }
  if (crash === 'under-way') {
    const lost = once(real, op).catch(() => undefined);
    await reconnect();
    await lost;
  }
  return once(real, op);
}

async function once(real: RealLedger, op: Operation): Promise<Outcome> {
  const client = worker;
  await client.query('begin');
  const outcome = await real.apply({ $queryRaw: readerOf(client) }, op);
  await client.query('commit');
  return outcome;
}

async function reconnect(): Promise<void> {
  const { processID } = worker as unknown as { processID: number };
  await killer.query('select pg_terminate_backend($1, 5000)', [processID]);
  await worker.end().catch(() => undefined);
  worker = await connect();
}

test('the ledger agrees with its model under any operations, retries and killed connections', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const model = new LedgerModel(accounts, pools);
      const real = new RealLedger(accounts, pools);
      await real.open();
      for (const step of [...begun, ...sequence])
        expect(await survive(real, step), show(step)).toBe(model.apply(step.op));
      expect(await real.state(killer)).toEqual({
        posted: model.posted,
        held: model.held.slice(0, pools),
        used: Object.fromEntries(model.used),
      });
      expect(model.posted.reduce((a, b) => a + b)).toBe(0n);
    }),
    { numRuns: 12 },
  );
  const verdict = await verifyLedger(keeper);
  expect(Object.entries(verdict.checks).filter(([, check]) => !check.ok)).toEqual([]);
  expect(verdict.transactions).toBeGreaterThan(50);
}, 120_000);

const show = (step: Step) => JSON.stringify(step, (_, v) => (typeof v === 'bigint' ? `${v}` : v));
