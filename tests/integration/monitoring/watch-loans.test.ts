import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { seedCatalogue } from '#prisma/seed/catalogue.ts';
import { institutionId, seedProviders } from '#prisma/seed/institutions.ts';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { type Tx, useDatabase } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerAlert } from '~/server/monitoring/answer-alert.ts';
import { closeAlert } from '~/server/monitoring/close-alert.ts';
import { listAlerts } from '~/server/monitoring/list-alerts.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { findLendersOf } from '~/server/monitoring/store-committee.ts';
import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';
import { lookClosely, signalsToday, touchedBy, watchLoans } from '~/server/monitoring/watch-loans.ts';

const urls = freshDatabase();
const platform = system('test');
const today = clock.today();
let parties: Parties;

beforeAll(async () => {
  await withActor(platform, async (tx) => {
    await seedProviders(tx, today);
    await seedCatalogue(tx);
    await seedPolicy(tx, new Date());
  });
});
beforeEach(async () => {
  await withActor(
    platform,
    (tx) => tx.$executeRaw`update institution set code = id::text where kind = 'bank'`,
  );
  parties = await createParties();
});

const monitor = async (owner = parties.owner) =>
  insist(
    await grantConsent(owner, {
      recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: null },
      purpose: 'post-loan',
      items: ['court.judgment', 'tax.arrears'],
      detail: 'detail',
      mode: 'view',
      fetchType: 'periodic',
      dataFrom: null,
      dataTo: null,
      validTo: latestEnd(clock.now()),
      readsPerDay: 50,
      retentionDays: 365,
      returnDirection: true,
    }),
  );

const lend = (state: 'active' | 'settled' = 'active') =>
  createLoan({
    enterpriseId: parties.enterpriseId,
    institutionId: parties.bankA.id,
    disbursedOn: addDays(today, -20),
    state,
  });

type NewFact = {
  enterpriseId?: EnterpriseId;
  item: string;
  on: Day;
  amountFen?: bigint;
  supersedes?: string;
  op?: string;
  category?: string;
};

/** One delivery with one record, as an accepted batch leaves it. */
async function deliver({ enterpriseId, item, on, amountFen, supersedes, op = 'assert', category }: NewFact) {
  const batchId = randomUUID();
  const [row] = await withClient(urls.batchUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, amount_fen, known_at, op, supersedes, category)
       values ($1, $2, 1, $3, $4, $5, $6, $7, now(), $8, $9, $10) returning id`,
      [
        enterpriseId ?? parties.enterpriseId,
        item,
        institutionId('court'),
        batchId,
        randomBytes(16),
        dateOfDay(on),
        amountFen ?? null,
        op,
        supersedes ?? null,
        category ?? null,
      ],
    );
    return rows;
  });
  return { batchId, factId: row?.id ?? '' };
}

const liveLoans = (tx: Tx) => tx.$queryRaw<WatchedLoan[]>`
  select id::text, enterprise_id::text, borrower_id::text, institution_id::text, application_id::text from watched_loan
  where state = 'active' order by id`;

/** The watch as the worker does it: in the worker's role. */
async function watch(batchId: string | null) {
  await useDatabase(urls.batchUrl);
  try {
    return await withActor(platform, async (tx) => {
      const loans = batchId ? (await touchedBy(batchId)).loans : await liveLoans(tx);
      return watchLoans(tx, platform, loans, batchId);
    });
  } finally {
    await useDatabase(urls.appUrl);
  }
}

const alertsOf = async (actor = parties.bankA.officer) => (await listAlerts(actor, {}, 0)).alerts;

test('a new dishonesty entry raises one alert with its record; the same batch again raises none', async () => {
  await lend();
  await monitor();
  const { batchId, factId } = await deliver({ item: 'court.dishonesty', on: addDays(today, -3) });
  expect(await watch(batchId)).toMatchObject({ loans: 1, raised: 1 });
  expect(await watch(batchId)).toEqual({ loans: 0, raised: 0, merged: 0, cleared: 0 });
  const [alert, ...more] = await alertsOf();
  expect(more).toEqual([]);
  const shown = insist(await showAlert(parties.bankA.officer, alert?.id ?? ''));
  expect(shown.evidence.records.map((r) => r.factId)).toEqual([factId]);
  expect(new Date(shown.dueAt) > clock.now()).toBe(true);
});

test('nothing for a settled loan, without a monitoring consent, or after its withdrawal', async () => {
  await lend('settled');
  const consent = await monitor();
  const first = await deliver({ item: 'court.dishonesty', on: addDays(today, -3) });
  expect(await watch(first.batchId)).toMatchObject({ loans: 0, raised: 0 });
  await lend();
  insist(await withdrawConsent(parties.owner, consent));
  const second = await deliver({ item: 'court.dishonesty', on: addDays(today, -2) });
  expect(await watch(second.batchId)).toMatchObject({ loans: 0, raised: 0 });
  expect(await alertsOf()).toEqual([]);
});

test('a revoked record clears its alert', async () => {
  await lend();
  await monitor();
  const { batchId, factId } = await deliver({ item: 'court.dishonesty', on: addDays(today, -3) });
  await watch(batchId);
  const revoked = await deliver({
    item: 'court.dishonesty',
    on: addDays(today, -3),
    supersedes: factId,
    op: 'revoke',
  });
  expect(await watch(revoked.batchId)).toMatchObject({ cleared: 1 });
  expect(await alertsOf()).toMatchObject([{ state: 'closed', verdict: 'cured' }]);
});

test('the firm is heard before the bank gives its verdict; strangers find nothing', async () => {
  await lend();
  await monitor();
  const { batchId } = await deliver({ item: 'court.dishonesty', on: addDays(today, -3) });
  await watch(batchId);
  const id = (await alertsOf(parties.owner))[0]?.id ?? '';
  const close = (actor = parties.bankA.officer) =>
    closeAlert(actor, id, {
      verdict: 'explained',
      note: '已核实',
      explanation: '款项已经付清，凭证核对无误',
    });
  expect(await close()).toMatchObject({ ok: false, refusal: { code: 'monitoring.right-of-reply' } });
  expect(await answerAlert(parties.clerk, id, '款项已付清，附凭证。')).toMatchObject({ ok: true });
  expect(await close(parties.bankB.officer)).toMatchObject({
    ok: false,
    refusal: { code: 'monitoring.not-found' },
  });
  expect(await showAlert(parties.bankB.officer, id)).toMatchObject({
    ok: false,
    refusal: { code: 'monitoring.not-found' },
  });
  expect(await close()).toMatchObject({ ok: true });
  expect(await answerAlert(parties.clerk, id, '再补充')).toMatchObject({
    ok: false,
    refusal: { code: 'monitoring.closed' },
  });
});

test('a graver case takes over the lower one of its matter, put aside or not, and keeps its owner', async () => {
  const { officer, colleague } = parties.bankA;
  await lend();
  await monitor();
  await watch((await deliver({ item: 'court.dishonesty', on: addDays(today, -3) })).batchId);
  const lower = (await alertsOf())[0]?.id ?? '';
  const owner = insist(await showAlert(officer, lower)).desk?.owner;
  expect([officer.name, colleague.name]).toContain(owner); // as many cases each: the lower id, made by chance
  const aside = { severity: 'yellow', snoozedUntil: dateOfDay(addDays(today, 2)) };
  await withActor(platform, (tx) => tx.alert.updateMany({ where: { id: lower }, data: aside }));
  expect(
    await watch((await deliver({ item: 'court.dishonesty', on: addDays(today, -1) })).batchId),
  ).toMatchObject({
    raised: 1,
    merged: 0,
  });
  const higher = (await alertsOf()).find(({ state }) => state !== 'closed')?.id ?? '';
  const shown = insist(await showAlert(officer, higher));
  expect(shown).toMatchObject({ state: 'open', desk: { owner, asideUntil: null } });
  expect(shown.matter.map(({ id, state, escalatedInto }) => [id, state, escalatedInto])).toEqual([
    [lower, 'closed', higher],
    [higher, 'open', null],
  ]);
  expect(insist(await showAlert(parties.owner, lower)).escalatedInto).toBe(higher);
  expect(shown.precision.closed).toBe(0);
});

test('an unpaid instalment raises a yellow alert without any outside record', async () => {
  await createLoan({
    enterpriseId: parties.enterpriseId as EnterpriseId,
    institutionId: parties.bankA.id,
    disbursedOn: addDays(today, -36),
  });
  await monitor();
  expect(await watch(null)).toMatchObject({ raised: 1 });
  expect(await alertsOf()).toMatchObject([{ severity: 'yellow' }]);
});

test('what is told by sets is what a close look at every loan finds, and a batch no signal looks at touches nothing', async () => {
  await lend();
  await createLoan({
    enterpriseId: parties.enterpriseId as EnterpriseId,
    institutionId: parties.bankA.id,
    disbursedOn: addDays(today, -70),
  });
  await monitor();
  const judged = await deliver({ item: 'court.judgment', on: addDays(today, -9), amountFen: 90_000_00n });
  for (const days of [40, 12, 3]) await deliver({ item: 'court.dishonesty', on: addDays(today, -days) });
  await deliver({ item: 'tax.arrears', on: addDays(today, -50), amountFen: 7_000_00n });
  const closely = async () =>
    withActor(platform, async (tx) => lookClosely(tx, platform, await liveLoans(tx), await signalsToday(tx)));
  const first = await watch(null);
  expect(first.raised).toBeGreaterThan(2);
  await useDatabase(urls.batchUrl);
  expect(await closely()).toMatchObject({ raised: 0, merged: 0, cleared: 0 });
  await useDatabase(urls.appUrl);
  await deliver({ item: 'court.judgment', on: addDays(today, -9), supersedes: judged.factId, op: 'revoke' });
  await watch(null);
  await useDatabase(urls.batchUrl);
  expect(await closely()).toMatchObject({ raised: 0, merged: 0, cleared: 0 });
  const other = await deliver({ item: 'registration.annual-report', on: addDays(today, -9) });
  expect(await touchedBy(other.batchId)).toEqual({ loans: [], signals: [] });
  await useDatabase(urls.appUrl);
});

test('who took the borrower over is watched under its own consent, until the merger is undone', async () => {
  const loan = await lend();
  await monitor();
  const heir = await createParties();
  const edge = randomUUID();
  const write = (sql: string, ...values: unknown[]) =>
    withClient(urls.batchUrl, (client) => client.query(sql, values));
  await write(
    `insert into enterprise_succession (enterprise_id, id, kind, successor_id, effective_on, basis, known_at)
     values ($1, $2, 'merge', $3, current_date, 'x', now())`,
    ...[parties.enterpriseId, edge, heir.enterpriseId],
  );
  const about = (enterpriseId: EnterpriseId) => ({
    item: 'court.dishonesty',
    on: addDays(today, -3),
    enterpriseId,
  });
  expect(await watch((await deliver(about(heir.enterpriseId))).batchId)).toMatchObject({ loans: 0 });
  await monitor(heir.owner);
  const seen = await watch((await deliver({ ...about(heir.enterpriseId), item: 'tax.arrears' })).batchId);
  expect(seen).toMatchObject({ loans: 1 });
  expect(seen.raised).toBeGreaterThan(0);
  const [alert] = await alertsOf();
  const shown = insist(await showAlert(parties.bankA.officer, alert?.id ?? ''));
  expect(shown).toMatchObject({ enterpriseId: heir.enterpriseId, loanId: loan });
  insist(await answerAlert(heir.owner, alert?.id ?? '', '已缴清，附完税证明。'));
  const lenders = (firm: string) => withActor(platform, (tx) => findLendersOf(tx, firm));
  expect(await lenders(heir.enterpriseId)).toEqual([{ id: parties.bankA.id }]);
  expect(await lenders(parties.enterpriseId)).toEqual([]);
  const looked = await watch((await deliver(about(parties.enterpriseId))).batchId);
  expect(looked, 'the firm that is gone is watched no more').toMatchObject({ raised: 0 });
  await write(
    `insert into enterprise_succession (enterprise_id, id, kind, undoes, effective_on, basis, known_at)
     values ($1, gen_random_uuid(), 'undo', $2, current_date, 'x', now())`,
    ...[parties.enterpriseId, edge],
  );
  expect(await watch((await deliver(about(parties.enterpriseId))).batchId)).toMatchObject({ loans: 1 });
});
