import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { seedProviders } from '#prisma/seed/institutions.ts';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { useDatabase } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { addAlerts } from '~/server/monitoring/store.ts';
import { findLiveLoan } from '~/server/monitoring/store-watch.ts';
import { takeMeasure } from '~/server/monitoring/take-measure.ts';
import { lookClosely, signalsToday } from '~/server/monitoring/watch-loans.ts';

const urls = freshDatabase();
const platform = system('test');
const today = clock.today();
let parties: Parties;

beforeAll(async () => {
  await withActor(platform, async (tx) => {
    await seedProviders(tx, today);
    await seedPolicy(tx, new Date());
  });
  parties = await createParties();
  insist(
    await grantConsent(parties.owner, {
      recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: null },
      ...{
        purpose: 'post-loan',
        items: ['tax.payment'],
        detail: 'detail',
        mode: 'view',
        fetchType: 'periodic',
      },
      ...{ dataFrom: null, dataTo: null, validTo: latestEnd(clock.now()) },
      ...{ readsPerDay: 50, retentionDays: 365, returnDirection: true },
    }),
  );
});

/** A live case of a loan of which no signal says anything any more. */
async function raise() {
  const { enterpriseId } = parties;
  const institutionId = parties.bankA.id;
  const loanId = await createLoan({ enterpriseId, institutionId, disbursedOn: addDays(today, -5) });
  const id = randomUUID();
  const about = { id, enterpriseId, institutionId, loanId, groupKey: `dishonesty:${loanId}` };
  const at = { raisedAt: startOf(today), dueAt: startOf(addDays(today, 9)) };
  const signal = { signalCode: 'dishonesty', signalVersion: 1, severity: 'yellow' };
  const evidence = { figures: {}, records: [] };
  await withActor(platform, (tx) => addAlerts(tx, [{ ...about, ...at, ...signal, evidence }]));
  return { id, loanId };
}

/** The watch as the worker does it: in the worker's role. */
async function watch(loanId: string) {
  await useDatabase(urls.batchUrl);
  try {
    return await withActor(platform, async (tx) =>
      lookClosely(tx, platform, await findLiveLoan(tx, loanId), await signalsToday(tx)),
    );
  } finally {
    await useDatabase(urls.appUrl);
  }
}

test('a case that an officer closes while the watch looks at it keeps the officer’s verdict', async () => {
  const { id, loanId } = await raise();
  const seen = await withClient(urls.ownerUrl, async (officer) => {
    await officer.query('begin');
    const closing = `update alert set state = 'closed', closed_at = now(), verdict = 'false-alarm' where id = $1`;
    await officer.query(closing, [id]);
    const looking = watch(loanId);
    await waitsFor(urls.ownerUrl);
    await officer.query('commit');
    return looking;
  });
  expect(seen).toMatchObject({ loans: 1, cleared: 0 });
  expect(insist(await showAlert(parties.bankA.officer, id))).toMatchObject({
    verdict: 'false-alarm',
    verdicts: [],
  });
});

/** Until some transaction of the database waits for the row of another. */
async function waitsFor(url: string) {
  const waiting = `select 1 from pg_locks k join pg_stat_activity a on a.pid = k.pid
    where not k.granted and a.datname = current_database()`;
  await withClient(url, (client) =>
    expect
      .poll(async () => (await client.query(waiting)).rows.length, { timeout: 20_000 })
      .toBeGreaterThan(0),
  );
}

test('an emergency measure that waits falls away when its case is cleared, and only the bank hears of it', async () => {
  const { officer, reviewer } = parties.bankA;
  const { id, loanId } = await raise();
  const wish = {
    kind: 'limit-reduced',
    onDay: today,
    amount: yuan(1000),
    emergency: '资产正在转移',
  } as const;
  insist(await takeMeasure(officer, id, { ...wish, reason: '核对回款', proportionality: '更轻的不够' }));
  expect(await watch(loanId)).toMatchObject({ cleared: 1 });
  const shown = insist(await showAlert(reviewer, id));
  expect(shown.measures).toMatchObject([{ confirmedAt: null, droppedName: null }]);
  expect(shown.measures[0]?.droppedAt).not.toBeNull();
  expect(shown.events.at(-1)).toMatchObject({ kind: 'measure-dropped', bankOnly: true, party: 'system' });
  const firm = insist(await showAlert(parties.owner, id));
  expect([firm.measures, firm.events.map(({ kind }) => kind)]).toEqual([[], ['closed']]);
});
