import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listBatches } from '~/server/record/list-batches.ts';
import { listProviders } from '~/server/record/list-providers.ts';
import { listRejects } from '~/server/record/list-rejects.ts';
import { receiveDelivery } from '~/server/record/receive-delivery.ts';
import { replayRows } from '~/server/record/replay-rows.ts';
import { showBatch } from '~/server/record/show-batch.ts';
import { showProviderDesk } from '~/server/record/show-provider-desk.ts';
import { findProvider } from '~/server/record/store.ts';
import { takeInReceived } from '~/server/record/take-in-received.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const worker = system('record.take-in');
let tax: Person;
let court: Person;
let operator: Person;

const liaisonOf = async (code: string) => {
  const institutionId = await withActor(system('test'), (tx) => findProvider(tx, code));
  return makePerson('liaison', { institutionId: institutionId as InstitutionId });
};

beforeAll(async () => {
  tax = await liaisonOf('tax');
  court = await liaisonOf('court');
  operator = await makePerson('data-operator', {});
  await registerFirms(uscc(1), uscc(2));
});

const file = (text: string) => ({
  item: 'tax.payment',
  encoding: 'auto' as const,
  fileName: '税款.csv',
  content: new TextEncoder().encode(text),
});
const header = '统一社会信用代码,日期,金额,类别\n';
const handIn = async (person: Person, text: string) => {
  const batchId = insist(await receiveDelivery(person, file(header + text)));
  return batchId;
};
const pageOf = async (person: Person, id: string) => insist(await showBatch(person, id));

describe('a file handed in on the web', () => {
  let id: string;

  test('waits as received, with a job that asks for it', async () => {
    id = await handIn(
      tax,
      `${uscc(1)},2026-09,"1,075.00",增值税\n${uscc(1)},2026年13月,5,增值税\n${uscc(9)},2026-09,7,增值税\n`,
    );
    expect((await pageOf(tax, id)).batch).toMatchObject({ state: 'received', fileName: '税款.csv' });
    expect(await look(`select job from outbox where payload->>'batchId' = $1`, [id])).toEqual([
      { job: 'record.take-in' },
    ]);
    expect(await look(`select 1 from fact where item = 'tax.payment'`)).toEqual([]);
  });

  test('is taken in by the worker once, however often the job runs', async () => {
    await takeInReceived(worker, id);
    const before = await look('select count(*) from audit_entry');
    await takeInReceived(worker, id);
    expect(await look('select count(*) from audit_entry')).toEqual(before);
    const { batch, rows } = await pageOf(tax, id);
    expect(batch).toMatchObject({
      state: 'accepted',
      read: 3,
      accepted: 1,
      duplicate: 0,
      quarantined: 2,
      waiting: 2,
    });
    expect(rows.map(({ rowNo, column, problem }) => [rowNo, column, problem.code])).toEqual([
      [2, '日期', 'record.date-impossible'],
      [3, '统一社会信用代码', 'record.firm-unknown'],
    ]);
    expect(await look(`select amount_fen from fact where batch_id = $1`, [id])).toEqual([
      { amount_fen: '107500' },
    ]);
  });

  test('shows on its provider’s desk and the operator’s, on no other provider’s', async () => {
    const desk = await showProviderDesk(tax);
    expect(desk.items.find(({ code }) => code === 'tax.payment')).toMatchObject({
      freshness: 'fresh',
      accepted: 1,
      waiting: 2,
    });
    expect(desk.months.at(-1)).toMatchObject({ accepted: 1, quarantined: 2 });
    expect((await listBatches(tax, {})).batches.map((batch) => batch.id)).toEqual([id]);
    expect((await listBatches(operator, { onlyWaiting: true })).batches.map((batch) => batch.id)).toEqual([
      id,
    ]);
    expect((await listBatches(court, {})).batches).toEqual([]);
    for (const call of [showBatch(court, id), listRejects(court, id), replayRows(court, { batchId: id })])
      expect(await call).toEqual({ ok: false, refusal: { code: 'record.batch-not-found' } });
    const standing = (await listProviders(operator)).find(({ code }) => code === 'tax');
    expect(standing).toMatchObject({ quarantinePpm: 666_667, waiting: 2 });
    expect(standing?.late.length).toBe((standing?.deliverable ?? 0) - 1);
  });

  test('a mended row goes in as a batch of its own, and leaves the quarantine', async () => {
    const cells = [uscc(1), '2026年10月', '5', '增值税'];
    const replay = insist(await replayRows(tax, { batchId: id, mended: { rowNo: 2, recordNo: 0, cells } }));
    await takeInReceived(worker, replay);
    expect((await pageOf(tax, replay)).batch).toMatchObject({ read: 1, accepted: 1, replayOf: id });
    const original = await pageOf(tax, id);
    expect(original.batch).toMatchObject({ quarantined: 2, waiting: 1 });
    expect(original.replays).toMatchObject([{ id: replay, accepted: 1 }]);
    expect(await look(`select occurred_on::text as on from fact where batch_id = $1`, [replay])).toEqual([
      { on: '2026-10-01' },
    ]);
    expect(await replayRows(tax, { batchId: id, mended: { rowNo: 2, recordNo: 0, cells } })).toEqual({
      ok: false,
      refusal: { code: 'record.nothing-to-replay' },
    });
  });

  test('what waited for a register goes in unchanged once it has spoken; what is still wrong comes back', async () => {
    await registerFirms(uscc(9));
    const replay = insist(await replayRows(operator, { batchId: id }));
    await takeInReceived(worker, replay);
    expect((await pageOf(operator, replay)).batch).toMatchObject({ accepted: 1, quarantined: 0 });
    expect((await pageOf(tax, id)).batch.waiting).toBe(0);
    const wrong = await handIn(tax, `${uscc(2)},昨天,5,增值税\n`);
    await takeInReceived(worker, wrong);
    const again = insist(await replayRows(tax, { batchId: wrong }));
    await takeInReceived(worker, again);
    expect((await pageOf(tax, again)).batch).toMatchObject({
      read: 1,
      accepted: 0,
      quarantined: 1,
      waiting: 1,
    });
  });

  test('rejects come with row, column, reason and the cells as they came', async () => {
    const batch = await handIn(tax, `${uscc(2)},2026-08,"1.0.5,00",增值税\n`);
    await takeInReceived(worker, batch);
    expect(insist(await listRejects(tax, batch)).rows).toEqual([
      {
        rowNo: 1,
        column: '金额',
        problem: { code: 'record.amount-unreadable', text: '1.0.5,00' },
        cells: [
          ['统一社会信用代码', uscc(2)],
          ['日期', '2026-08'],
          ['金额', '1.0.5,00'],
          ['类别', '增值税'],
        ],
      },
    ]);
  });
});

describe('is refused at the form', () => {
  const good = `${header}${uscc(1)},2026-09,1,增值税\n`;

  test.each([
    ['an item outside the catalogue', { item: 'astrology.sign' }, 'record.item-unknown'],
    ['another department’s item', { item: 'court.judgment' }, 'record.item-of-other'],
    [
      'a file without its columns',
      { content: new TextEncoder().encode('a,b\n1,2\n') },
      'record.missing-columns',
    ],
    ['a zip', { content: new TextEncoder().encode('PK\x03\x04xxxx') }, 'record.not-csv'],
    ['an unreadable encoding', { content: new Uint8Array([0xff, 0x41, 0x42]) }, 'record.encoding-unknown'],
  ])('%s', async (_, change, code) => {
    const batches = await look('select count(*) from record_batch');
    expect(await receiveDelivery(tax, { ...file(good), ...change })).toMatchObject({
      ok: false,
      refusal: { code },
    });
    expect(await look('select count(*) from record_batch')).toEqual(batches);
  });

  test('an operator may deliver for any department, but nothing that is only verified', async () => {
    expect(await receiveDelivery(operator, file(good))).toMatchObject({ ok: true });
    const verified = { ...file(good), item: 'medical.employer-profile' };
    expect(await receiveDelivery(operator, verified)).toMatchObject({
      refusal: { code: 'record.item-verify-only' },
    });
  });

  test('a file that breaks off within a row is refused as a whole by the worker', async () => {
    const rows = `${uscc(1)},2026-08,1,增值税\n`.repeat(3_000);
    const id = await handIn(tax, `${rows}${uscc(1)},2026-08,"1,增值税\n`);
    await takeInReceived(worker, id);
    expect((await pageOf(tax, id)).batch).toMatchObject({
      state: 'refused',
      refusal: { code: 'record.csv-broken', row: 3_000 },
    });
    expect(await look('select 1 from fact where batch_id = $1', [id])).toEqual([]);
  });
});
