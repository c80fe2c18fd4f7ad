import type pg from 'pg';
import { aDay, anAccount, keeper } from '#tests/factories/ledger.ts';
import { LedgerModel, type ModelLeg, type Operation, type Outcome } from '#tests/factories/ledger-model.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import type { AccountId } from '~/domain/ledger/account.ts';
import type { LimitScope } from '~/domain/ledger/limit.ts';
import type { HoldId, Leg, TransactionId } from '~/domain/ledger/transfer.ts';
import type { Reader } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { placeHold } from '~/server/ledger/place-hold.ts';
import { postBatch } from '~/server/ledger/post-batch.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { releaseHold } from '~/server/ledger/release-hold.ts';
import { reverseTransfer } from '~/server/ledger/reverse-transfer.ts';
import { setLimit } from '~/server/ledger/set-limit.ts';
import { settleHold } from '~/server/ledger/settle-hold.ts';

/** The real ledger under a model's numbers: accounts, scopes and keys of one run. */
export class RealLedger {
  #run = crypto.randomUUID();
  #transactions = new Map<number, TransactionId>();
  #holds = new Map<number, HoldId>();
  #accounts: AccountId[] = [];

  /** Accounts below `pools` are pools. */
  constructor(
    readonly accounts: number,
    readonly pools: number,
  ) {}

  async open(): Promise<void> {
    for (let i = 0; i < this.accounts; i += 1)
      this.#accounts.push(
        await withActor(keeper, (tx) => anAccount(tx, i < this.pools ? 'pool' : 'bank', `${this.#run}-${i}`)),
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
  async state(client: pg.Client) {
    const { rows: sums } = await client.query(
      `select coalesce((select sum(amount_fen) from ledger_posting where account_id = a.id), 0)::text as posted,
              coalesce((select held_fen from ledger_total where account_id = a.id), 0)::text as held
       from unnest($1::uuid[]) with ordinality a (id, n) order by n`,
      [this.#accounts],
    );
    const { rows: limits } = await client.query(
      `select scope, used_fen::text as used from ledger_limit where scope like $1 order by scope`,
      [`%-${this.#run}`],
    );
    return {
      posted: sums.map((row) => BigInt(row.posted)),
      held: sums.slice(0, this.pools).map((row) => BigInt(row.held)),
      used: Object.fromEntries(limits.map((row) => [row.scope[0], BigInt(row.used)])),
    };
  }
}

const worded = (result: Result<unknown, Refusal>): Outcome => (result.ok ? 'ok' : result.refusal.code);
