import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { expireLedgerHolds } from '#jobs/ledger/expire-holds.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { aFundedPool, aTransfer, keeper } from '#tests/factories/ledger.ts';
import { makeInstitution } from '#tests/factories/people.ts';
import { testDay } from '#tests/today.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { lastProof } from '~/server/ledger/keep-verdict.ts';
import { placeHold } from '~/server/ledger/place-hold.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';

const today = day(testDay);
const { ownerUrl } = freshDatabase({ as: 'batch' });
const funds: Person = {
  ...{ kind: 'person', userId: randomUUID() as never, name: 'funds', role: 'funds-operator', demo: false },
  ...{ enterpriseId: null, institutionId: null, institutionName: null },
};

test('what was set aside and is past its last day is free again, and that is noted', async () => {
  const { pool, bank } = await aFundedPool(yuan(10));
  const hold = (expiresOn: Day) =>
    withActor(keeper, (tx) =>
      placeHold(tx, keeper, {
        ...{ key: randomUUID(), kind: 'test.paid', placedOn: addDays(today, -9), expiresOn, charges: [] },
        legs: [{ from: pool, to: bank, amount: yuan(4) }],
      }),
    );
  insist(await hold(addDays(today, -1)));
  insist(await hold(today));
  await withActor(keeper, expireLedgerHolds);
  await withActor(keeper, expireLedgerHolds);
  const ended = await withClient(ownerUrl, (client) => client.query('select outcome from ledger_hold_end'));
  expect(ended.rows).toEqual([{ outcome: 'expired' }]);
  const all = aTransfer({ from: pool, to: bank, amount: yuan(6) });
  insist(await withActor(keeper, (tx) => postTransfer(tx, keeper, all)));
  const noted = await withClient(ownerUrl, (client) =>
    client.query(
      `select body::jsonb->'detail' as detail from audit_entry where action = 'ledger.holds-expired'`,
    ),
  );
  expect(noted.rows).toEqual([{ detail: { holds: 1 } }]);
});

test('each night the ledger is proved, and the funds desk reads what was found', async () => {
  const prove = (day: Day) =>
    doJob(handlers, { name: 'ledger.verify', payload: { day }, key: `verify-ledger-${day}` });
  await makeInstitution({ kind: 'platform', name: 'platform' });
  expect(await withActor(funds, lastProof)).toBeNull();
  await prove(today);
  expect(await withActor(funds, lastProof)).toMatchObject({ ok: true, transactions: 2, broken: [] });
  await withClient(ownerUrl, (client) =>
    client.query('update ledger_total set posted_fen = posted_fen + 100'),
  );
  await prove(addDays(today, 1));
  expect(await withActor(funds, lastProof)).toMatchObject({
    ok: false,
    broken: [{ check: 'totals', wrong: 1, first: expect.stringContaining('pool:') }],
  });
  await prove(addDays(today, 1));
  const told = await withActor(keeper, (tx) =>
    tx.notification.findMany({ where: { kind: 'ledger.broken' } }),
  );
  expect(told.map(({ params, href }) => ({ params, href }))).toEqual([
    { params: { checks: 1 }, href: '/operator/ledger' },
  ]);
});
