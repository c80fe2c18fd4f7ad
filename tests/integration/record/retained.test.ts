import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm } from '#tests/factories/people.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { Item } from '~/domain/catalogue/item.ts';
import { addDays, addYears, type Day, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId, FactId } from '~/domain/kernel/id.ts';
import { retainedUntil } from '~/domain/record/retention.ts';
import { system } from '~/server/access/actor.ts';
import { consentedFigures } from '~/server/application/store-file.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findAllFacts } from '~/server/monitoring/store-screen.ts';
import { findWatchedFacts } from '~/server/monitoring/store-watch.ts';
import { holdingsOf } from '~/server/report/store-holdings.ts';

const urls = freshDatabase({ template: referenceTemplate });

type Said = { readonly item: Item; readonly occurredOn: Day; readonly endedOn: Day | null };

const today = clock.today();
const said = new Map<FactId, Said>();
let firm: EnterpriseId;
let codes: string[];

/** An item of each kind, as the catalogue has it today. */
async function kindsToday() {
  const catalogue = await withActor(system('test'), (tx) => readCatalogue(tx, today));
  const all = [...catalogue.values()];
  return ['end', 'determination', null].map((start) => all.find((i) => i.retentionStart === start));
}

/** A second version with more years holds today, the first is not closed; a third with one year begins tomorrow. */
async function keepLonger({ code, retentionYears }: Item): Promise<void> {
  await withClient(urls.batchUrl, (client) =>
    client.query(
      `insert into catalogue_item (code, version, provider_id, class_code, name_zh, name_en, subject, mode, sensitivity, ceiling,
                                   level, period, polarity, meaning, fresh_days, retention_start, retention_years, valid_from)
       select c.code, c.version + n.ahead, provider_id, class_code, name_zh, name_en, subject, mode, sensitivity, ceiling,
              level, period, polarity, meaning, fresh_days, retention_start, n.years, n.begins
       from catalogue_item c, (values (1, $2::int, $3::date), (2, 1, $4::date)) n (ahead, years, begins)
       where c.code = $1 and c.version = (select max(version) from catalogue_item where code = $1)`,
      [code, (retentionYears ?? 5) + 2, today, addDays(today, 1)],
    ),
  );
}

beforeAll(async () => {
  firm = await makeFirm();
  const changed = (await kindsToday())[0];
  if (changed) await keepLonger(changed);
  const kinds = await kindsToday();
  expect(kinds[0]?.retentionYears).toBe((changed?.retentionYears ?? 5) + 2);
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
  const screened = (await withBatchTransaction((tx) => findAllFacts(tx, [firm], codes))).get(firm) ?? [];
  expect(screened.map(({ id }) => id).toSorted()).toEqual(kept.map(([id]) => id).toSorted());
  const counted = Object.fromEntries(
    codes.map((code) => [code, kept.filter(([, { item }]) => item.code === code).length]),
  );
  for (const rows of [read.figures, read.holdings])
    expect(Object.fromEntries(rows.map(({ item, records }) => [item, records]))).toEqual(counted);
});
