import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchStatements } from '#tests/count-statements.ts';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, createApplicants, submitOne } from '#tests/factories/applying.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';
import { anonymous, system } from '~/server/access/actor.ts';
import { listInbox } from '~/server/application/list-inbox.ts';
import { showApplication } from '~/server/application/show-application.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showMatch } from '~/server/match/show-match.ts';
import { listProducts } from '~/server/product/list-products.ts';
import { ShelfSearch } from '~/server/product/shelf-query.ts';

let statements = 0;
afterAll(
  watchStatements(() => {
    statements += 1;
  }),
);
freshDatabase({ template: referenceTemplate });
let parties: Awaited<ReturnType<typeof createApplicants>>;
let application = '';

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  parties = await createApplicants();
  application = await submitOne({ ...parties, needId: await addNeed(parties) });
});

const match = async () => insist(await showMatch(parties.owner, parties.needId, 'offers'));
const query = { state: 'open', sort: 'due', dir: 'asc', after: null } as const;

test.each<[string, () => Promise<unknown>]>([
  ['inbox', () => listInbox(parties.bankA.officer, query)],
  ['application', async () => insist(await showApplication(parties.owner, application))],
  ['shelf', () => listProducts(anonymous, ShelfSearch.parse({}))],
  ['match', match],
])('the page of the %s asks at most six questions', async (_, page) => {
  await page();
  const before = statements;
  await page();
  const asked = statements - before;
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(6);
});

test('what is kept between requests follows a change at the next one', async () => {
  const name = async () => (await match()).matches.map(({ product }) => product.nameZh);
  expect(await name()).not.toContain('新名字');
  await withActor(system('test'), (tx) =>
    tx.product.update({ where: { id: parties.bankA.product }, data: { nameZh: '新名字' } }),
  );
  expect(await name()).toContain('新名字');
});
