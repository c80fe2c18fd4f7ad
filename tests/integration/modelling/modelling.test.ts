import { beforeAll, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submitOne } from '#tests/factories/applying.ts';
import { everywhere, publish } from '#tests/factories/card-everywhere.ts';
import { makePerson } from '#tests/factories/people.ts';
import { pmmlScorer } from '#tests/factories/pmml.ts';
import { deliver } from '#tests/factories/records.ts';
import { statisticalCard } from '#tests/factories/statistical-card.ts';
import { codesOf, growOlder, makeCrowd, outcomesCsv } from '#tests/factories/study-crowd.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, addMonths, day, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { openFirmCard } from '~/domain/modelling/firm-card.ts';
import { releaseSchema } from '~/domain/modelling/release.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { type StatisticalCard, statisticalCardHash } from '~/domain/score/statistical/card.ts';
import { withGolden } from '~/domain/score/statistical/golden.ts';
import { cardText, sealCard } from '~/domain/score/statistical/sealed.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { bringCard } from '~/server/modelling/bring-card.ts';
import { decideRole } from '~/server/modelling/decide-role.ts';
import { jointVersion } from '~/server/modelling/enter-joint.ts';
import { exportModel } from '~/server/modelling/export-model.ts';
import { importCard } from '~/server/modelling/import-card.ts';
import { orderStudy } from '~/server/modelling/order-study.ts';
import { proposeRole } from '~/server/modelling/propose-role.ts';
import { scoreApplicant } from '~/server/modelling/score-applicant.ts';
import { scoreOne } from '~/server/modelling/score-one.ts';
import { showCardModel } from '~/server/modelling/show-card-model.ts';
import { listStudies, showStudy } from '~/server/modelling/show-study.ts';
import { featuresOf } from '~/server/modelling/store-sheets.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf, latestSheet } from '~/server/score/store.ts';

const urls = freshDatabase({ template: referenceTemplate });
const actor = system('test');
const uscc = '91640104MAXX00015D';
let parties: Awaited<ReturnType<typeof createApplicants>>;
let maker: Person;
let checker: Person;

const card = statisticalCard('draft', [
  {
    name: 'years-registered',
    ranges: [
      [null, 10_000],
      [5, 70_123],
    ],
  },
  {
    name: 'penalty-amount-36m',
    factor: 10,
    ranges: [
      [null, 40_000],
      [10_000, -31_001],
    ],
  },
]);
const file = (of: StatisticalCard = card) => cardText(sealCard(of, null));
const wish = { version: 'stat-1', purpose: 'a test' };

beforeAll(async () => {
  parties = await createApplicants();
  maker = await makePerson('data-operator');
  checker = await makePerson('risk-operator');
  const { enterpriseId } = parties;
  const at = startOf(addDays(clock.today(), -1));
  const one = (item: string, parts: object) =>
    deliver({ item, at, records: [{ firm: enterpriseId, ...parts }] });
  await one('registration.profile', { occurredOn: '2015-05-01', category: 'active' });
  await one('penalty.decision', { occurredOn: '2026-03-02', category: 'general', amount: 2_000_000n });
  await withActor(actor, async (tx) => {
    await tx.$executeRaw`update enterprise set uscc = ${uscc} where id = ${enterpriseId}::uuid`;
    await scoreFirm(tx, actor, { enterpriseId, cause: 'on-demand' });
  });
});

test.each([
  [
    'a golden vector that does not hold',
    { ...card, golden: [{ ...card.golden[0], milliPoints: 1 }] },
    'card.golden-failed',
  ],
  [
    'a feature that the platform lacks',
    withGolden({
      ...card,
      features: [{ kind: 'number', name: 'luck', factor: 1 }, card.features[1] as never],
    }),
    'modelling.feature-unknown',
  ],
] as [string, StatisticalCard, string][])('a card with %s is not taken in', async (_, wrong, code) => {
  expect(await importCard(maker, { ...wish, text: file(wrong) })).toMatchObject({ refusal: { code } });
  expect(await importCard(maker, { ...wish, text: file().replace(/"hash":"./, '"hash":"x') })).toMatchObject({
    ok: false,
  });
});

test('a card is published by a second person only, and then says the same everywhere', async () => {
  insist(await importCard(maker, { ...wish, text: file() }));
  expect(await importCard(maker, { ...wish, text: file() })).toMatchObject({
    refusal: { code: 'modelling.version-taken' },
  });
  const straight = await proposeRole(maker, { version: 'stat-1', toRole: 'champion', reason: 'at once' });
  expect(straight).toMatchObject({ refusal: { code: 'modelling.role-closed' } });
  const id = insist(
    await proposeRole(checker, { version: 'stat-1', toRole: 'challenger', reason: 'to try' }),
  );
  expect(await decideRole(checker, id, 'approved')).toMatchObject({
    refusal: { code: 'modelling.own-proposal' },
  });
  await expect(
    withActor(
      actor,
      (tx) => tx.$executeRaw`update card_model set role = 'champion' where version = 'stat-1'`,
    ),
  ).rejects.toThrow();
  const other = await makePerson('risk-operator');
  insist(await decideRole(other, id, 'approved'));
  await doJob(handlers, { name: 'modelling.score-shadow', payload: { version: 'stat-1', ref: id }, key: id });

  const sheet = await withActor(actor, (tx) => latestSheet(tx, parties.enterpriseId, 'public'));
  if (!sheet) throw new Error('no sheet');
  const rule = await withActor(actor, (tx) => cardOf(tx, sheet.cardVersion));
  const features = featuresOf(rule, readValues(sheet.features, sheet.missing));
  expect([features.get('years-registered'), features.get('penalty-amount-36m')]).toEqual([11, 2_000_000]);
  const expected = 500_000 + 70_123 - 31_001;

  const page = insist(await scoreOne(maker, 'stat-1', uscc)).milliPoints;
  const { milliPoints: pure } = openFirmCard(card)(features);
  const [batch] = await withActor(actor, (tx) => tx.cardScore.findMany({ where: { cardVersion: 'stat-1' } }));
  const sql = String(insist(await exportModel(maker, { version: 'stat-1', form: 'sql' }, 'en')).body);
  const table = cardFeatures(rule).map((code) => `${features.get(code) ?? 'null'}::bigint as "${code}"`);
  const inSql = await withClient(urls.ownerUrl, async (client) => {
    await client.query(`create temporary table firm_features as select ${table.join(', ')}`);
    return Number((await client.query(sql)).rows[0].milli_points);
  });
  const pmml = pmmlScorer(
    String(insist(await exportModel(maker, { version: 'stat-1', form: 'pmml' }, 'en')).body),
  );
  const inPmml = pmml({ 'years-registered': 11, 'penalty-amount-36m': 20_000_000 });
  expect([page, pure, batch?.milliPoints, inSql]).toEqual(Array.from({ length: 4 }, () => expected));
  expect(inPmml).toBe(expected);

  const json = String(insist(await exportModel(maker, { version: 'stat-1', form: 'json' }, 'en')).body);
  expect(insist(await importCard(maker, { version: 'stat-2', purpose: 'again', text: json }))).toBe('stat-2');
  expect(statisticalCardHash({ ...card, version: 'stat-1' })).toBe(JSON.parse(json).hash);
});

test('a month is counted for every card, with its document', async () => {
  const month = day(`${clock.today().slice(0, 7)}-01`);
  for (const at of [addMonths(month, -1), month])
    await doJob(handlers, {
      name: 'modelling.monitor-month',
      payload: { month: at, ref: clock.today() },
      key: at,
    });
  const page = insist(await showCardModel(maker, 'stat-1'));
  expect(page.months.map(({ firms }) => firms)).toEqual([0, 1]);
  expect(page.months.at(-1)).toMatchObject({ aucPpm: null, aucLight: 'unknown' });
  expect(page.impact.every(({ firms }) => firms === null)).toBe(true);
  expect(insist(await showCardModel(maker, '2026.1')).kind).toBe('rule');
  for (const version of ['stat-1', '2026.1'])
    expect(
      Buffer.from(insist(await exportModel(maker, { version, form: 'pdf' }, 'zh-CN')).body)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
});

const codes = codesOf(420);

async function order(by: Person, of: readonly string[]): Promise<string> {
  return insist(await orderStudy(by, { name: 'loans', text: outcomesCsv(of), measures: null }));
}
const run = (studyId: string) =>
  doJob(handlers, { name: 'modelling.run-study', payload: { studyId }, key: studyId });
async function study(by: Person, of: readonly string[]) {
  const id = await order(by, of);
  await run(id);
  return insist(await showStudy(by, id));
}

test('a study releases what the allow-list names, and the difference of one firm is never answered', async () => {
  await makeCrowd(codes, parties.enterpriseId);
  const { officer } = parties.bankA;
  const whole = await study(officer, codes);
  expect(releaseSchema.parse(whole.released)).toEqual(whole.released);
  expect(whole.released?.characteristics.map(({ feature }) => feature)).toEqual(['years-registered']);
  const without = await study(officer, codes.slice(1));
  expect(without).toMatchObject({ released: null, refusal: { code: 'modelling.too-close' } });
  const again = await study(officer, codes);
  expect(again.released).toEqual(whole.released);
  expect(await study(officer, codes.slice(0, 150))).toMatchObject({
    refusal: { code: 'modelling.too-few-rows' },
  });

  const version = jointVersion(whole.id);
  expect(insist(await showCardModel(maker, version))).toMatchObject({ origin: 'joint', role: 'candidate' });
  await publish(version, { maker, checker });
  const said = Object.values(await everywhere(version, codes[7] ?? '', urls, maker));
  expect(said).toEqual(said.map(() => said[0]));

  const kept = await withActor(actor, (tx) => tx.jointOutcome.findMany());
  expect(
    kept.every(({ content, marks }) => content === '' && !marks.some((mark) => codes.includes(mark))),
  ).toBe(true);
  const stolen = await withActor(officer, (tx) => tx.jointOutcome.findMany());
  expect(stolen).toEqual([]);
  expect((await withActor(officer, (tx) => tx.jointCard.findMany())).length).toBe(0);
  expect(await showStudy(parties.bankB.officer, whole.id)).toMatchObject({ ok: false });

  const { spentMilli, limits } = await listStudies(officer);
  expect(spentMilli).toBe(3_000);
  expect(limits.epsilonMilliPerYear).toBe(6_000);
  const application = await submitOne(parties);
  const scored = insist(await scoreApplicant(officer, { studyId: whole.id, applicationId: application }));
  expect(scored).toMatchObject({ sheet: 'public', missing: [] });
});

test('two studies at once that differ by one firm are not both answered, nor the same firms once one changed', async () => {
  const { officer } = parties.bankB;
  const lists = [codes, codes.slice(1)];
  const ids = [await order(officer, codes), await order(officer, codes.slice(1))];
  await Promise.all(ids.map(run));
  const pages = await Promise.all(ids.map(async (id) => insist(await showStudy(officer, id))));
  expect(pages.map(({ state }) => state).sort()).toEqual(['done', 'refused']);
  expect(pages.find(({ state }) => state === 'refused')).toMatchObject({
    released: null,
    refusal: { code: 'modelling.too-close' },
  });
  const refused = pages.findIndex(({ state }) => state === 'refused');
  expect(
    await withActor(actor, (tx) => tx.jointCard.findMany({ where: { studyId: ids[refused] ?? '' } })),
  ).toEqual([]);

  const answered = pages.findIndex(({ state }) => state === 'done');
  const list = lists[answered] ?? [];
  const padded = await study(officer, [...list, '91640104MZ0000000X']);
  expect(padded.released).toEqual(pages[answered]?.released);
  await growOlder(codes[5] ?? '');
  expect(await study(officer, list)).toMatchObject({
    released: null,
    refusal: { code: 'modelling.too-close', least: 20 },
  });
  expect((await listStudies(officer)).spentMilli).toBe(4_000);
});

test('a card that a bank brought is measured inside: noisy figures, its own bins, no group under twenty, at a price', async () => {
  const { officer } = parties.bankB;
  const before = (await listStudies(officer)).spentMilli;
  const own = insist(await bringCard(officer, { name: 'own', text: file() }));
  const foreign = { name: 'x', text: outcomesCsv(codes), measures: own };
  expect(await orderStudy(parties.bankA.officer, foreign)).toMatchObject({ ok: false });
  const list = codes.slice(60);
  const measured = async () => {
    const id = insist(await orderStudy(officer, { name: 'm', text: outcomesCsv(list), measures: own }));
    await run(id);
    return insist(await showStudy(officer, id));
  };
  const shown = await measured();
  expect(shown).toMatchObject({ state: 'done', measures: own });
  expect(releaseSchema.parse(shown.released)).toEqual(shown.released);
  const parts = shown.released?.characteristics ?? [];
  expect(parts.map(({ feature }) => feature)).toEqual(['years-registered', 'penalty-amount-36m']);
  for (const { firms } of parts.flatMap(({ bins }) => bins)) expect(firms === null || firms >= 20).toBe(true);
  expect((await measured()).released).toEqual(shown.released);
  expect((await listStudies(officer)).spentMilli).toBe(before + 2_000);
  expect(insist(await showStudy(officer, own)).measurements).toHaveLength(2);
});
