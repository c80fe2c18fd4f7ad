import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { everywhere, lowerPromotion, publish, runCard } from '#tests/factories/card-everywhere.ts';
import { sumOfParts } from '#tests/factories/card-parts.ts';
import { publicItems } from '#tests/factories/feature.ts';
import { makePerson } from '#tests/factories/people.ts';
import { deliver, seal } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { openLens } from '~/domain/feature/compute.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { registers } from '~/domain/feature/population.ts';
import { addDays, addMonths, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { ruleFileHash, sealRule } from '~/domain/score/rule/sealed-rule.ts';
import { riskAtPpm } from '~/domain/score/statistical/score.ts';
import { cardText, sealCard } from '~/domain/score/statistical/sealed.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readSupplies } from '~/server/feature/store.ts';
import { featuresBySql } from '~/server/feature/store-oracle.ts';
import { bringCard } from '~/server/modelling/bring-card.ts';
import { decideRole } from '~/server/modelling/decide-role.ts';
import { jointVersion } from '~/server/modelling/enter-joint.ts';
import { exportModel } from '~/server/modelling/export-model.ts';
import { featuresAsOf, grantKey } from '~/server/modelling/features-as-of.ts';
import { importCard } from '~/server/modelling/import-card.ts';
import { listCards } from '~/server/modelling/list-cards.ts';
import { orderTraining } from '~/server/modelling/order-training.ts';
import { proposeRole } from '~/server/modelling/propose-role.ts';
import { readEstimate } from '~/server/modelling/read-estimate.ts';
import { scoreOne } from '~/server/modelling/score-one.ts';
import { showCardModel } from '~/server/modelling/show-card-model.ts';
import { findModel } from '~/server/modelling/store.ts';
import { scoreProvince } from '~/server/score/score-province.ts';
import { currentCard } from '~/server/score/store.ts';

const urls = freshDatabase({ template: referenceTemplate });
const actor = system('test');
const grantedOn = addMonths(clock.today(), -18);
const before = startOf(addDays(grantedOn, -3));
const known = 260;
const firms = Array.from({ length: known + 4 }, (_, i) => ({
  id: randomUUID() as EnterpriseId,
  uscc: `91640104MC${String(i).padStart(7, '0')}X`,
  isYoung: i % 2 === 0,
}));
const firmOf = (i: number) => (firms[i] as (typeof firms)[number]).id;
const draw = (i: number) => createHash('sha256').update(`own ${i}`).digest().readUInt8();
/** Young firms go bad about half the time, old ones seldom. */
const isBad = (i: number) => draw(i) < ((firms[i] as (typeof firms)[number]).isYoung ? 130 : 25);
const bads = Array.from({ length: known }, (_, i) => i).filter(isBad);
let bank: Person;
let maker: Person;
let checker: Person;

type Loan = { i: number; on?: string; dpd?: number[]; renews?: string; id?: string; state?: string };

async function lend(loans: readonly Loan[]): Promise<void> {
  await withActor(actor, async (tx) => {
    for (const { i, on = grantedOn, dpd = [], renews = null, id = randomUUID(), state = 'active' } of loans) {
      await tx.$executeRaw`
        insert into loan (enterprise_id, id, institution_id, application_id, product_id, contract_no, principal_fen, rate_ppm,
                          day_count, method, term_months, purpose, contract_on, disbursed_on, maturity_on, state, flags, recorded_by,
                          recorded_at, renews_loan_id, money_id)
        values (${firmOf(i)}::uuid, ${id}::uuid, ${bank.institutionId}::uuid, gen_random_uuid(), gen_random_uuid(), ${id}, 10000000,
                43500, 'actual360', 'bullet', 12, 'working-capital', ${on}::date, ${on}::date, ${addMonths(on as never, 12)}::date,
                ${state}, '{}', gen_random_uuid(), now(), ${renews}::uuid, ${renews}::uuid)`;
      for (const [k, days] of dpd.entries())
        await tx.$executeRaw`
          insert into loan_class (enterprise_id, loan_id, as_of, institution_id, tier, dpd, because, recorded_at)
          values (${firmOf(i)}::uuid, ${id}::uuid, ${addMonths(on as never, 9)}::date, ${bank.institutionId}::uuid, 'normal', ${days}, '{}',
                  now() + ${k} * interval '1 minute')`;
    }
  });
}

beforeAll(async () => {
  bank = await makePerson('officer');
  maker = await makePerson('data-operator');
  checker = await makePerson('risk-operator');
  await withActor(actor, (tx) =>
    tx.enterprise.createMany({
      data: firms.map(({ id, uscc }) => ({ id, uscc, source: 'registered', kind: 'company', name: uscc })),
    }),
  );
  const records = firms.slice(0, known).map(({ id, isYoung }, i) => ({
    firm: id,
    occurredOn: `${isYoung ? 2023 : 2008 + (i % 7)}-0${1 + (i % 9)}-01`,
    category: 'active',
  }));
  await deliver({ item: 'registration.profile', at: before, records });
  await deliver({ item: 'registration.profile', at: startOf(addDays(clock.today(), -2)), records: [] });
});

test('features of a grant are those of the day before, without what came later and without what was sealed since', async () => {
  const penalty = { occurredOn: addDays(grantedOn, -20), category: 'general', amount: 100_000n };
  const late = startOf(addDays(grantedOn, 0));
  const { facts } = await deliver({
    item: 'penalty.decision',
    at: before,
    records: [0, 1, 2].map((i) => ({ firm: firmOf(i), ...penalty })),
  });
  await deliver({ item: 'penalty.decision', at: late, records: [{ firm: firmOf(3), ...penalty }] });
  await seal(firmOf(1), facts[1] as never, clock.now());
  const grants = [0, 1, 2, 3, known].map((i) => ({ enterpriseId: firmOf(i), on: grantedOn }));
  const found = await featuresAsOf(actor, grants);
  const of = (i: number) => found.get(grantKey({ enterpriseId: firmOf(i), on: grantedOn }));
  expect([0, 1, 2, 3].map((i) => of(i)?.get('penalty-amount-36m'))).toEqual([100_000, 0, 100_000, 0]);
  expect(of(known)?.size ?? 0).toBe(0);

  const knownAt = new Date(startOf(grantedOn).getTime() - 1);
  const { lens, codes } = await withActor(actor, async (tx) => {
    const own = cardFeatures(await currentCard(tx));
    const asOf = addDays(grantedOn, -1);
    const supplies = (await readSupplies(tx, knownAt)).get(registers) ?? new Map();
    const catalogue = await readCatalogue(tx, clock.today());
    return {
      codes: own,
      lens: openLens(own.map(featureDefinition), catalogue, { asOf, supplies, consent: null }),
    };
  });
  const rows = await withBatchTransaction((tx) =>
    featuresBySql(tx, { lens, population: registers, knownAt, firms: [0, 1, 2, 3].map(firmOf) }),
  );
  for (const { firm, values } of rows) {
    const ours = found.get(grantKey({ enterpriseId: firm, on: grantedOn }));
    expect(codes.map((code) => ours?.get(code) ?? null)).toEqual(values.map(({ value }) => value));
  }
});

test('too few loans train nothing, and say how many there are', async () => {
  await lend([0, 1, 2].map((i) => ({ i })));
  const answer = await runCard('train-own', { version: 'own-0' }, 'en');
  expect(answer).toMatchObject({
    ok: false,
    json: { error: 'modelling.too-few-loans', counts: { loans: 3, good: 3, bad: 0 } },
  });
  expect(answer.lines.at(-1)).toContain('Only 3 loans can train');
  expect((await listCards(maker)).trainings).toMatchObject([
    { version: 'own-0', state: 'refused', refusal: { code: 'modelling.too-few-loans', leastOutcomes: 50 } },
  ]);
});

const order = { version: 'own-1', monotone: new Map([['years-registered', 'falling' as const]]) };

test('a card is trained on own loans: others are left out by reason, and a second person lets it play a part', async () => {
  const first = randomUUID();
  await lend([
    ...Array.from({ length: known - 3 }, (_, at) => at + 3).map((i) => ({ i, dpd: isBad(i) ? [95] : [0] })),
    { i: 3, dpd: [45] },
    { i: 4, dpd: [89] },
    { i: 5, on: addMonths(clock.today(), -2), dpd: [29] },
    // a payment that was booked late took the arrears back: the last reckoning counts
    { i: 7, dpd: [120, 0] },
    // a renewal does not take the arrears of its money back
    { i: 9, id: first, state: 'renewed', dpd: [5] },
    { i: 9, on: addMonths(grantedOn, 1), renews: first, dpd: [91] },
    ...[0, 1, 2, 3].map((at) => ({ i: known + at, dpd: [95] })),
  ]);
  const id = insist(await orderTraining(maker, { ...order, purpose: 'a test' }));
  expect(await orderTraining(maker, { ...order, purpose: 'again' })).toMatchObject({
    refusal: { code: 'modelling.version-taken' },
  });
  const job = { name: 'modelling.train-own', payload: { trainingId: id }, key: id } as const;
  await doJob(handlers, job);
  await doJob(handlers, job);

  const bad = bads.filter((i) => i >= 3).length + 1;
  const counts = {
    loans: 3 + known - 3 + 10,
    good: known - 3 + 3 + 2 - bad,
    bad,
    indeterminate: 2,
    young: 1,
    renewals: 1,
    unseen: 4,
  };
  const page = insist(await showCardModel(maker, 'own-1'));
  expect(page).toMatchObject({ origin: 'own', role: 'candidate', sample: counts });
  expect(page.about?.features).toContain('years-registered');
  expect((await listCards(maker)).trainings[0]).toMatchObject({ version: 'own-1', state: 'done', counts });
  const own = await withActor(actor, (tx) => findModel(tx, 'own-1'));
  if (own?.kind !== 'statistical') throw new Error('no card');
  expect(own.card.label).toEqual({ column: 'loan-outcome', bad: 'bad' });
  const years = own.card.features.findIndex(({ name }) => name === 'years-registered');
  expect(
    own.card.characteristics.find((part) => part.kind === 'bins' && part.feature === years),
  ).toMatchObject({
    trend: 'falling',
  });
  await expect(
    withActor(actor, (tx) => tx.$executeRaw`update card_model set role = 'champion' where version = 'own-1'`),
  ).rejects.toThrow();
});

test('own, brought and joint cards stand in the inventory and say the same on page, command, batch, SQL and PMML', async () => {
  for (const item of publicItems.filter((code) => /^(court|penalty|list|tax|ip|honour)/.test(code)))
    await deliver({ item, at: clock.now(), records: [] });
  await scoreProvince({ selection: 'all', cause: 'batch' });
  const own = await withActor(actor, (tx) => findModel(tx, 'own-1'));
  if (own?.kind !== 'statistical') throw new Error('no card');
  const brought = cardText(sealCard({ ...own.card, version: 'bank’s own' }, null));
  const study = insist(await bringCard(bank, { name: '本行评分卡', text: brought }));
  const joint = jointVersion(study);
  expect(insist(await showCardModel(maker, joint))).toMatchObject({ origin: 'joint', role: 'candidate' });
  for (const version of ['own-1', joint]) {
    await publish(version, { maker, checker });
    for (const i of [0, 3, 100, 101]) {
      const said = await everywhere(version, firms[i]?.uscc ?? '', urls, maker);
      expect(said).toEqual({
        page: said.page,
        command: said.page,
        batch: said.page,
        sql: said.page,
        pmml: said.page,
      });
    }
  }
  expect(await proposeRole(maker, { version: joint, toRole: 'champion', reason: 'it ranks' })).toMatchObject({
    refusal: { code: 'modelling.card-of-bank' },
  });
  const told = JSON.stringify(await runCard('firm', { version: 'own-1', firm: firms[0]?.uscc }, 'zh-CN'));
  expect(told).toMatch(/"label":"[^"]+","milliPoints":-?\d+,.+"knownOn":"20.+评分卡 own-1 得/);
  expect(await runCard('firm', { version: 'own-1', firm: 'nobody' }, 'en')).toMatchObject({
    json: { error: 'modelling.firm-unknown' },
  });
  expect(await runCard('firm', { version: 'none', firm: 'nobody' }, 'en')).toMatchObject({
    json: { error: 'modelling.not-found' },
  });
});

test('a rule card travels as a file, is tried in the shadow and becomes champion once it has shown enough', async () => {
  const json = String(insist(await exportModel(maker, { version: '2026.1', form: 'json' }, 'en')).body);
  const body = JSON.parse(json);
  const wish = { version: 'rule-try', purpose: 'a stricter floor' };
  const wrong = JSON.stringify({ ...body, golden: [{ ...body.golden[0], milliPoints: 7 }] });
  expect(await importCard(maker, { ...wish, text: wrong })).toMatchObject({
    refusal: { code: 'card.hash-wrong' },
  });
  const unsealed = { ...sealRule(body.card, () => null) };
  const failing = { ...unsealed, golden: [{ ...unsealed.golden[0], milliPoints: 7 }] };
  const rehashed = { ...failing, hash: ruleFileHash(failing as never) };
  expect(await importCard(maker, { ...wish, text: JSON.stringify(rehashed) })).toMatchObject({
    refusal: { code: 'card.golden-failed' },
  });
  insist(await importCard(maker, { ...wish, text: json }));
  await publish('rule-try', { maker, checker });
  for (const version of ['2026.1', 'rule-try'])
    for (const i of [0, 3, 100]) {
      const said = await everywhere(version, firms[i]?.uscc ?? '', urls, maker);
      expect(Object.values(said)).toEqual(Object.values(said).map(() => said.page));
    }
  const promote = () =>
    proposeRole(maker, { version: 'rule-try', toRole: 'champion', reason: 'it has shown enough' });
  expect(await promote()).toMatchObject({
    refusal: { code: 'modelling.shadow-too-short', days: 0, least: 90 },
  });
  await onDay(addDays(clock.today(), 90), async () => {
    expect(await promote()).toMatchObject({ refusal: { code: 'modelling.shadow-too-few', least: 1_000 } });
    await lowerPromotion({ leastShadowDays: 90, leastShadowFirms: 10, ruleCardWithoutLoans: true });
    const { shadow } = insist(await showCardModel(maker, 'rule-try'));
    expect(shadow?.promotion?.gates.every(({ isMet }) => isMet)).toBe(true);
    expect(shadow?.days[0]).toMatchObject({ against: '', higher: 0, lower: 0 });
    insist(await decideRole(checker, insist(await promote()), 'approved'));
  });
  expect((await withActor(actor, currentCard)).version).toBe('rule-try');
  const parts = (await listCards(maker)).rows.filter(({ kind }) => kind === 'rule');
  expect(parts.map(({ version, role }) => [version, role])).toEqual([
    ['rule-try', 'champion'],
    ['2026.1', 'retired'],
  ]);
});

test('the statistical champion gives the estimate that a firm is shown', async () => {
  expect(await readEstimate(firmOf(0))).toBeNull();
  await onDay(addDays(clock.today(), 91), async () => {
    const wish = { version: 'own-1', toRole: 'champion', reason: 'it has shown enough' } as const;
    insist(await decideRole(checker, insist(await proposeRole(maker, wish)), 'approved'));
  });
  const own = await withActor(actor, (tx) => findModel(tx, 'own-1'));
  const said = insist(await scoreOne(maker, 'own-1', firms[0]?.uscc ?? ''));
  if (own?.kind !== 'statistical' || said.milliPoints === null) throw new Error('no score');
  const estimate = await readEstimate(firmOf(0));
  const explained = [said.explained, estimate?.explained];
  expect(explained.map(sumOfParts)).toEqual([said.milliPoints, said.milliPoints]);
  expect(estimate).toMatchObject({
    cardVersion: 'own-1',
    milliPoints: said.milliPoints,
    riskPpm: riskAtPpm(own.card, said.milliPoints),
  });
  expect(await readEstimate(randomUUID() as EnterpriseId)).toBeNull();
});
