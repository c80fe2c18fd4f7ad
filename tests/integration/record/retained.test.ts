import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm } from '#tests/factories/people.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { Item } from '~/domain/catalogue/item.ts';
import { addDays, addYears, type Day, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId, FactId } from '~/domain/kernel/id.ts';
import { retainedUntil } from '~/domain/record/retention.ts';
import { system } from '~/server/access/actor.ts';
import { consentedFigures } from '~/server/application/store-file.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findWatchedFacts } from '~/server/monitoring/store-watch.ts';
import { holdingsOf } from '~/server/report/store-holdings.ts';

freshDatabase({ template: referenceTemplate });

type Said = { readonly item: Item; readonly occurredOn: Day; readonly endedOn: Day | null };

const today = clock.today();
const said = new Map<FactId, Said>();
let firm: EnterpriseId;
let codes: string[];

beforeAll(async () => {
  firm = await makeFirm();
  const catalogue = await withActor(system('test'), (tx) => readCatalogue(tx, today));
  const all = [...catalogue.values()];
  const kinds = ['end', 'determination', null].map((start) => all.find((i) => i.retentionStart === start));
  for (const item of kinds) {
    if (!item) throw new Error('an item of each kind');
    const years = item.retentionYears ?? 5;
    const edges = [-1, 0, 1].map((days) => addDays(addYears(today, -years), days));
    const days = [...edges, addYears(today, -years - 3), addDays(today, -30)];
    const records = days.flatMap((occurredOn) =>
      [null, occurredOn, ...edges, today]
        .filter((endedOn) => endedOn === null || endedOn >= occurredOn)
        .map((endedOn) => ({ firm, occurredOn, endedOn })),
    );
    const { facts } = await deliver({ item: item.code, at: startOf(addDays(today, -1)), records });
    records.forEach(({ occurredOn, endedOn }, at) => {
      said.set(facts[at] as FactId, { item, occurredOn, endedOn });
    });
  }
  codes = [...new Set([...said.values()].map(({ item }) => item.code))];
});

/** What the rule for one record says: its term has not come. */
const stands = ({ item, ...fact }: Said): boolean => {
  const until = retainedUntil(fact, item);
  return until === null || until > today;
};

test('whoever reads records of others is shown those whose years have not run out, and no other', async () => {
  const kept = [...said].filter(([, each]) => stands(each));
  expect(kept.length).toBeGreaterThan(codes.length);
  expect(kept.length).toBeLessThan(said.size);
  const read = await withActor(system('test'), async (tx) => ({
    watched: await findWatchedFacts(tx, { enterprise_id: firm }, codes),
    figures: await consentedFigures(tx, firm, { figures: codes, dataFrom: null, dataTo: null }),
    holdings: await holdingsOf(tx, firm, { open: codes, consented: [], dataFrom: null, dataTo: null }),
  }));
  expect(read.watched.shown.map(({ id }) => id).toSorted()).toEqual(kept.map(([id]) => id).toSorted());
  const counted = Object.fromEntries(
    codes.map((code) => [code, kept.filter(([, { item }]) => item.code === code).length]),
  );
  for (const rows of [read.figures, read.holdings])
    expect(Object.fromEntries(rows.map(({ item, records }) => [item, records]))).toEqual(counted);
});
