import { randomUUID } from 'node:crypto';
import { mkdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { arbitraryFacts } from '#tests/factories/arbitrary-fact.ts';
import { consentItems } from '#tests/factories/feature.ts';
import { deliver, type RecordParts } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { scoreLines } from '~/domain/score/score.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { segmentFolder } from '~/server/feature/segments/manifest.ts';
import { forgetSegments, openSegments } from '~/server/feature/segments/open-segments.ts';
import { forgetRuns } from '~/server/score/columnar/run-memory.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { scoreProvince } from '~/server/score/score-province.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { currentCard } from '~/server/score/store.ts';

freshDatabase({ template: referenceTemplate });

const actor = system('test');
const firms: EnterpriseId[] = Array.from({ length: 60 }, () => randomUUID() as EnterpriseId);
const dataSetFirms = firms.slice(40);
const consenting = firms.slice(0, 20);

beforeAll(async () => {
  await withActor(actor, (tx) =>
    tx.enterprise.createMany({
      data: firms.map((id, i) => ({
        id,
        source: i < 40 ? 'demo' : 'set-one',
        externalId: i < 40 ? null : `s${i}`,
        kind: 'company',
        name: `firm ${i}`,
      })),
    }),
  );
  await addConsents();
  const drawn = fc.sample(arbitraryFacts(), { numRuns: firms.length, seed: 20261123 });
  const records = drawn.flatMap((facts, i) =>
    facts.map((fact) => ({ ...fact, firm: firms[i] as EnterpriseId })),
  );
  const items = [...new Set(records.map((record) => record.item))];
  const at = startOf(addDays(clock.today(), -3));
  for (const item of items) {
    const own = records.filter((record) => record.item === item) as (RecordParts & { firm: EnterpriseId })[];
    await deliver({ item, at, records: own.filter(({ firm }) => !dataSetFirms.includes(firm)) });
    await deliver({
      item,
      at,
      dataSet: 'set-one',
      records: own.filter(({ firm }) => dataSetFirms.includes(firm)),
    });
  }
});

/** Evaluation consents as they are signed, with spans and item lists that differ. */
const addConsents = () =>
  withBatchTransaction(async ({ client }) => {
    for (const [i, firm] of consenting.entries())
      await client.query(
        `insert into consent (enterprise_id, id, recipient_kind, purpose, items, detail, mode, fetch_type, data_from, valid_from,
                              valid_to, reads_per_day, retention_days, granted_by, granted_at, body, previous_hash, hash, signature, key_id)
         values ($1, $2, 'platform', 'evaluation', $3, 'score', 'view', 'periodic', $4, $5, $6, 9, 9, $2, $5, '{}', '', $7, '', '')`,
        [
          firm,
          randomUUID(),
          consentItems.slice(i),
          i % 2 ? '2025-01-01' : null,
          startOf(addDays(clock.today(), -i - 1)),
          startOf(addDays(clock.today(), i % 5 === 0 ? -1 : 90)),
          `hash ${i}`,
        ],
      );
  });

const sheets = () => withActor(actor, (tx) => tx.scoreSheet.findMany());

test('one run scores every firm, and a second one finds nothing to say', async () => {
  const run = await scoreProvince({ selection: 'all', cause: 'batch' });
  const rows = await sheets();
  expect(run).toMatchObject({ firms: 60, full: 16, written: 76 });
  expect(rows).toHaveLength(76);
  expect(Object.values(run.grades).reduce((a, b) => a + b)).toBe(60);
  expect(new Set(rows.map((row) => row.grade)).size).toBeGreaterThan(2);
  expect(
    rows.every(
      (row) => row.milliPoints === null || row.milliPoints === row.dimensionMilli.reduce((a, b) => a + b),
    ),
  ).toBe(true);
  expect(await scoreProvince({ selection: 'all', cause: 'batch' })).toMatchObject({ firms: 60, written: 0 });
});

test('the run and the evaluation of a single firm agree to the bit', async () => {
  for (const enterpriseId of firms) {
    const written = await withActor(actor, (tx) =>
      scoreFirm(tx, actor, { enterpriseId, cause: 'on-demand' }),
    );
    expect(written, enterpriseId).toEqual([]);
  }
});

test('a run over a batch touches the firms that the batch names and no others', async () => {
  const [first, second] = firms as [EnterpriseId, EnterpriseId];
  const records = [first, second].map((firm) => ({ firm, occurredOn: '2026-11-01', category: 'serious' }));
  const { batchId } = await deliver({ item: 'penalty.decision', at: clock.now(), records });
  const run = await scoreProvince({ selection: { batchId }, cause: 'batch' });
  expect(run.firms).toBe(2);
  const written = (await sheets()).length - 76;
  expect(written).toBe(run.written);
  expect(written).toBeGreaterThanOrEqual(2);
});

test('a run on what was known before a delivery does not see it', async () => {
  const knownAt = startOf(addDays(clock.today(), -10));
  const run = await scoreProvince({ selection: 'all', cause: 'batch', knownAt });
  expect(run.grades).toMatchObject({ insufficient: 60 });
  const past = (await sheets()).filter((row) => row.createdAt.getTime() === knownAt.getTime());
  expect(past).toHaveLength(run.written);
  expect(
    past.every((row) => row.coveragePpm === 0 && row.asOf.toISOString().startsWith(dayAt(knownAt))),
  ).toBe(true);
});

test('each run and each use of a consent leave a line in the audit log', async () => {
  const lines = await withActor(actor, (tx) =>
    tx.auditEntry.groupBy({ by: ['action'], where: { action: { startsWith: 'score.' } }, _count: true }),
  );
  const count = (action: string) => lines.find((line) => line.action === action)?._count ?? 0;
  expect(count('score.batch-made')).toBe(4);
  expect(count('score.evaluated')).toBeGreaterThanOrEqual(32);
});

test('a run over what is due looks at firms with news, at edges and at consents, and misses nothing', async () => {
  const everything = await scoreProvince({ selection: 'all', cause: 'batch' });
  expect(await scoreProvince({ selection: 'due', cause: 'batch' })).toMatchObject({ firms: 0, written: 0 });
  const records = [{ firm: firms[3] as EnterpriseId, occurredOn: '2026-11-02', category: 'serious' }];
  await deliver({ item: 'penalty.decision', at: clock.now(), records });
  const next = await scoreProvince({ selection: 'due', cause: 'batch' });
  expect(next.firms).toBeLessThan(everything.firms);
  expect(next.written).toBeGreaterThan(0);
  expect(await scoreProvince({ selection: 'all', cause: 'batch' })).toMatchObject({ firms: 60, written: 0 });
});

test('the standing of every firm is its last public sheet, bin by bin', async () => {
  await scoreProvince({ selection: 'all', cause: 'batch' });
  await withBatchTransaction(async ({ client }) => {
    const { rows } = await client.query(`
      select s.*, l.milli_points as points, l.grade as mark, l.coverage_ppm as known, l.features, l.missing, l.card_version as card
      from score_standing s join lateral (
        select * from score_sheet l where l.enterprise_id = s.enterprise_id and l.scope = 'public'
        order by l.created_at desc, l.id desc limit 1) l on true`);
    expect(rows).toHaveLength(60);
    const card = await withActor(actor, currentCard);
    const indicators = card.dimensions.flatMap((dimension) => dimension.indicators).length;
    for (const row of rows) {
      expect([row.milli_points, row.grade, row.coverage_ppm, row.card_version]).toEqual([
        row.points,
        row.mark,
        row.known,
        row.card,
      ]);
      const values = readValues(row.features.map(BigInt), row.missing).map((value) => ({ value, gap: null }));
      const lines = scoreLines(card, values);
      expect([...row.bins]).toEqual(lines.slice(0, indicators).map(({ bin }) => bin ?? 255));
    }
  });
});

/** What a process that begins anew has: nothing in memory. */
const restart = () => {
  forgetRuns();
  forgetSegments();
};
const due = () => scoreProvince({ selection: 'due', cause: 'batch' });

test('a new process goes on where the last one stood, and misses neither news nor edges', async () => {
  restart();
  expect(await due()).toMatchObject({ firms: 0, written: 0 });
  const records = [{ firm: firms[5] as EnterpriseId, occurredOn: '2026-11-03', category: 'serious' }];
  const { batchId } = await deliver({ item: 'penalty.decision', at: clock.now(), records });
  await scoreProvince({ selection: { batchId }, cause: 'batch' });
  restart();
  expect((await due()).firms).toBeLessThan(60);
  for (const days of [1, 40, 200, 400])
    await onDay(addDays(clock.today(), days), async () => {
      restart();
      const run = await due();
      expect(run.firms, `${days} days on`).toBeGreaterThan(0);
      expect(await scoreProvince({ selection: 'all', cause: 'batch' })).toMatchObject({ written: 0 });
    });
});

test('segments that moved on without a run make all firms due', async () => {
  await deliver({
    item: 'penalty.decision',
    at: clock.now(),
    records: [{ firm: firms[6] as EnterpriseId, occurredOn: '2026-11-04', category: 'serious' }],
  });
  await openSegments();
  restart();
  expect((await due()).firms).toBe(60);
});

test('a run whose segments do not reach the disk is not written, and the next one says it', async () => {
  await due();
  const { manifest } = await openSegments();
  const blocked = path.join(segmentFolder(manifest.database), 'manifest.draft');
  mkdirSync(blocked);
  await deliver({
    item: 'penalty.decision',
    at: clock.now(),
    records: [{ firm: firms[8] as EnterpriseId, occurredOn: '2026-11-05', category: 'serious' }],
  });
  const count = () => withActor(actor, (tx) => tx.scoreSheet.count());
  const before = await count();
  await expect(due()).rejects.toThrow('EISDIR');
  expect(await count()).toBe(before);
  rmdirSync(blocked);
  expect((await due()).written).toBeGreaterThan(0);
});
