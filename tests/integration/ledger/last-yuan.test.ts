import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { aDay, aFundedPool, aLimit, aTransfer, keeper } from '#tests/factories/ledger.ts';
import { interleavings, runInterleaved, type Session } from '#tests/integration/ledger/interleaving.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { day } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist, type Refusal, type Result } from '~/domain/kernel/result.ts';
import type { LimitScope } from '~/domain/ledger/limit.ts';
import type { HoldId } from '~/domain/ledger/transfer.ts';
import { readerOf, withBatchTransaction } from '~/server/db/batch-client.ts';
import type { Reader } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { placeHold } from '~/server/ledger/place-hold.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { proveLedger } from '~/server/ledger/prove-ledger.ts';
import { releaseHold } from '~/server/ledger/release-hold.ts';
import { settleHold } from '~/server/ledger/settle-hold.ts';
import { callClosePeriod } from '~/server/ledger/store.ts';

const urls = freshDatabase();
type Fund = Awaited<ReturnType<typeof aFundedPool>>;
let fund: Fund;
beforeEach(async () => {
  fund = await aFundedPool(yuan(1));
});

/** The first step of a session with the beginning of its transaction. */
const beginning = (step: Session[number]) => async (client: pg.Client) => {
  await client.query('begin');
  return step(client);
};
const commit = (client: pg.Client) => client.query('commit');
const rollback = (client: pg.Client) => client.query('rollback');
const over = (work: (tx: Reader) => Promise<Result<unknown, Refusal>>) => async (client: pg.Client) => {
  const result = await work({ $queryRaw: readerOf(client) });
  return result.ok ? 'ok' : result.refusal.code;
};

/** As shipped: one claim that wants the whole pool. */
const claim = (of: Fund, charges: LimitScope[] = []) =>
  over((tx) =>
    placeHold(tx, keeper, {
      ...{ key: randomUUID(), kind: 'test.paid', placedOn: aDay, expiresOn: null },
      legs: [{ from: of.pool, to: of.bank, amount: yuan(1) }],
      charges: charges.map((scope) => ({ scope, amount: yuan(1) })),
    }),
  );

/** The mutant: what most would write. It looks at the pool, then notes its hold; nothing is locked in between. */
const naive = (of: Fund): Session => {
  let available = 0n;
  const look = async (client: pg.Client) => {
    const { rows } = await client.query(
      'select posted_fen - held_fen as fen from ledger_total where account_id = $1',
      [of.pool],
    );
    available = BigInt(rows[0].fen);
  };
  const take = async (client: pg.Client) => {
    if (available < yuan(1)) return 'ledger.account-short';
    await client.query(
      `insert into ledger_hold (key, request_hash, kind, placed_on, placed_at, from_accounts, to_accounts, amounts_fen,
         scopes, charges_fen, parties)
       values ($1, repeat('0', 64), 'test.paid', $2, now(), array[$3::uuid], array[$4::uuid], array[100], '{}', '{}', '{}')`,
      [randomUUID(), aDay, of.pool, of.bank],
    );
    await client.query('update ledger_total set held_fen = held_fen + 100 where account_id = $1', [of.pool]);
    return 'ok';
  };
  return [beginning(look), take, commit];
};

const won = (answers: unknown[][]) => answers.flat().filter((answer) => answer === 'ok').length;

test('check-then-insert gives the last yuan twice under READ COMMITTED, and the proof finds it', async () => {
  const counts = { twice: 0, once: 0 };
  for (const order of interleavings([3, 3])) {
    const of = await aFundedPool(yuan(1));
    const answers = await runInterleaved(urls.ownerUrl, [naive(of), naive(of)], order);
    counts[won(answers) === 2 ? 'twice' : 'once'] += 1;
  }
  expect(counts.twice).toBeGreaterThan(counts.once);
  const verdict = await withClient(urls.ownerUrl, (client) => proveLedger({ $queryRaw: readerOf(client) }));
  expect(verdict.checks.floors).toMatchObject({ ok: false, wrong: counts.twice });
  await withClient(urls.ownerUrl, (client) =>
    client.query(`alter table ledger_hold disable trigger user; delete from ledger_hold; update ledger_total set held_fen = 0;
                  alter table ledger_hold enable trigger user`),
  );
});

test.each([2, 3])('as shipped, of %i who want the last yuan one gets it, in every order', async (n) => {
  for (const order of interleavings(Array<number>(n).fill(2))) {
    if (n === 3 && !isCanonical(order)) continue;
    const of = await aFundedPool(yuan(1));
    const sessions = Array.from({ length: n }, (): Session => [beginning(claim(of)), commit]);
    const answers = (await runInterleaved(urls.batchUrl, sessions, order)).flat();
    expect(answers.filter((a) => a === 'ok')).toHaveLength(1);
    expect(answers.filter((a) => a === 'ledger.account-short')).toHaveLength(n - 1);
  }
  await proven();
});

/** Sessions that do the same are interchangeable: only orders in which they begin by number are run. */
const isCanonical = (order: readonly number[]) =>
  order.indexOf(0) < order.indexOf(1) && order.indexOf(1) < order.indexOf(2);

test('who waits for one that gives up gets the yuan', async () => {
  const sessions: Session[] = [
    [beginning(claim(fund)), rollback],
    [beginning(claim(fund)), commit],
  ];
  const answers = await runInterleaved(urls.batchUrl, sessions, [0, 1, 0, 1]);
  expect([answers[0]?.[0], answers[1]?.[0]]).toEqual(['ok', 'ok']);
  await proven();
});

test('the last yuan of a limit is given once as well, whatever the pool holds', async () => {
  for (const order of interleavings([2, 2])) {
    const of = await aFundedPool(yuan(100));
    const scope = await withActor(keeper, (tx) => aLimit(tx, `borrower:${of.pool}`, yuan(1)));
    const other = await withActor(keeper, (tx) => aLimit(tx, `bank:${of.pool}`, yuan(9)));
    // Each names the limits in another order, which must not become a deadlock.
    const sessions: Session[] = [
      [beginning(claim(of, [scope, other])), commit],
      [beginning(claim(of, [other, scope])), commit],
    ];
    const answers = (await runInterleaved(urls.batchUrl, sessions, order)).flat();
    expect(answers.filter((a) => a === 'ok' || a === 'ledger.limit-reached').sort()).toEqual([
      'ledger.limit-reached',
      'ok',
    ]);
  }
  await proven();
});

const aHold = async (of: Fund): Promise<HoldId> =>
  withActor(keeper, async (tx) => {
    const legs = [{ from: of.pool, to: of.bank, amount: yuan(1) }];
    const rest = { kind: 'test.paid', placedOn: aDay, expiresOn: null, charges: [] };
    return insist(await placeHold(tx, keeper, { ...rest, key: randomUUID(), legs })).holdId;
  });

test('a hold is paid or given back, never both and never twice', async () => {
  const settle = (hold: HoldId) =>
    over((tx) => settleHold(tx, keeper, hold, { key: randomUUID(), effectiveOn: aDay }));
  const release = (hold: HoldId) => over((tx) => releaseHold(tx, keeper, hold, 'test'));
  for (const second of [settle, release])
    for (const order of interleavings([2, 2])) {
      const hold = await aHold(await aFundedPool(yuan(1)));
      const sessions: Session[] = [
        [beginning(settle(hold)), commit],
        [beginning(second(hold)), commit],
      ];
      const answers = (await runInterleaved(urls.batchUrl, sessions, order)).flat();
      expect(answers.filter((a) => typeof a === 'string').sort()).toEqual(['ledger.hold-ended', 'ok']);
    }
  await proven();
});

test('the same key from two sessions is one payment', async () => {
  const transfer = aTransfer({ from: fund.treasury, to: fund.bank, amount: yuan(7) });
  const post = over((tx) => postTransfer(tx, keeper, transfer));
  for (const order of interleavings([2, 2])) {
    const answers = await runInterleaved(
      urls.batchUrl,
      [
        [beginning(post), commit],
        [beginning(post), commit],
      ],
      order,
    );
    expect(won(answers)).toBe(2);
  }
  const { rows } = await withClient(urls.batchUrl, (client) =>
    client.query('select sum(amount_fen)::text as fen from ledger_posting where account_id = $1', [
      fund.bank,
    ]),
  );
  expect(rows[0].fen).toBe('700');
  await proven();
});

test('closing waits for who still posts into the period, and who comes later is refused', async () => {
  const inside = { effectiveOn: day('2026-10-05') };
  const post = () =>
    over((tx) =>
      postTransfer(tx, keeper, aTransfer({ from: fund.treasury, to: fund.bank, amount: yuan(1) }, inside)),
    );
  const close = async (client: pg.Client) => {
    const note = { at: new Date('2026-11-23T02:00:00Z'), by: null };
    return (await callClosePeriod({ $queryRaw: readerOf(client) }, day('2026-10-31'), note)).transactions;
  };
  const sessions: Session[] = [
    [beginning(post()), commit],
    [beginning(close), commit],
    [beginning(post()), commit],
  ];
  const answers = await runInterleaved(urls.batchUrl, sessions, [0, 1, 2, 0, 1, 2]);
  expect(answers.map((steps) => steps[0])).toEqual(['ok', '1', 'ledger.period-closed']);
  await proven();
});

async function proven(): Promise<void> {
  const verdict = await withBatchTransaction((tx) => proveLedger(tx));
  expect(Object.entries(verdict.checks).filter(([, check]) => !check.ok)).toEqual([]);
}
