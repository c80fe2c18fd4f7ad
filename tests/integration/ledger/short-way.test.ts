import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { aDay, aFundedPool, anAccount, aTransfer, keeper } from '#tests/factories/ledger.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { day } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { closePeriod } from '~/server/ledger/close-period.ts';
import { hashOfTransfer, postTransfer } from '~/server/ledger/post-transfer.ts';

const urls = freshDatabase();
const accounts: string[] = [];
const known = aTransfer({ from: '' as never, to: '' as never, amount: yuan(1) }, { key: 'known' });
let knownHash = '';

/** Two pools, the treasury, a bank, and an account that does not exist; a key that was used and a closed month. */
beforeAll(async () => {
  const { pool, bank, treasury } = await aFundedPool(yuan(10));
  const other = (await aFundedPool(yuan(10))).pool;
  accounts.push(pool, other, treasury, bank, randomUUID());
  const first = { ...known, legs: [{ from: treasury, to: bank, amount: yuan(1) }] };
  knownHash = hashOfTransfer(first);
  await withActor(keeper, async (tx) => {
    insist(await postTransfer(tx, keeper, first));
    insist(await closePeriod(tx, keeper, day('2026-10-31')));
    await anAccount(tx, 'suspense');
  });
});

const post = `(key, hash, 'test.moved', effective, '2026-11-20 10:00+08', array[source], array[target], array[fen], '{}', '{}', about)`;
const request = `from (select $1::text as key, $2::text as hash, $3::date as effective, $4::uuid as source,
  $5::uuid as target, $6::bigint as fen, '{"memo": "both ways"}'::jsonb as about) r`;
/** What a way answers and leaves behind, the number it drew aside. */
const after = `select (select json_agg(t order by account_id) from ledger_total t) as totals,
  (select json_agg(json_build_object('key', key, 'seal', seal, 'postings', postings, 'parties', parties, 'memo', memo) order by id)
     from ledger_transaction) as transactions,
  (select json_agg(json_build_object('seq', seq, 'account', account_id, 'fen', amount_fen) order by transaction_id, seq)
     from ledger_posting) as postings`;

const transfers = fc.record({
  key: fc.constantFrom('known', 'fresh', 'other'),
  same: fc.boolean(),
  effective: fc.constantFrom<string>(aDay, '2026-10-31', '2026-11-01'),
  legs: fc
    .uniqueArray(fc.nat(4), { minLength: 2, maxLength: 2 })
    .map(([from = 0, to = 1]) => [accounts[from], accounts[to]]),
  fen: fc.constantFrom(1, 999, 1_000, 1_001, 5_000),
});

test('the short way of one leg answers and leaves what the long way does', () =>
  withClient(urls.ownerUrl, async (client) => {
    const outcomes = new Set<string>();
    const way = async (name: string, values: unknown[]) => {
      await client.query('begin');
      const { rows } = await client.query(`select ${name} ${post} as answer ${request}`, values);
      const { transactionId, ...answer } = rows[0].answer;
      const left = (await client.query(after)).rows[0];
      await client.query('rollback');
      outcomes.add(answer.code ?? `ok, repeated: ${answer.repeated}`);
      return { answer, ...left };
    };
    await fc.assert(
      fc.asyncProperty(transfers, async ({ key, same, effective, legs, fen }) => {
        const values = [key, same ? knownHash : 'f'.repeat(64), effective, ...legs, fen];
        expect(await way('ledger_post', values)).toEqual(await way('ledger_post_legs', values));
      }),
      { numRuns: 300 },
    );
    expect([...outcomes].sort()).toEqual([
      'ledger.account-short',
      'ledger.account-unknown',
      'ledger.key-reused',
      'ledger.period-closed',
      'ok, repeated: false',
      'ok, repeated: true',
    ]);
  }));
