import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { aDay, anAccount, keeper } from '#tests/factories/ledger.ts';
import { LedgerModel, type ModelLeg, type Operation, type Outcome } from '#tests/factories/ledger-model.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import type { AccountId } from '~/domain/ledger/account.ts';
import type { LimitScope } from '~/domain/ledger/limit.ts';
import type { HoldId, Leg, TransactionId } from '~/domain/ledger/transfer.ts';
import { readerOf } from '~/server/db/batch-client.ts';
import type { Reader } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { placeHold } from '~/server/ledger/place-hold.ts';
import { postBatch } from '~/server/ledger/post-batch.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { releaseHold } from '~/server/ledger/release-hold.ts';
import { reverseTransfer } from '~/server/ledger/reverse-transfer.ts';
import { setLimit } from '~/server/ledger/set-limit.ts';
import { settleHold } from '~/server/ledger/settle-hold.ts';
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

/** The real ledger under a model's numbers: accounts, scopes and keys of one run. */
class RealLedger {
  #run = crypto.randomUUID();
  #transactions = new Map<number, TransactionId>();
  #holds = new Map<number, HoldId>();
  #accounts: AccountId[] = [];

  async open(): Promise<void> {
    for (let i = 0; i < accounts; i += 1)
      this.#accounts.push(
        await withActor(keeper, (tx) => anAccount(tx, i < pools ? 'pool' : 'bank', `${this.#run}-${i}`)),
      );
  }

  key = (n: number, what = 'move') => `${this.#run}-${what}-${n}`;
  scope = (n: number) => `${n}-${this.#run}` as LimitScope;
  #leg = ({ from, to, amount }: ModelLeg): Leg => ({
    from: this.#accounts[from] as AccountId,
    to: this.#accounts[to] as AccountId,
    amount: fen(amount),
  });

  async apply(tx: Reader, op: Operation): Promise<Outcome> {
    switch (op.do) {
      case 'post':
        return this.#noted(
          op.key,
          await postTransfer(tx, keeper, {
            ...{ key: this.key(op.key), kind: 'test.moved', effectiveOn: aDay },
            legs: op.legs.map(this.#leg),
            charges: op.charges.map((charge) => ({
              scope: this.scope(charge.scope),
              amount: fen(charge.amount),
            })),
          }),
        );
      case 'batch': {
        const rest = { kind: 'test.moved', effectiveOn: aDay, leg: this.#leg(op.leg) };
        const outcome = worded(
          await postBatch(
            tx,
            keeper,
            op.keys.map((k) => ({ ...rest, key: this.key(k) })),
          ),
        );
        if (outcome === 'ok') await this.#noteBatch(tx, op.keys);
        return outcome;
      }
      case 'hold':
        return this.#hold(tx, op);
      case 'settle':
        return this.#settle(tx, op);
      case 'release':
        return worded(await releaseHold(tx, keeper, this.#holdOf(op.hold), 'test'));
      case 'reverse': {
        const of = this.#transactions.get(op.of) ?? (0n as TransactionId);
        const reversal = { key: this.key(op.key), effectiveOn: aDay, memo: 'test' };
        return this.#noted(op.key, await reverseTransfer(tx, keeper, of, reversal));
      }
      case 'ceiling': {
        const owner = { enterpriseId: null, institutionId: null };
        const ceiling = op.ceiling === null ? null : fen(op.ceiling);
        return worded(await setLimit(tx, keeper, { scope: this.scope(op.scope), ceiling, ...owner }));
      }
    }
  }

  async #hold(tx: Reader, op: Extract<Operation, { do: 'hold' }>): Promise<Outcome> {
    const held = await placeHold(tx, keeper, {
      ...{ key: this.key(op.key, 'hold'), kind: 'test.paid', placedOn: aDay, expiresOn: null },
      legs: [this.#leg(op.leg)],
      charges: op.scopes.map((n) => ({ scope: this.scope(n), amount: fen(op.leg.amount) })),
      ...(op.shrink && { atLeast: fen(1) }),
    });
    if (!held.ok) return held.refusal.code;
    this.#holds.set(op.key, held.value.holdId);
    return `ok ${held.value.held}`;
  }

  async #settle(tx: Reader, op: Extract<Operation, { do: 'settle' }>): Promise<Outcome> {
    const id = this.#holdOf(op.hold);
    const [row] = await tx.$queryRaw<
      { fen: string }[]
    >`select amounts_fen[1]::text as fen from ledger_hold where id = ${id}::uuid`;
    const amounts = row && op.part ? [fen(LedgerModel.part(BigInt(row.fen)))] : undefined;
    const settlement = { key: this.key(op.key), effectiveOn: aDay, ...(amounts && { amounts }) };
    return this.#noted(op.key, await settleHold(tx, keeper, id, settlement));
  }

  #holdOf = (n: number): HoldId => this.#holds.get(n) ?? (crypto.randomUUID() as HoldId);

  #noted(n: number, result: Result<{ transactionId: TransactionId }, Refusal>): Outcome {
    if (result.ok) this.#transactions.set(n, result.value.transactionId);
    return worded(result);
  }

  async #noteBatch(tx: Reader, numbers: readonly number[]): Promise<void> {
    for (const n of numbers) {
      const [row] = await tx.$queryRaw<
        { id: string }[]
      >`select id::text from ledger_transaction where key = ${this.key(n)}`;
      if (row) this.#transactions.set(n, BigInt(row.id) as TransactionId);
    }
  }

  /** Balances, held sums and used limits as the rows add up to, beside what the running totals say. */
  async state() {
    const { rows: sums } = await killer.query(
      `select coalesce((select sum(amount_fen) from ledger_posting where account_id = a.id), 0)::text as posted,
              coalesce((select held_fen from ledger_total where account_id = a.id), 0)::text as held
       from unnest($1::uuid[]) with ordinality a (id, n) order by n`,
      [this.#accounts],
    );
    const { rows: limits } = await killer.query(
      `select scope, used_fen::text as used from ledger_limit where scope like $1 order by scope`,
      [`%-${this.#run}`],
    );
    return {
      posted: sums.map((row) => BigInt(row.posted)),
      held: sums.slice(0, pools).map((row) => BigInt(row.held)),
      used: Object.fromEntries(limits.map((row) => [row.scope[0], BigInt(row.used)])),
    };
  }
}

const worded = (result: Result<unknown, Refusal>): Outcome => (result.ok ? 'ok' : result.refusal.code);

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
      const real = new RealLedger();
      await real.open();
      for (const step of [...begun, ...sequence])
        expect(await survive(real, step), show(step)).toBe(model.apply(step.op));
      expect(await real.state()).toEqual({
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
