import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { loadFeatureSet } from '~/server/feature/load-feature-set.ts';
import { mapRelations } from '~/server/feature/relations/map-relations.ts';
import { scoreProvince } from '~/server/score/score-province.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf } from '~/server/score/store.ts';

freshDatabase({ template: referenceTemplate });

const actor = system('test');
const codes = ['91640100MA75K1AA05', '91640100MA75K1AB3X', '91640100MA75K1AC18'];
const firms = codes.map(() => randomUUID() as EnterpriseId);
const [first, second, third] = firms as [EnterpriseId, EnterpriseId, EnterpriseId];
const item = 'registration.relation';

const values = (enterpriseId: EnterpriseId) =>
  withActor(actor, async (tx) => {
    const definitions = ['guarantee-circle-firms', 'common-control-firms'].map(featureDefinition);
    const knownAt = clock.now();
    const set = await loadFeatureSet(tx, {
      enterpriseId,
      definitions,
      asOf: clock.today(),
      knownAt,
      consent: null,
    });
    return set.map(({ value }) => value);
  });

const tell = (records: Parameters<typeof deliver>[0]['records'], at = clock.now()) =>
  deliver({ item, at, records: records ?? [] });

beforeAll(async () => {
  await withActor(actor, (tx) =>
    tx.enterprise.createMany({
      data: firms.map((id, i) => ({
        id,
        uscc: codes[i] as string,
        source: 'demo',
        kind: 'company',
        name: `firm ${i}`,
      })),
    }),
  );
  const profiles = firms.map((firm) => ({ firm, occurredOn: '2015-05-01', category: 'active' }));
  await deliver({ item: 'registration.profile', at: startOf(addDays(clock.today(), -2)), records: profiles });
});

test('before the register has said anything of ties, nothing is known of them', async () => {
  expect(await mapRelations({ batchId: null })).toBe(0);
  const detail = { reference: codes[1] as string, note: 'firm 1' };
  const award = { firm: first, occurredOn: '2026-02-05', amount: 100n, detail };
  const { batchId } = await deliver({ item: 'business.bid', at: clock.now(), records: [award] });
  expect(await mapRelations({ batchId })).toBe(0);
  expect(await withActor(actor, (tx) => tx.relation.count({ where: { kind: 'trade' } }))).toBe(1);
  expect(await values(first)).toEqual([null, null]);
});

test('ties become records that features read, of both ends and over several firms; the sheet of a run holds them', async () => {
  const detail = { reference: codes[1] as string, note: 'firm 1' };
  const person = { reference: 'P-0001', note: '马某某' };
  const { batchId } = await tell([
    { firm: first, occurredOn: '2024-01-05', category: 'guarantee', detail },
    { firm: third, occurredOn: '2024-02-05', category: 'guarantee', detail },
    { firm: first, occurredOn: '2020-01-05', category: 'controller', detail: person },
    { firm: third, occurredOn: '2020-01-05', category: 'legal-representative', detail: person },
  ]);
  expect(await mapRelations({ batchId: null })).toBe(6);
  expect(await mapRelations({ batchId })).toBe(0);
  expect([await values(first), await values(second), await values(third)]).toEqual([
    [2, 1],
    [2, 0],
    [2, 1],
  ]);
  await scoreProvince({ selection: 'all', cause: 'batch' });
  const seen = await withActor(actor, async (tx) => {
    const sheet = await tx.scoreSheet.findFirstOrThrow({ where: { enterpriseId: second, scope: 'public' } });
    const order = cardFeatures(await cardOf(tx, sheet.cardVersion));
    const all = readValues(sheet.features, sheet.missing);
    return ['guarantee-circle-firms', 'common-control-firms'].map((code) => all[order.indexOf(code)]);
  });
  expect(seen).toEqual([2, 0]);
});

test('a guarantee that ends leaves the circle on its day, and what was known before stays as it was', async () => {
  const before = clock.now();
  await onDay(addDays(clock.today(), 3), async () => {
    const detail = { reference: codes[1] as string, note: 'firm 1' };
    const { batchId } = await tell([
      {
        firm: second,
        occurredOn: '2025-02-05',
        endedOn: clock.today(),
        category: 'guarantee',
        detail: { reference: codes[0] as string, note: 'firm 0' },
      },
      { firm: second, occurredOn: '2025-02-05', category: 'shareholder', quantity: 510_000, detail },
    ]);
    expect(await mapRelations({ batchId })).toBe(0);
    expect(await values(third)).toEqual([2, 1]);
  });
  expect(before.getTime()).toBeLessThanOrEqual(clock.now().getTime());
});
