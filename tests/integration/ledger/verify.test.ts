import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { aDay, aFundedPool, aLimit, aTransfer, keeper } from '#tests/factories/ledger.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { CliAnswer } from '~/cli/command.ts';
import { command } from '~/cli/commands/verify-ledger.ts';
import { day } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { readerOf } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { closePeriod } from '~/server/ledger/close-period.ts';
import { placeHold } from '~/server/ledger/place-hold.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { type LedgerVerdict, proveLedger } from '~/server/ledger/prove-ledger.ts';
import { releaseHold } from '~/server/ledger/release-hold.ts';
import { reverseTransfer } from '~/server/ledger/reverse-transfer.ts';
import { settleHold } from '~/server/ledger/settle-hold.ts';
import type { LedgerCheck } from '~/server/ledger/store-verify.ts';

const urls = freshDatabase();
const bar = { tick: () => undefined, total: () => undefined, done: () => undefined };
const run = (locale: 'zh-CN' | 'en') =>
  command.run({ options: {}, locale, progress: () => bar } as never) as Promise<CliAnswer>;

/** One of everything: paid in full and in part, given back, pending, reversed, closed. */
beforeAll(async () => {
  const { pool, bank } = await aFundedPool(yuan(1_000));
  await withActor(keeper, async (tx) => {
    const early = { effectiveOn: day('2026-10-10') };
    insist(await postTransfer(tx, keeper, aTransfer({ from: pool, to: bank, amount: yuan(1) }, early)));
    insist(await closePeriod(tx, keeper, day('2026-10-31')));
    const charges = [{ scope: await aLimit(tx, 'borrower', yuan(500)), amount: yuan(50) }];
    const hold = async () => {
      const legs = [{ from: pool, to: bank, amount: yuan(50) }];
      const held = { key: randomUUID(), kind: 'test.paid', placedOn: aDay, expiresOn: null, legs, charges };
      return insist(await placeHold(tx, keeper, held)).holdId;
    };
    const settle = { effectiveOn: aDay };
    insist(await settleHold(tx, keeper, await hold(), { ...settle, key: randomUUID() }));
    const part = await settleHold(tx, keeper, await hold(), { ...settle, key: 'part', amounts: [yuan(20)] });
    insist(await releaseHold(tx, keeper, await hold(), 'test'));
    await hold();
    const undo = { key: randomUUID(), effectiveOn: aDay, memo: 'test' };
    insist(await reverseTransfer(tx, keeper, insist(part).transactionId, undo));
  });
});

test('a sound ledger is proved, in both languages and as JSON', async () => {
  const answer = await run('en');
  expect(answer).toMatchObject({
    ok: true,
    json: { ok: true, transactions: 5, postings: 10, accounts: 3, holds: 4, seconds: expect.any(Number) },
  });
  expect(answer.lines).toEqual([expect.stringContaining('The ledger holds: 5 transactions')]);
  expect((await run('zh-CN')).lines).toEqual([expect.stringContaining('总账无误')]);
});

/** What the owner of the database could do behind the ledger's back, and the check that finds it. */
const corruptions: Record<string, readonly [LedgerCheck, string]> = {
  'a changed amount': ['balanced', 'update ledger_posting set amount_fen = amount_fen + 1 where seq = 2'],
  'a posting that is gone': ['balanced', 'delete from ledger_posting where seq = 1 and transaction_id = 1'],
  'an amount changed on both sides': [
    'sealed',
    'update ledger_posting set amount_fen = amount_fen * 2 where transaction_id = 1',
  ],
  'another account': [
    'sealed',
    `update ledger_posting set account_id = (select id from ledger_account where kind = 'treasury') where seq = 2`,
  ],
  'another day': ['placed', `update ledger_posting set effective_on = '2026-11-01'`],
  'an account that does not exist': ['placed', 'update ledger_posting set account_id = gen_random_uuid()'],
  'a key that stands twice': [
    'keysOnce',
    `drop index ledger_transaction_key_key; update ledger_transaction set key = 'part'`,
  ],
  'a hold that ended without being paid': [
    'holdsEnd',
    `delete from ledger_hold_end where outcome = 'posted'`,
  ],
  'a hold that is gone': ['holdsEnd', 'delete from ledger_hold'],
  'room that was not given back': ['holdsCharge', 'delete from ledger_use where amount_fen < 0'],
  'a balance that somebody set': ['totals', 'update ledger_total set posted_fen = posted_fen + 100'],
  'held money that somebody set free': ['totals', 'update ledger_total set held_fen = 0'],
  'an account without its total': ['totals', 'delete from ledger_total'],
  'a pool below its floor': ['floors', 'update ledger_total set posted_fen = held_fen - 1'],
  'a limit that somebody reset': ['limits', 'update ledger_limit set used_fen = 0'],
  'a ceiling that somebody moved': ['limits', 'update ledger_limit set ceiling_fen = ceiling_fen + 1'],
  'a use beyond the ceiling of its moment': [
    'limits',
    'update ledger_limit_change set ceiling_fen = 1; update ledger_limit set ceiling_fen = 1',
  ],
  'a reversal of something else': [
    'reversals',
    'update ledger_transaction set reverses = 1 where reverses is not null',
  ],
  'a row slipped into a closed period': [
    'periods',
    `update ledger_transaction set effective_on = '2026-10-11' where key = 'part'`,
  ],
  'a digest that somebody rewrote': ['periods', `update ledger_period set digest = repeat('0', 64)`],
  'a grant to the working role': ['guarded', 'grant update on ledger_posting to xinqiao_app'],
  'a trigger that is off': ['guarded', 'alter table ledger_use disable trigger append_only'],
};

const rows = ['posting', 'transaction', 'hold', 'hold_end', 'use', 'limit_change', 'period'];
const triggers = (state: string, names = rows) =>
  names.map((name) => `alter table ledger_${name} ${state} trigger user`).join('; ');

/** The verdict on a ledger after a change, which is then taken back. */
const verdictAfter = (sql: string): Promise<LedgerVerdict> =>
  withClient(urls.ownerUrl, async (client) => {
    await client.query(`begin; ${triggers('disable')}; ${sql}`);
    // An end of the triggers' pause would undo the one that a case leaves off.
    if (!sql.includes('trigger')) await client.query(triggers('enable'));
    const verdict = await proveLedger({ $queryRaw: readerOf(client) });
    await client.query('rollback');
    return verdict;
  });

test.each(Object.entries(corruptions))('%s is found', async (_, [check, sql]) => {
  const verdict = await verdictAfter(sql);
  expect(verdict.ok).toBe(false);
  expect(verdict.checks[check]).toMatchObject({ ok: false, first: expect.any(String) });
  expect(verdict.checks[check].wrong).toBeGreaterThan(0);
});

test('the command says in a sentence what is wrong, and fails', async () => {
  await withClient(urls.ownerUrl, (client) =>
    client.query('update ledger_total set posted_fen = posted_fen + 100'),
  );
  const answer = await run('en');
  expect(answer.ok).toBe(false);
  expect(answer.lines).toEqual([
    expect.stringMatching(/^Totals equal the sums: 1 wrong, the first is pool:/),
  ]);
  await withClient(urls.ownerUrl, (client) =>
    client.query('update ledger_total set posted_fen = posted_fen - 100'),
  );
  expect((await run('en')).ok).toBe(true);
});
