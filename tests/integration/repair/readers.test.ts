import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { deliver } from '#tests/factories/records.ts';
import { makeRights, type Rights } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { command as explain } from '~/cli/commands/explain.ts';
import { command as known } from '~/cli/commands/known.ts';
import { addDays, addMonths, startOf } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { repairDuties } from '~/domain/repair/regime.ts';
import type { ReportBody } from '~/domain/report/report.ts';
import { system } from '~/server/access/actor.ts';
import { consentedRecords } from '~/server/application/store-file.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readFeatureFacts } from '~/server/feature/store.ts';
import { publicRows } from '~/server/modelling/store-public.ts';
import { findWatchedFacts } from '~/server/monitoring/store-watch.ts';
import { showOwnData } from '~/server/record/show-own-data.ts';
import { showOwnItem } from '~/server/record/show-own-item.ts';
import { decideRepair } from '~/server/repair/decide-repair.ts';
import { fileRepair } from '~/server/repair/file-repair.ts';
import { showRights } from '~/server/repair/show-rights.ts';
import { makeReport } from '~/server/report/make-report.ts';
import { showReport } from '~/server/report/show-report.ts';
import { restate } from '~/server/restatement/restate.ts';
import { loadWorld } from '~/server/score/load-world.ts';
import { readScore } from '~/server/score/read-score.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
const today = clock.today();
const item = 'penalty.decision';
const code = '91640100MAXX00015K';
let rights: Rights;
let factId: FactId;

const asPlatform = <T>(work: (tx: Tx) => Promise<T>) => withActor(platform, work);
const run = (command: typeof known | typeof explain, argument: string, options: object) =>
  command.run({ argument, options, locale: 'en' } as never);

/** Everybody who reads records, each as one text in which the record's traces would stand. */
const readers: { readonly [reader: string]: () => Promise<unknown> } = {
  'the bank’s file': () =>
    withActor(
      rights.officer,
      (tx) => consentedRecords(tx, rights.enterpriseId, { items: [item], dataFrom: null, dataTo: null }, 50),
      { subject: rights.enterpriseId },
    ),
  'the features of the score': () =>
    asPlatform((tx) => readFeatureFacts(tx, rights.enterpriseId, [item], clock.now())),
  'the what-if page': () => asPlatform(async (tx) => (await loadWorld(tx, rights.enterpriseId)).facts),
  'the watch over loans': () =>
    asPlatform((tx) => {
      const loan = { id: '', enterprise_id: rights.enterpriseId, institution_id: '', application_id: '' };
      return findWatchedFacts(tx, loan, [item]);
    }),
  'the firm’s data page': async () => insist(await showOwnItem(rights.owner, { code: item })).facts,
  'what can be repaired': async () =>
    (await showRights(rights.owner, { state: 'pending', page: 0 })).outlooks,
  'the bank’s score page': () =>
    withActor(
      rights.officer,
      (tx) => {
        const permit = { items: [item], dataFrom: null, dataTo: null };
        return readScore(tx, { enterpriseId: rights.enterpriseId, which: 'public', reader: { permit } });
      },
      { subject: rights.enterpriseId },
    ),
  'the command that explains a score': () => run(explain, code, {}),
  'the command of what was known': () => run(known, '', { firm: code, item, on: today }),
};

const textOf = (read: unknown): string =>
  JSON.stringify(read, (_, value) => (typeof value === 'bigint' ? String(value) : value));
/** Who finds the record: by its id or by what it says. */
async function finders(): Promise<string[]> {
  const found: string[] = [];
  for (const [reader, read] of Object.entries(readers)) {
    const text = textOf(await read());
    if (text.includes(factId) || text.includes('罚决〔2026〕12号') || text.includes('31415900'))
      found.push(reader);
  }
  return found;
}
const reported = async () => {
  const { report } = insist(await showReport(rights.owner, insist(await makeReport(rights.owner))));
  const body = (typeof report === 'string' ? JSON.parse(report) : report) as ReportBody;
  expect(textOf(body)).not.toMatch(/罚决〔2026〕12号|31415900|314,159/);
  return body.holdings.filter(({ name }) => name.zh === '行政处罚信息').length;
};
const counts = async () => ({
  report: await reported(),
  list: (await publicRows({ regionCode: null, section: null, after: null }, [item], 50)).find(
    ({ uscc }) => uscc === code,
  )?.counts,
  own: (await showOwnData(rights.owner, { show: 'negative' })).records,
});

beforeAll(async () => {
  const catalogue = await asPlatform((tx) => readCatalogue(tx, today));
  for (const each of [...catalogue.values()].filter(({ sensitivity }) => sensitivity === 'public'))
    await deliver({ item: each.code, at: startOf(addDays(today, -1)) });
});
beforeEach(async () => {
  if (rights)
    await asPlatform((tx) =>
      tx.enterprise.update({ where: { id: rights.enterpriseId }, data: { uscc: null, status: 'cancelled' } }),
    );
  rights = await makeRights('640104');
  await asPlatform((tx) =>
    tx.enterprise.update({ where: { id: rights.enterpriseId }, data: { uscc: code, kind: 'company' } }),
  );
  await rights.record({ item: 'registration.profile', on: '2015-06-01', provider: 'market-regulation' });
  factId = await rights.penalty({ on: addMonths(today, -5), amount: 31_415_900n });
  await asPlatform((tx) =>
    scoreFirm(tx, platform, { enterpriseId: rights.enterpriseId, cause: 'on-demand' }),
  );
});

const endings = {
  'a repair': async () => {
    const duties = repairDuties.map((duty) => ({ duty, proof: '验收意见' }));
    const wish = { factId, kind: 'repair', duties, promise: '依法诚信经营。', courtOrder: null } as const;
    const id = insist(await fileRepair(rights.owner, wish));
    insist(await decideRepair(rights.liaison, id, { move: 'grant', reason: '同意修复' }));
  },
  'a shield': async () => {
    const wish = { factId, kind: 'reorganisation', duties: [], promise: '依法诚信经营。' } as const;
    const id = insist(await fileRepair(rights.owner, { ...wish, courtOrder: '（2026）宁01破3号' }));
    insist(await decideRepair(rights.liaison, id, { move: 'grant', reason: '同意屏蔽' }));
  },
  'a revocation': async () => {
    await withActor(
      rights.liaison,
      (tx) =>
        tx.$queryRaw`select amend_fact(${rights.enterpriseId}::uuid, ${factId}::uuid, ${randomUUID()}::uuid, 'revoke', gen_random_uuid(),
                                       ${clock.now()}, null, null, null, null, null)::text`,
    );
  },
} as const;

describe.each(Object.entries(endings))('%s', (_, end) => {
  test('ends the use by every reader, before anything is restated and after', async () => {
    expect(await finders()).toEqual(Object.keys(readers));
    expect(await counts()).toMatchObject({ report: 1, list: { [item]: 1 }, own: 2 });
    await end();
    expect(await finders()).toEqual([]);
    expect(await counts()).toMatchObject({ report: 0, own: 1 });
    expect((await counts()).list).not.toHaveProperty([item]);
    for (const order of await rights.orders('restatement.restate'))
      await asPlatform((tx) => restate(tx, platform, order as never));
    expect(await finders()).toEqual([]);
  });
});
