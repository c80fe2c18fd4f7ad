import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { CliAnswer } from '~/cli/command.ts';
import { command as impactCommand } from '~/cli/commands/impact.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showImpact } from '~/server/overview/show-impact.ts';
import { checkBatchQuality, checkQuality } from '~/server/record/check-quality.ts';
import { showScorecard } from '~/server/record/show-scorecard.ts';
import { findProvider } from '~/server/record/store.ts';
import { currentCard } from '~/server/score/store.ts';
import { letterOf } from '~/text/letter.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const check = () => withActor(system('test'), checkQuality);
let court: Person;
let operator: Person;

beforeAll(async () => {
  const institutionId = await withActor(system('test'), (tx) => findProvider(tx, 'court'));
  court = await makePerson('liaison', { institutionId: institutionId as InstitutionId });
  operator = await makePerson('data-operator', {});
  await registerFirms(uscc(1), uscc(2));
});

const header = '统一社会信用代码,日期,截止日期,金额,类别,文号';
const judgments = (...rows: string[]) => ingestCsv('court.judgment', [header, ...rows].join('\n'));
const resultOf = (rule: string, batchId: string) =>
  look('select rows, failed, passed from quality_result where rule = $1 and batch_id = $2', [rule, batchId]);

test('every rule measures the batch; again finds nothing new to measure', async () => {
  const category = (
    await look<{ c: string }>(
      `select meaning->'categories'->0->>'zh' as c from catalogue_item where code = 'court.judgment'`,
    )
  )[0]?.c;
  const taken = insist(
    await judgments(
      `${uscc(1)},2026-05-01,,100,${category},（2026）宁01民初1号`,
      `${uscc(1)},2026-05-02,,200,${category},`,
      `${uscc(2)},2026-05-03,2026-04-01,300,${category},（2026）宁01民初3号`,
      `${uscc(9)},2026-05-03,,300,${category},（2026）宁01民初4号`,
      `${uscc(1)},昨天,,300,${category},（2026）宁01民初5号`,
    ),
  );
  expect(taken).toMatchObject({ read: 5, accepted: 3, quarantined: 2 });
  const { batchId } = taken;
  const checkBatch = () => withActor(system('test'), (tx) => checkBatchQuality(tx, batchId));
  expect(await checkBatch()).toBe(6);
  expect(await checkBatch()).toBe(0);
  expect(await look('select distinct batch_id from quality_result')).toEqual([{ batch_id: batchId }]);
  expect(await check()).toBeGreaterThan(0);
  expect(await check()).toBe(0);
  expect(await resultOf('reject-rate', batchId)).toEqual([{ rows: 5, failed: 2, passed: false }]);
  expect(await resultOf('key-valid', batchId)).toEqual([{ rows: 5, failed: 1, passed: false }]);
  expect(await resultOf('no-case-number', batchId)).toEqual([{ rows: 3, failed: 1, passed: false }]);
  expect(await resultOf('order', batchId)).toEqual([{ rows: 3, failed: 1, passed: false }]);
  expect(await resultOf('repeated', batchId)).toEqual([{ rows: 5, failed: 0, passed: true }]);
  expect(await resultOf('no-amount', batchId)).toEqual([]);
  expect(
    await look(
      `select failed from quality_result where rule = 'late' and item in ('court.judgment', 'court.hearing') order by item`,
    ),
  ).toEqual([{ failed: 1 }, { failed: 0 }]);
});

test('the department sees its own scorecard, the platform any', async () => {
  const own = insist(await showScorecard(court, null));
  expect(own).toMatchObject({ provider: { code: 'court' }, fresh: 1 });
  expect(own.broken.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['reject-rate', 'no-case-number', 'late']),
  );
  expect(own.trend.at(-1)).toMatchObject({ read: 5, ppm: 400_000 });
  expect(own.usage).toEqual([]);
  expect(insist(await showScorecard(operator, 'court')).broken).toEqual(own.broken);
  expect(await showScorecard(operator, 'nobody')).toMatchObject({
    refusal: { code: 'record.provider-not-found' },
  });
  const others = await withActor(
    court,
    (tx) =>
      tx.$queryRaw<object[]>`select 1 from quality_result where provider_id <> ${court.institutionId}::uuid`,
  );
  expect(others).toEqual([]);
});

test('what was found is kept as it was found', async () => {
  await expect(look('update quality_result set passed = true')).rejects.toThrow(/append-only/);
  await expect(look('delete from quality_rule')).rejects.toThrow(/append-only/);
});

test('what hangs on a late item is counted and written down', async () => {
  const impact = insist(await showImpact(operator, 'court.hearing'));
  expect(impact).toMatchObject({ freshness: 'never', held: { firms: 0, pending: 0 } });
  const judged = insist(await showImpact(operator, 'court.judgment'));
  expect(judged.held.firms).toBe(2);
  expect(judged.features.length).toBeGreaterThan(0);
  expect(judged.points).toBe(judged.features.reduce((sum, { most }) => sum + most, 0));
  for (const locale of ['zh-CN', 'en'] as const)
    expect(letterOf(judged, locale)).toContain(String(judged.features.length));
  expect(letterOf(judged, 'zh-CN')).toContain('目前及时。');
  expect(letterOf({ ...judged, lateDays: 3 }, 'zh-CN')).toContain('目前已逾期 3 天。');
  expect(letterOf({ ...judged, lateDays: 1 }, 'en')).toContain('it is now 1 day late.');
  expect(letterOf(impact, 'en')).toContain('No delivery has come yet.');
  expect(await showImpact(operator, 'astrology.sign')).toMatchObject({
    refusal: { code: 'catalogue.not-found' },
  });
});

/** A consent of a firm to be scored from all that is open, as far as a score is concerned. */
async function evaluated(no: number): Promise<string> {
  const [row] = await look<{ id: string }>(
    `insert into consent (enterprise_id, id, recipient_kind, purpose, items, detail, mode, fetch_type, valid_from, valid_to,
       reads_per_day, retention_days, granted_by, granted_at, body, previous_hash, hash, signature, key_id)
     select id, gen_random_uuid(), 'platform', 'evaluation', '{}', 'score', 'query', 'periodic', now(), now() + interval '1 year',
       10, 30, gen_random_uuid(), now(), '', '', '', '', '' from enterprise where uscc = $1 returning id`,
    [uscc(no)],
  );
  return row?.id ?? '';
}

test('scores that would lack coverage without the item are counted: the newest of each firm, by the card in force', async () => {
  const card = await withActor(system('test'), currentCard);
  const order = cardFeatures(card);
  const { features } = insist(await showImpact(operator, 'court.judgment'));
  const alone = features.filter((each) => each.alone && each.most > 0);
  expect(alone.length).toBeGreaterThan(0);
  const lost = alone.reduce((sum, { most }) => sum + most, 0);
  const unknown = Buffer.alloc(Math.ceil(order.length / 8));
  for (const { code } of alone) {
    const at = order.indexOf(code);
    unknown[at >> 3] = (unknown[at >> 3] ?? 0) | (1 << (at & 7));
  }
  const known = Buffer.alloc(unknown.length);
  const floor = card.coverageFloorPpm;
  const below = async () => insist(await showImpact(operator, 'court.judgment')).belowFloor;
  const scored = (no: number, coverage: number, missing: Buffer, version = card.version) =>
    look(
      `insert into score_sheet (enterprise_id, scope, card_version, as_of, known_at, grade, coverage_ppm, dimension_milli,
         features, missing, reasons, cause, created_at)
       select id, 'public', $1, current_date, now(), 'B', $2, '{}', '{}', $3, '{}', 'batch', clock_timestamp()
       from enterprise where uscc = $4`,
      [version, coverage, missing, uscc(no)],
    );
  await scored(1, floor, known);
  await scored(2, floor + lost, known);
  expect(await below()).toBe(1);
  await scored(2, floor + lost - 1, known);
  expect(await below()).toBe(2);
  await scored(2, floor + lost - 1, unknown);
  expect(await below(), 'what is unknown already is not lost').toBe(1);
  await scored(1, floor - 1, known);
  expect(await below(), 'what lacks coverage already does not fall').toBe(0);
  await scored(1, floor, known, 'of-before');
  expect(await below()).toBe(0);
  const consentId = await evaluated(1);
  await look(
    `insert into score_sheet (enterprise_id, scope, consent_id, card_version, as_of, known_at, grade, coverage_ppm, dimension_milli,
       features, missing, reasons, cause, created_at)
     select s.enterprise_id, 'full', $1, $2, s.as_of, s.known_at, s.grade, $3, s.dimension_milli, s.features, s.missing, s.reasons,
       s.cause, s.created_at from score_sheet s join enterprise e on e.id = s.enterprise_id and e.uscc = $4
     order by s.created_at desc limit 1`,
    [consentId, card.version, floor, uscc(1)],
  );
  expect(await below(), 'the full score stands before the public one of the same moment').toBe(1);
  await look('update consent set revoked_at = now() where id = $1', [consentId]);
  expect(await below(), 'and falls away with its consent').toBe(0);
});

test('the command lists late sources with what hangs on them, and writes the letter of one', async () => {
  const run = (item?: string) =>
    impactCommand.run({ options: { item }, argument: '', locale: 'en' } as never) as Promise<CliAnswer>;
  await onDay(addDays(clock.today(), 400), async () => {
    const all = await run();
    const late = (all.json as { late: { code: string; lateDays: number }[] }).late;
    expect(late.find(({ code }) => code === 'court.judgment')?.lateDays).toBeGreaterThan(0);
    expect(late.map(({ code }) => code)).not.toContain('court.hearing');
    expect(all.lines.at(-1)).toBe(`${late.length} items are late`);
  });
  const one = await run('court.judgment');
  expect((one.json as { letter: string }).letter).toBe(one.lines.at(-1));
  expect(await run('astrology.sign')).toMatchObject({ ok: false, json: { error: 'catalogue.not-found' } });
});
