import { beforeEach, describe, expect, test } from 'vitest';
import { batchFollowers } from '#jobs/contract.ts';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { makeRights, type Rights, refuseAll } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, addMonths } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { repairDuties } from '~/domain/repair/regime.ts';
import { system } from '~/server/access/actor.ts';
import { consentedRecords } from '~/server/application/store-file.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readFeatureFacts } from '~/server/feature/store.ts';
import { readFirmRecord } from '~/server/match/store-firm.ts';
import { findHiddenFacts } from '~/server/monitoring/store.ts';
import { findWatchedFacts } from '~/server/monitoring/store-watch.ts';
import { showOwnData } from '~/server/record/show-own-data.ts';
import { showOwnItem } from '~/server/record/show-own-item.ts';
import { decideRepair } from '~/server/repair/decide-repair.ts';
import { fileRepair } from '~/server/repair/file-repair.ts';
import { makeRepairFile } from '~/server/repair/make-repair-file.ts';
import { replaySealed } from '~/server/repair/replay-sealed.ts';
import { showRecord } from '~/server/repair/show-record.ts';
import { showRepair } from '~/server/repair/show-repair.ts';
import { showRights } from '~/server/repair/show-rights.ts';
import { makeCalendar } from '~/server/restatement/make-calendar.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
const today = clock.today();
let rights: Rights;
beforeEach(async () => {
  rights = await makeRights('640104');
});

const duties = repairDuties.map((duty) => ({ duty, proof: `凭证 ${duty}` }));
const wish = (factId: FactId, more: object = {}) => ({
  factId,
  kind: 'repair' as const,
  duties,
  promise: '依法诚信经营。',
  courtOrder: null,
  ...more,
});
const old = () => rights.penalty({ on: addMonths(today, -5) });
const grant = { move: 'grant', reason: '同意修复〔2026〕9号' } as const;

/** What every reader of records finds of the firm's penalties. */
async function readers() {
  const items = ['penalty.decision'];
  const asBank = await withActor(
    rights.officer,
    (tx) => consentedRecords(tx, rights.enterpriseId, { items, dataFrom: null, dataTo: null }, 50),
    { subject: rights.enterpriseId },
  );
  const loan = { id: '', enterprise_id: rights.enterpriseId, institution_id: '', application_id: '' };
  const system = await withActor(platform, async (tx) => ({
    features: await readFeatureFacts(tx, rights.enterpriseId, items, clock.now()),
    watched: (await findWatchedFacts(tx, loan, items)).all,
  }));
  const own = await showOwnData(rights.owner, { show: 'negative' });
  const page = insist(await showOwnItem(rights.owner, { code: 'penalty.decision' }));
  return {
    bank: asBank.length,
    features: system.features.length,
    monitoring: system.watched.length,
    ownCount: own.records,
    ownPage: page.facts.length,
  };
}
const everywhere = (n: number) => ({ bank: n, features: n, monitoring: n, ownCount: n, ownPage: n });

describe('a firm asks for repair', () => {
  test('once its term is over and every duty is done', async () => {
    const early = await rights.penalty({ on: addMonths(today, -2) });
    const arrears = await rights.record({ item: 'tax.arrears', provider: 'tax' });
    const factId = await old();
    const refused = await refuseAll([
      fileRepair(rights.owner, wish(early)),
      fileRepair(rights.owner, wish(arrears)),
      fileRepair(rights.owner, wish(factId, { duties: duties.slice(1) })),
      fileRepair(rights.stranger, wish(factId)),
    ]);
    expect(refused).toEqual([
      'repair.too-early',
      'repair.not-repairable',
      'repair.duties-open',
      'repair.record-not-found',
    ]);
    const id = insist(await fileRepair(rights.owner, wish(factId)));
    expect(await fileRepair(rights.owner, wish(factId))).toMatchObject({
      refusal: { code: 'repair.pending-already' },
    });
    expect(insist(await showRepair(rights.liaison, id))).toMatchObject({ class: 'general', state: 'filed' });
    expect((await showRights(rights.owner, { state: 'pending', page: 0 })).outlooks).toMatchObject([
      { factId, daysLeft: 0 },
      { factId: early },
    ]);
  });

  test('only the authority that made the record decides', async () => {
    const id = insist(await fileRepair(rights.owner, wish(await old())));
    const refused = await refuseAll([
      decideRepair(rights.otherLiaison, id, grant),
      decideRepair(rights.owner, id, grant),
      decideRepair(rights.operator, id, grant),
      decideRepair(rights.liaison, id, { move: 'withdraw', reason: '' }),
      decideRepair(rights.liaison, id, { move: 'perform', reason: '无' }),
      showRepair(rights.otherLiaison, id),
    ]);
    expect(refused).toEqual([
      'repair.not-found',
      'repair.not-found',
      'repair.not-found',
      'repair.not-found',
      'repair.not-now',
      'repair.not-found',
    ]);
    insist(await decideRepair(rights.liaison, id, { move: 'refuse', reason: '罚款未缴清' }));
    expect(await decideRepair(rights.liaison, id, grant)).toMatchObject({
      refusal: { code: 'repair.not-now' },
    });
    expect(await readers()).toEqual(everywhere(1));
  });
});

describe('a granted repair', () => {
  test('ends publication, sharing and use for every reader at once; only the firm and the audit role replay it', async () => {
    const factId = await old();
    expect(await readers()).toEqual(everywhere(1));
    const id = insist(await fileRepair(rights.owner, wish(factId)));
    insist(await decideRepair(rights.liaison, id, grant));
    expect(await readers()).toEqual(everywhere(0));
    expect(await rights.orders('restatement.restate')).toMatchObject([{ cause: 'repair' }]);

    const own = insist(await showRecord(rights.owner, factId));
    expect(own).toMatchObject({
      record: { state: 'sealed' },
      standing: { disclosure: 'hidden' },
      repair: null,
    });
    expect(own.record.versions[0]?.content?.reference).toBe('罚决〔2026〕12号');
    const { sealed } = await showRights(rights.owner, { state: 'ended', page: 0 });
    expect(sealed).toMatchObject([{ factId, reference: '罚决〔2026〕12号' }]);

    const others = insist(await showRepair(rights.operator, id)).record;
    expect(JSON.stringify(others)).not.toContain('罚决');
    const hidden = await withActor(rights.officer, (tx) =>
      findHiddenFacts(tx, rights.enterpriseId, [factId]),
    );
    expect([...hidden]).toEqual([factId]);
  });

  test('is replayed by the audit role with a reason that the firm sees in its chain', async () => {
    const code = '91640100MAXX00015K';
    await withActor(platform, (tx) =>
      tx.enterprise.update({ where: { id: rights.enterpriseId }, data: { uscc: code } }),
    );
    const id = insist(await fileRepair(rights.owner, wish(await old())));
    insist(await decideRepair(rights.liaison, id, grant));
    const replay = insist(await replaySealed(rights.auditor, { code, reason: '核查授信决定' }));
    expect(replay.sealed).toHaveLength(1);
    expect(() => replaySealed(rights.operator, { code, reason: '看看' })).toThrow(/only the audit role/);
    expect(await replaySealed(rights.auditor, { code: '91640100MAXX00016K', reason: '核查' })).toMatchObject({
      ok: false,
    });
    const seen = await withActor(rights.owner, (tx) =>
      tx.auditEntry.findMany({ where: { action: 'repair.sealed-replayed' } }),
    );
    expect(seen.map(({ body }) => JSON.parse(body).detail.reason)).toEqual(['核查授信决定']);
  });

  test('stays sealed whatever its source delivers again', async () => {
    const factId = await old();
    const id = insist(await fileRepair(rights.owner, wish(factId)));
    insist(await decideRepair(rights.liaison, id, grant));
    const forced = withActor(
      rights.liaison,
      (tx) =>
        tx.$queryRaw<{ id: string | null }[]>`
        select amend_fact(${rights.enterpriseId}::uuid, ${factId}::uuid, gen_random_uuid(), 'correct', gen_random_uuid(), now(),
                          null, null, 1, null, null) as id`,
    );
    expect(await forced).toEqual([{ id: null }]);
    expect(await readers()).toEqual(everywhere(0));
  });
});

describe('the shield of a reorganisation', () => {
  const shield = (factId: FactId) =>
    fileRepair(
      rights.owner,
      wish(factId, { kind: 'reorganisation', duties: [], courtOrder: '（2026）宁01破3号' }),
    );

  test('needs no term, hides the record while the plan runs, and brings it back when the plan fails', async () => {
    const factId = await rights.penalty({ on: addDays(today, -10), category: 'serious' });
    const id = insist(await shield(factId));
    insist(await decideRepair(rights.liaison, id, grant));
    expect(insist(await showRepair(rights.owner, id)).state).toBe('shielded');
    expect(await readers()).toEqual(everywhere(0));
    insist(await decideRepair(rights.liaison, id, { move: 'fail', reason: '计划终止执行' }));
    expect(await readers()).toEqual(everywhere(1));
    const { record } = insist(await showRecord(rights.owner, factId));
    expect(record).toMatchObject({
      state: 'live',
      versions: [{ op: 'assert' }, { op: 'seal' }, { op: 'correct' }],
    });
    expect(record.versions[2]?.content).toEqual(record.versions[0]?.content);
    expect((await rights.orders('restatement.restate')).map(({ cause }) => cause)).toEqual([
      'shield',
      'shield-failed',
    ]);
    insist(await shield(factId));
  });

  test('becomes final once the plan was performed', async () => {
    const id = insist(await shield(await rights.penalty({ on: addDays(today, -10) })));
    insist(await decideRepair(rights.liaison, id, grant));
    insist(await decideRepair(rights.liaison, id, { move: 'perform', reason: '执行完毕' }));
    expect(await decideRepair(rights.liaison, id, { move: 'fail', reason: '反悔' })).toMatchObject({
      ok: false,
    });
    expect(await readers()).toEqual(everywhere(0));
  });
});

test('the file is filled in and the days go into a calendar', async () => {
  const factId = await rights.penalty({ on: addMonths(today, -1) });
  const pdf = insist(await makeRepairFile(rights.owner, factId, 'zh-CN'));
  expect(Buffer.from(pdf.body).subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.body.length).toBeGreaterThan(5_000);
  expect(await makeRepairFile(rights.stranger, factId, 'en')).toMatchObject({ ok: false });
  const { body } = await makeCalendar(rights.owner, 'zh-CN');
  expect(body).toContain(`DTSTART;VALUE=DATE:${addMonths(today, 2).replaceAll('-', '')}`);
  expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test('the readers of matching know nothing of what is sealed either', async () => {
  const factId = await rights.record({
    item: 'honour.title',
    category: 'specialised-new',
    provider: 'development-reform',
  });
  const read = () => withActor(platform, (tx) => readFirmRecord(tx, rights.enterpriseId, today));
  expect([...(await read()).titles]).toEqual(['specialised-new']);
  await withActor(
    rights.liaison,
    (tx) =>
      tx.$queryRaw`select amend_fact(${rights.enterpriseId}::uuid, ${factId}::uuid, gen_random_uuid(), 'seal', gen_random_uuid(), now(),
                                   null, null, null, null, null)::text`,
  );
  expect([...(await read()).titles]).toEqual([]);
});

test('a penalty that arrives brings the notice of its repair along, once, to the firm it is about; what is over or corrected brings none', async () => {
  const soon = await rights.penalty({ on: addDays(today, -3) });
  const open = await old();
  const over = await rights.penalty({ on: addMonths(today, -50) });
  const batchOf = async (factId: FactId) =>
    withActor(platform, (tx) => tx.fact.findFirstOrThrow({ where: { id: factId } })).then(
      (row) => row.batchId,
    );
  const told = () =>
    withActor(rights.owner, (tx) =>
      tx.notification.findMany({ where: { kind: 'repair.record-arrived' }, orderBy: { createdAt: 'asc' } }),
    );
  const deliver = async (factId: FactId) => {
    const batchId = await batchOf(factId);
    const order = {
      name: 'repair.tell-arrived',
      payload: { batchId },
      key: `tell-arrived-${batchId}`,
    } as const;
    await doJob(handlers, order);
    await doJob(handlers, order);
  };
  for (const factId of [soon, open, over]) await deliver(factId);
  const { repair } = insist(await showRecord(rights.owner, soon));
  expect(await told()).toMatchObject([
    { href: `/my/rights/records/${soon}`, params: { on: repair?.earliest, isOpen: false } },
    { href: `/my/rights/records/${open}`, params: { isOpen: true } },
  ]);
  expect(batchFollowers).toContain('repair.tell-arrived');
});
