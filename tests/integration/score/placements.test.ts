import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { measureSpread } from '~/server/score/measure-spread.ts';
import { readPlacements } from '~/server/score/read-placements.ts';

const urls = freshDatabase({ template: referenceTemplate });

/** Twenty-five firms in one county and nineteen in the next, which is too few to compare within. */
const firms = Array.from({ length: 44 }, (_, i) => ({
  id: randomUUID() as EnterpriseId,
  region: i < 25 ? '640104' : '640105',
  milli: 500_000 + i * 1_000,
}));

beforeAll(() =>
  withBatchTransaction(async ({ client }) => {
    for (const { id, region, milli } of firms) {
      await client.query(
        `insert into enterprise (id, source, kind, name, region_code, industry_code, industry_version)
         values ($1, 'demo', 'company', 'firm', $2, (select code from industry where section = 'C' and level = 'class' order by code limit 1), 'GB/T 4754-2017')`,
        [id, region],
      );
      await client.query(
        `insert into score_standing (enterprise_id, card_version, milli_points, grade, coverage_ppm, bins, as_of)
         values ($1, '2026.1', $2, 'B', 800000, '', $3)`,
        [id, milli, clock.today()],
      );
      await client.query(
        `insert into score_sheet (enterprise_id, scope, card_version, as_of, known_at, milli_points, grade, coverage_ppm,
                                  dimension_milli, features, missing, reasons, cause)
         values ($1, 'public', '2026.1', $2, $3, $4, 'B', 800000, '{}', '{}', '', '{}', 'batch')`,
        [id, clock.today(), clock.now(), milli],
      );
    }
  }),
);

const placesOf = (firm: number) =>
  withActor(system('test'), (tx) => readPlacements(tx, firms[firm]?.id as EnterpriseId));
const shown = async (firm: number) =>
  (await placesOf(firm)).map(({ kind, firms: n, aheadPercent }) => [kind, n, aheadPercent]);

test('a firm is placed in the narrowest group of enough firms, in steps of five per cent', async () => {
  expect(await shown(24)).toEqual([]);
  expect(await measureSpread()).toBe(await measureSpread());
  expect(await shown(24)).toEqual([
    ['all', 44, 50],
    ['region', 25, 95],
    ['industry', 44, 50],
    ['region-industry', 44, 50],
  ]);
  expect(await shown(0)).toContainEqual(['region', 25, 0]);
});

test('a county of nineteen scored firms is not compared within: its firms are placed in the city', async () => {
  expect(await shown(43)).toContainEqual(['region', 44, 95]);
  const names = (await placesOf(43)).map(({ kind, name }) => [kind, name?.zh]);
  expect(names).toContainEqual(['region', '宁夏回族自治区银川市']);
  expect(names).toContainEqual(['all', undefined]);
});

test('how many firms a group needs is the policy of the day, and the place says so', async () => {
  expect((await placesOf(43)).map(({ least }) => least)).toEqual([20, 20, 20, 20]);
  await withClient(urls.ownerUrl, (client) =>
    client.query(
      `insert into policy_version (code, version, kind, jurisdiction, name_zh, name_en, legal_basis, valid_from, body, examples, unverified,
                                   published_at)
       select code, 2, kind, jurisdiction, name_zh, name_en, legal_basis, $1, '{"smallestGroup": 19}', examples, unverified, published_at
       from policy_version where code = 'score-comparison'`,
      [clock.today()],
    ),
  );
  await measureSpread();
  const [, region] = await placesOf(43);
  expect(region).toMatchObject({ kind: 'region', firms: 19, least: 19 });
});
