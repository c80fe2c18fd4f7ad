import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { aDay, aFundedPool, aLimit, anAccount, aTransfer, keeper } from '#tests/factories/ledger.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { AccountId } from '~/domain/ledger/account.ts';
import type { HoldId, TransactionId, Transfer } from '~/domain/ledger/transfer.ts';
import { anonymous } from '~/server/access/actor.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { closePeriod } from '~/server/ledger/close-period.ts';
import { expireHolds } from '~/server/ledger/expire-holds.ts';
import { placeHold } from '~/server/ledger/place-hold.ts';
import { type BatchTransfer, postBatch } from '~/server/ledger/post-batch.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { releaseHold } from '~/server/ledger/release-hold.ts';
import { reverseTransfer } from '~/server/ledger/reverse-transfer.ts';
import { settleHold } from '~/server/ledger/settle-hold.ts';

const { ownerUrl } = freshDatabase();

const post = (transfer: Transfer) => withActor(keeper, (tx) => postTransfer(tx, keeper, transfer));
const owner = (sql: string, values: unknown[] = []) =>
  withClient(ownerUrl, (client) => client.query(sql, values));
const balance = async (account: AccountId): Promise<bigint> =>
  BigInt(
    (
      await owner('select coalesce(sum(amount_fen), 0) as fen from ledger_posting where account_id = $1', [
        account,
      ])
    ).rows[0].fen,
  );
const used = async (scope: string): Promise<bigint> =>
  BigInt((await owner('select used_fen as fen from ledger_limit where scope = $1', [scope])).rows[0].fen);
const refusal = (code: string) => ({ ok: false, refusal: { code } });

test('a transfer moves money once, however often it is sent', async () => {
  const { pool, bank } = await aFundedPool(yuan(100));
  const transfer = aTransfer({ from: pool, to: bank, amount: yuan(40) });
  const first = insist(await post(transfer));
  expect(first.repeated).toBe(false);
  expect(insist(await post(transfer))).toEqual({ ...first, repeated: true });
  expect(await post({ ...transfer, kind: 'test.other' })).toMatchObject(refusal('ledger.key-reused'));
  expect(await balance(pool)).toBe(yuan(60));
  expect(await balance(bank)).toBe(yuan(40));
});

test('several legs are one transaction, and a pool never goes below its floor', async () => {
  const { pool, bank, treasury } = await aFundedPool(yuan(100));
  const legs = [
    { from: treasury, to: bank, amount: yuan(90) },
    { from: pool, to: bank, amount: yuan(10) },
  ];
  insist(await post({ ...aTransfer(legs[0] as never), legs }));
  expect(await balance(bank)).toBe(yuan(100));
  const more = aTransfer({ from: pool, to: bank, amount: fen(9_001) });
  expect(await post(more)).toEqual({
    ok: false,
    refusal: {
      code: 'ledger.account-short',
      account: expect.stringContaining('pool:'),
      availableFen: 9_000n,
      missingFen: 1n,
    },
  });
  expect(await post({ ...more, legs: [{ from: pool, to: pool, amount: fen(1) }] })).toMatchObject(
    refusal('ledger.same-account'),
  );
  expect(await post({ ...more, legs: [{ from: pool, to: bank, amount: fen(0) }] })).toMatchObject(
    refusal('ledger.amount-not-positive'),
  );
  const nowhere = randomUUID() as AccountId;
  expect(await post({ ...more, legs: [{ from: treasury, to: nowhere, amount: fen(1) }] })).toMatchObject(
    refusal('ledger.account-unknown'),
  );
});

test('a batch is posted by sets, all or none, and repeated without effect', async () => {
  const { pool, bank } = await aFundedPool(yuan(1_000));
  const transfers: BatchTransfer[] = Array.from({ length: 500 }, () => {
    const { legs, ...rest } = aTransfer({ from: pool, to: bank, amount: yuan(2) });
    return { ...rest, leg: legs[0] as (typeof legs)[number] };
  });
  const send = (batch: readonly BatchTransfer[]) =>
    withBatchTransaction((tx) => postBatch(tx, keeper, batch));
  expect(insist(await send(transfers.slice(0, 300)))).toEqual({ posted: 300, repeated: 0 });
  expect(insist(await send(transfers))).toEqual({ posted: 200, repeated: 300 });
  expect(insist(await send(transfers))).toEqual({ posted: 0, repeated: 500 });
  expect(await balance(bank)).toBe(yuan(1_000));
  const first = transfers[0] as BatchTransfer;
  expect(await send([{ ...first, key: 'fresh' }])).toMatchObject(refusal('ledger.account-short'));
  expect(await send([{ ...first, kind: 'test.other' }])).toMatchObject(refusal('ledger.key-reused'));
  expect(await send([first, first])).toMatchObject(refusal('ledger.key-reused'));
});

test('a hold takes pool and limits as one unit and gives them back as one', async () => {
  const { pool, bank } = await aFundedPool(yuan(100));
  const [borrower, year] = await withActor(keeper, async (tx) => [
    await aLimit(tx, `borrower:${pool}`, yuan(80)),
    await aLimit(tx, `bank:${pool}`, yuan(70)),
  ]);
  const hold = (amount: bigint, rest = {}) =>
    withActor(keeper, (tx) =>
      placeHold(tx, keeper, {
        key: randomUUID(),
        kind: 'compensation.paid',
        placedOn: aDay,
        expiresOn: addDays(aDay, 5),
        legs: [{ from: pool, to: bank, amount: fen(amount) }],
        charges: [borrower, year].map((scope) => ({ scope, amount: fen(amount) })),
        ...rest,
      }),
    );
  const key = randomUUID();
  const first = insist(await hold(yuan(50), { key }));
  expect(insist(await hold(yuan(50), { key }))).toEqual({ ...first, repeated: true });
  expect(await hold(yuan(51), { key })).toMatchObject(refusal('ledger.key-reused'));
  expect(await hold(yuan(21))).toMatchObject({
    refusal: { code: 'ledger.limit-reached', scope: year, leftFen: yuan(20) },
  });
  expect(await used(borrower)).toBe(yuan(50));
  const rest = insist(await hold(yuan(45), { atLeast: yuan(15) }));
  expect(rest.held).toBe(yuan(20));
  const pays = aTransfer({ from: pool, to: bank, amount: yuan(31) });
  expect(await post(pays)).toMatchObject(refusal('ledger.account-short'));

  const settle = (id: HoldId, amounts?: bigint[], k = randomUUID()) =>
    withActor(keeper, (tx) =>
      settleHold(tx, keeper, id, {
        key: k,
        effectiveOn: aDay,
        ...(amounts && { amounts: amounts.map((a) => fen(a)) }),
      }),
    );
  expect(await settle(first.holdId, [yuan(51)])).toMatchObject(refusal('ledger.more-than-held'));
  const paidKey = randomUUID();
  const paid = insist(await settle(first.holdId, [yuan(30)], paidKey));
  expect(insist(await settle(first.holdId, [yuan(30)], paidKey))).toEqual({ ...paid, repeated: true });
  expect(await settle(first.holdId)).toMatchObject(refusal('ledger.hold-ended'));
  expect([await used(borrower), await used(year)]).toEqual([yuan(50), yuan(50)]);
  expect(await balance(bank)).toBe(yuan(30));

  const release = (id: HoldId) => withActor(keeper, (tx) => releaseHold(tx, keeper, id, 'test'));
  expect(insist(await release(rest.holdId)).repeated).toBe(false);
  expect(insist(await release(rest.holdId)).repeated).toBe(true);
  expect(await release(first.holdId)).toMatchObject(refusal('ledger.hold-ended'));
  expect([await used(borrower), await used(year)]).toEqual([yuan(30), yuan(30)]);
  expect(await hold(yuan(1), { charges: [{ scope: 'nobody-set', amount: yuan(1) }] })).toMatchObject(
    refusal('ledger.limit-unknown'),
  );

  const reverse = withActor(keeper, (tx) =>
    reverseTransfer(tx, keeper, paid.transactionId, {
      key: randomUUID(),
      effectiveOn: aDay,
      memo: 'wrong bank',
    }),
  );
  insist(await reverse);
  expect([await used(borrower), await used(year)]).toEqual([0n, 0n]);
  expect(await balance(pool)).toBe(yuan(100));
});

test('holds expire by themselves and cannot be paid after their last day', async () => {
  const { pool, bank } = await aFundedPool(yuan(10));
  const amount = yuan(10);
  const { holdId } = await withActor(keeper, async (tx) =>
    insist(
      await placeHold(tx, keeper, {
        ...{
          key: randomUUID(),
          kind: 'test.paid',
          placedOn: day('2026-11-01'),
          expiresOn: day('2026-11-10'),
        },
        ...{ legs: [{ from: pool, to: bank, amount }], charges: [] },
      }),
    ),
  );
  const settle = () =>
    withActor(keeper, (tx) => settleHold(tx, keeper, holdId, { key: randomUUID(), effectiveOn: aDay }));
  expect(await settle()).toMatchObject(refusal('ledger.hold-expired'));
  expect(await withActor(keeper, (tx) => expireHolds(tx))).toBe(1);
  expect(await withActor(keeper, (tx) => expireHolds(tx))).toBe(0);
  expect(await settle()).toMatchObject({ refusal: { code: 'ledger.hold-ended', outcome: 'expired' } });
  insist(await post(aTransfer({ from: pool, to: bank, amount })));
});

test('a reversal is the mirror image, once', async () => {
  const { pool, bank, treasury } = await aFundedPool(yuan(10));
  const paid = insist(await post(aTransfer({ from: pool, to: bank, amount: yuan(4) })));
  const undo = (id: TransactionId, key = randomUUID()) =>
    withActor(keeper, (tx) => reverseTransfer(tx, keeper, id, { key, effectiveOn: aDay, memo: 'test' }));
  const key = randomUUID();
  const undone = insist(await undo(paid.transactionId, key));
  expect(insist(await undo(paid.transactionId, key))).toEqual({ ...undone, repeated: true });
  expect(await undo(paid.transactionId)).toMatchObject(refusal('ledger.reversed-before'));
  expect(await undo(undone.transactionId)).toMatchObject(refusal('ledger.reversal-of-reversal'));
  expect(await undo(999_999_999n as TransactionId)).toMatchObject(refusal('ledger.transaction-unknown'));
  expect([await balance(pool), await balance(bank), await balance(treasury)]).toEqual([
    yuan(10),
    0n,
    -yuan(10),
  ]);
});

test('a closed period refuses, and what is undone later lands in an open day', async () => {
  const { pool, bank } = await aFundedPool(yuan(10));
  const early = day('2026-10-15');
  const before = insist(
    await post(
      aTransfer({ from: pool, to: bank, amount: yuan(1) }, { effectiveOn: early, key: 'before-closing' }),
    ),
  );
  const close = (endsOn: string) => withActor(keeper, (tx) => closePeriod(tx, keeper, day(endsOn)));
  expect(await close('2026-11-23')).toMatchObject(refusal('ledger.period-not-over'));
  expect(insist(await close('2026-10-31')).digest).toMatch(/^[0-9a-f]{64}$/);
  expect(await close('2026-10-31')).toMatchObject(refusal('ledger.period-closed-before'));
  const late = aTransfer({ from: pool, to: bank, amount: yuan(1) }, { effectiveOn: early });
  expect(await post(late)).toMatchObject({
    refusal: { code: 'ledger.period-closed', closedThrough: '2026-10-31' },
  });
  const again = aTransfer(
    { from: pool, to: bank, amount: yuan(1) },
    { effectiveOn: early, key: 'before-closing' },
  );
  expect(insist(await post(again)).repeated).toBe(true);
  const undo = (effectiveOn: string) =>
    withActor(keeper, (tx) =>
      reverseTransfer(tx, keeper, before.transactionId, {
        key: randomUUID(),
        effectiveOn: day(effectiveOn),
        memo: 'late',
      }),
    );
  expect(await undo('2026-10-20')).toMatchObject(refusal('ledger.period-closed'));
  insist(await undo('2026-11-01'));
});

test('nobody edits, and nobody but the platform writes', async () => {
  const { pool, bank } = await aFundedPool(yuan(10));
  const columns = {
    ledger_posting: 'amount_fen',
    ledger_transaction: 'memo',
    ledger_hold: 'key',
    ledger_hold_end: 'outcome',
    ledger_use: 'scope',
    ledger_account: 'code',
    ledger_limit_change: 'scope',
    ledger_period: 'digest',
  };
  for (const [table, column] of Object.entries(columns))
    await expect(owner(`update ${table} set ${column} = ${column}`), table).rejects.toMatchObject({
      code: 'XQ001',
    });
  await expect(owner('delete from ledger_posting')).rejects.toMatchObject({ code: 'XQ001' });
  await expect(owner('truncate ledger_posting')).rejects.toMatchObject({ code: 'XQ001' });
  const transfer = aTransfer({ from: pool, to: bank, amount: yuan(1) });
  expect(await withActor(anonymous, (tx) => postTransfer(tx, anonymous, transfer))).toMatchObject(
    refusal('ledger.not-allowed'),
  );
});

test('the database itself refuses what is not balanced', async () => {
  const { pool, bank } = await aFundedPool(yuan(10));
  const { transactionId } = insist(await post(aTransfer({ from: pool, to: bank, amount: yuan(1) })));
  const line = `insert into ledger_posting (transaction_id, seq, account_id, amount_fen, effective_on) values`;
  await expect(owner(`${line} (${transactionId}, 3, '${pool}', 1, '2026-11-20')`)).rejects.toMatchObject({
    code: 'XQ002',
  });
  await expect(
    owner(
      `${line} (${transactionId}, 3, '${pool}', 1, '2026-11-20'), (${transactionId}, 4, '${pool}', -1, '2026-11-20')`,
    ),
  ).rejects.toMatchObject({ code: 'XQ002' });
  await expect(
    owner(`insert into ledger_transaction (key, request_hash, kind, effective_on, booked_at, postings, parties, seal)
      values ('bare', 'x', 'test', '2026-11-20', now(), 2, '{}', 'x')`),
  ).rejects.toMatchObject({ code: 'XQ002' });
  expect(await balance(pool)).toBe(yuan(9));
  await withActor(keeper, (tx) => anAccount(tx, 'suspense'));
});
