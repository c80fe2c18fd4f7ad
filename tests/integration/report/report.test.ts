import decodeQR from 'qr/decode.js';
import { beforeAll, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submitOne } from '#tests/factories/applying.ts';
import { makePerson } from '#tests/factories/people.ts';
import { deliver, seal } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId, FactId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { openBundle } from '~/domain/report/bundle.ts';
import type { ReportBody } from '~/domain/report/report.ts';
import { system } from '~/server/access/actor.ts';
import { makeCreditReport } from '~/server/application/make-credit-report.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { qrPath } from '~/server/platform/qr-path.ts';
import { checkReport } from '~/server/report/check-report.ts';
import { drawReport } from '~/server/report/draw-report.ts';
import { makeReport } from '~/server/report/make-report.ts';
import { orderBatch } from '~/server/report/order-batch.ts';
import { readBatchPart, showBatch } from '~/server/report/show-batch.ts';
import { bundleOf, showReport } from '~/server/report/show-report.ts';
import { isSealed } from '~/server/score/card-file.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';

freshDatabase({ template: referenceTemplate });

type Applicants = Awaited<ReturnType<typeof createApplicants>>;
const actor = system('test');
let parties: Applicants;
let evaluation: ConsentId;

const rescore = () =>
  withActor(actor, (tx) => scoreFirm(tx, actor, { enterpriseId: parties.enterpriseId, cause: 'on-demand' }));
const ownReport = async () =>
  insist(await showReport(parties.owner, (await makeReport(parties.owner)).value));
const standing = async (path: string) => insist(await checkReport(path.split('/').at(-1) ?? ''));

beforeAll(async () => {
  parties = await createApplicants();
  const at = startOf(addDays(clock.today(), -1));
  const one = (item: string, parts: object) =>
    deliver({ item, at, records: [{ firm: parties.enterpriseId, ...parts }] });
  await one('registration.profile', { occurredOn: '2015-05-01', category: 'active' });
  await one('penalty.decision', { occurredOn: '2026-03-02', category: 'general', amount: 2_000_000n });
  await one('tax.payment', { occurredOn: '2026-09-01', amount: 40_000_000n, category: 'vat' });
  const granted = await grantConsent(parties.owner, {
    recipient: { kind: 'platform' },
    purpose: 'evaluation',
    items: ['tax.payment'],
    detail: 'detail',
    mode: 'view',
    fetchType: 'one-time',
    dataFrom: null,
    dataTo: null,
    validTo: startOf(addDays(clock.today(), 300)),
    readsPerDay: 100,
    retentionDays: 30,
    returnDirection: false,
  });
  evaluation = insist(granted) as ConsentId;
  await rescore();
});

test('a firm’s report proves itself, and its check says that consent and score hold', async () => {
  const bundle = await ownReport();
  expect(openBundle(JSON.stringify(bundle), bundle.keyId, isSealed).ok).toBe(true);
  const { report } = bundle;
  expect(report.score).toMatchObject({ scope: 'full' });
  expect(report.holdings.map(({ item }) => item)).toEqual([
    'penalty.decision',
    'registration.profile',
    'tax.payment',
  ]);
  expect(report.queries.listed.some(({ purpose }) => purpose === 'evaluation')).toBe(true);
  expect(await standing(report.verifyPath)).toMatchObject({
    consent: { state: 'active' },
    score: { state: 'holds' },
    hash: bundle.hash,
  });
  const { ok } = await checkReport('0'.repeat(32));
  expect(ok).toBe(false);
});

test('the QR code reads back as the address, and the PDF carries it with fonts', async () => {
  const bundle = await ownReport();
  const address = `https://xinqiao.example${bundle.report.verifyPath}`;
  const { size, path } = qrPath(address);
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g))
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < scale; dx += 1)
        data[(Number(y) * scale + dy) * width + Number(x) * scale + dx] = 0;
  const rgb = new Uint8Array([...data].flatMap((grey) => [grey, grey, grey]));
  expect(decodeQR({ width, height: width, data: rgb })).toBe(address);
  for (const locale of ['zh-CN', 'en'] as const) {
    const pdf = Buffer.from(await drawReport(bundle, { origin: 'https://xinqiao.example', locale }));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.includes('NotoSansSC')).toBe(true);
    expect(pdf.includes('/ToUnicode')).toBe(true);
  }
});

test('a bank’s report shows its own queries alone, and none leaves once the consent is withdrawn', async () => {
  const application = await submitOne(parties);
  const { officer } = parties.bankA;
  const report = insist(await makeCreditReport(officer, application, async (sealed) => sealed));
  expect(report.body.audience).toBe('bank');
  expect(report.body.queries.listed.length).toBeGreaterThan(0);
  const { zh } = report.body.recipient ?? { zh: '' };
  expect(new Set(report.body.queries.listed.map(({ by }) => by.zh))).toEqual(new Set([zh]));
  expect(bundleOf(report).report.consent?.id).not.toBe(evaluation);
  const foreign = await makeCreditReport(parties.bankB.officer, application, async (sealed) => sealed);
  expect(foreign).toEqual({ ok: false, refusal: { code: 'application.not-found' } });

  const torn = await makeCreditReport(officer, application, async (sealed) => {
    insist(await withdrawConsent(parties.owner, sealed.body.consent?.id as ConsentId));
    return sealed;
  });
  expect(torn).toMatchObject({ ok: false, refusal: { code: 'consent.withdrawn' } });
  expect(await standing(report.body.verifyPath)).toMatchObject({ consent: { state: 'withdrawn' } });
});

test('a batch is made from public data by a job that may be repeated', async () => {
  const desk = await makePerson('risk-operator');
  const { enterpriseId } = parties;
  await withActor(
    actor,
    (tx) =>
      tx.$executeRaw`update enterprise set uscc = '91640104MAXX00015D' where id = ${enterpriseId}::uuid`,
  );
  const order = { regionCode: null, section: null, locale: 'zh-CN', origin: 'https://x.example' } as const;
  expect(await orderBatch(desk, { ...order, regionCode: '999999' })).toMatchObject({
    refusal: { code: 'report.region-unknown' },
  });
  const id = insist(await orderBatch(desk, order));
  const job = { name: 'report.make-batch', payload: { batchId: id }, key: `make-reports-${id}` } as const;
  await doJob(handlers, job);
  await doJob(handlers, { ...job, key: 'again' });
  const batch = insist(await showBatch(desk, id));
  expect(batch).toMatchObject({ state: 'done', done: batch.total });
  expect(batch.parts).toHaveLength(1);
  const file = Buffer.from(insist(await readBatchPart(desk, id, 1)).body);
  expect(file.readUInt16LE(file.length - 12)).toBe(2 * batch.total);
  const rows = await withActor(actor, (tx) => tx.creditReport.findMany({ where: { batchId: id } }));
  expect(rows).toHaveLength(batch.total);
  const asked = rows.map(({ body }) => (body as ReportBody).queries);
  expect(asked.some(({ total }) => total > 0)).toBe(true);
  const names = asked.flatMap(({ listed }) => listed.map(({ by }) => by.zh));
  expect(names.filter((name) => name !== '平台自动处理' && name !== '一家机构')).toEqual([]);
  expect(
    rows.every(({ consentId, body }) => consentId === null && !JSON.stringify(body).includes('tax.payment')),
  ).toBe(true);
});

test('a record that is repaired after a report was made shows on its check', async () => {
  const { report } = await ownReport();
  expect(await standing(report.verifyPath)).toMatchObject({ records: null });
  const { facts } = await deliver({
    item: 'penalty.decision',
    at: startOf(addDays(clock.today(), -1)),
    records: [{ firm: parties.enterpriseId, occurredOn: '2026-03-09', category: 'general' }],
  });
  const later = new Date(clock.now().getTime() + 60_000);
  await seal(parties.enterpriseId, facts[0] as FactId, later);
  expect(await standing(report.verifyPath)).toMatchObject({ records: later.toISOString() });
});

test('withdrawing the evaluation shows on the check of a report that used it', async () => {
  const { report } = await ownReport();
  insist(await withdrawConsent(parties.owner, evaluation));
  await rescore();
  expect(await standing(report.verifyPath)).toMatchObject({ consent: { state: 'withdrawn' } });
  expect((await ownReport()).report.score).toMatchObject({ scope: 'public' });
});
