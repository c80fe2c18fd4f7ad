import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SearchDocument } from '#search/documents.ts';
import { type MeiliClient, MeiliFault, openMeili } from '#search/meili-client.ts';
import { ensureIndex, rebuildIndex } from '#search/meili-index.ts';
import { meiliSearch } from '#search/meilisearch.ts';
import { postgresSearch } from '#search/postgres.ts';
import { freshDatabase } from '#tests/database.ts';
import { type Exchange, meiliDescription, noDescription } from '#tests/fakes/meili-description.ts';
import { type FakeMeili, startFakeMeili } from '#tests/fakes/meilisearch.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { searchKeepsItsPromises } from './search-contract.ts';

freshDatabase();

const description = meiliDescription();
let fake: FakeMeili;
let meili: MeiliClient;
beforeAll(async () => {
  fake = await startFakeMeili();
  meili = openMeili(fake.url, fake.key);
});
afterAll(() => fake.close());

/** Every request that we sent and every answer that we were fed, held against the official description. */
const compared = description
  ? `compared with the official API description ${description.version}`
  : noDescription;
afterEach(() => {
  const exchanges = fake.exchanges.splice(0);
  if (!description) return;
  expect(exchanges.flatMap(description.faultsOf)).toEqual([]);
});

describe(`Meilisearch, ${compared}`, () => {
  beforeEach(() => ensureIndex(meili));

  searchKeepsItsPromises((work) => work(meiliSearch(meili)));

  test('an answer holds ids and nothing else', async () => {
    await meiliSearch(meili).write([document('secret', '保密贷', '内部')]);
    fake.exchanges.length = 0;
    await meiliSearch(meili).find({ kind: 'product', text: '保密' });
    const hits = fake.exchanges.flatMap(({ reply }) => (reply as { hits: object[] }).hits);
    expect(hits).toEqual([{ id: 'secret' }]);
  });

  test('finds what PostgreSQL finds, in the same order', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'科技贸易小微贷款税a1 ·'), maxLength: 12 });
    const documents = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), text, text), {
      selector: ([id]) => id,
      maxLength: 8,
    });
    const han = fc.string({ unit: fc.constantFrom(...'科技小微贷税'), minLength: 1, maxLength: 3 });
    const latin = fc.string({ unit: fc.constantFrom(...'a1'), maxLength: 2 });
    const asked = fc.oneof(
      han,
      latin,
      fc.tuple(han, latin, han).map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(documents, asked, async (drawn, query) => {
        const written = drawn.map(([id, title, body]) => ({ ...document(id, title, body), kind }) as const);
        const near = await withActor(system('test'), async (tx) => {
          const search = postgresSearch(tx);
          await search.remove(kind, [...'abcdefgh']);
          await search.write(written);
          return search.find({ kind, text: query });
        });
        const far = meiliSearch(meili);
        await far.remove(kind, [...'abcdefgh']);
        await far.write(written);
        const found = await far.find({ kind, text: query });
        expect(found.total).toBe(near.total);
        // One run of Chinese is ranked alike; words apart and parts of other words by each driver in its own way.
        const order = (hits: readonly { id: string }[]) =>
          /^\p{Script=Han}+$/u.test(query) ? hits.map(idOf) : hits.map(idOf).sort();
        expect(order(found.hits)).toEqual(order(near.hits));
      }),
      { numRuns: 40 },
    );
  });

  test('a rebuild shows all of the old index until all of the new one, and leaves no draft', async () => {
    const search = meiliSearch(meili);
    await search.write([document('old', '旧贷')]);
    let seenMeanwhile: string[] = [];
    async function* pages() {
      yield [versioned(document('n1', '新贷一'))];
      seenMeanwhile = (await search.find({ kind: 'product', text: '贷' })).hits.map(idOf);
      yield [versioned(document('n2', '新贷二'))];
    }
    await meili.settle([
      await meili.order('POST', '/indexes', { uid: 'xinqiao_19700101', primaryKey: 'key' }),
    ]);
    expect(await rebuildIndex(meili, pages(), '20261127')).toBe(2);
    expect(seenMeanwhile).toContain('old');
    expect((await search.find({ kind: 'product', text: '贷' })).hits.map(idOf)).toEqual(['n1', 'n2']);
    expect([...fake.indexes.keys()]).toEqual(['xinqiao']);
    expect(await ensureIndex(meili)).toBe('ready');
  });

  test('other settings than ours are noticed', async () => {
    await meili.settle([
      await meili.order('PATCH', '/indexes/xinqiao/settings', { rankingRules: ['words', 'sort'] }),
    ]);
    expect(await ensureIndex(meili)).toBe('outdated');
    await rebuildIndex(meili, (async function* () {})(), '20261128');
    expect(await ensureIndex(meili)).toBe('ready');
  });

  test('a failed task, a wrong key and nobody there are faults with a code', async () => {
    fake.failNext('disk full');
    await expect(meiliSearch(meili).write([document('x', '贷')])).rejects.toMatchObject({
      code: 'task-failed',
    });
    const stranger = openMeili(fake.url, undefined);
    await expect(ensureIndex(stranger)).rejects.toMatchObject({ code: 'missing_authorization_header' });
    fake.down();
    await expect(meiliSearch(meili).find({ kind: 'product', text: '贷' })).rejects.toThrow(MeiliFault);
    fake.up();
  });
});

test.skipIf(!description)(`the comparison notices what the API does not know (${compared})`, () => {
  const asked = { method: 'POST', path: '/indexes/x/search', query: new URLSearchParams(), request: {} };
  const reply = {
    hits: [],
    query: '',
    processingTimeMs: 0,
    page: 1,
    hitsPerPage: 1,
    totalHits: 0,
    totalPages: 0,
  };
  const right: Exchange = { ...asked, status: 200, reply };
  const wrong: Exchange[] = [
    { ...right, path: '/indexes/x/seek' },
    { ...right, method: 'PUT' },
    { ...right, query: new URLSearchParams({ limit: '3' }) },
    { ...right, request: undefined },
    { ...right, request: { hitsPerPage: 'many' } },
    { ...right, request: { filters: [] } },
    { ...right, reply: { ...reply, query: undefined } },
    { ...right, reply: {} },
    { ...right, status: 204, reply: undefined },
    { ...right, status: 400, reply: { message: 'no', code: 'made_up', type: 'system', link: '' } },
  ];
  expect(description?.faultsOf(right)).toEqual([]);
  expect(wrong.filter((exchange) => description?.faultsOf(exchange).length === 0)).toEqual([]);
});

const kind = 'industry';
const idOf = ({ id }: { id: string }) => id;
const document = (id: string, title: string, body = ''): SearchDocument => ({
  kind: 'product',
  id,
  title,
  body,
  facets: {},
});
const versioned = (one: SearchDocument) => ({ ...one, version: '1' });

const { TEST_MEILI_URL: url, TEST_MEILI_KEY: key } = process.env;
describe.skipIf(!url)(url ? 'a real Meilisearch' : 'a real Meilisearch (MEILI_URL names none)', () => {
  const real = openMeili(url ?? '', key, `xinqiao-test-${randomBytes(4).toString('hex')}`);
  beforeAll(() => ensureIndex(real));
  afterAll(async () => real.settle([await real.order('DELETE', `/indexes/${real.index}`)]));
  searchKeepsItsPromises((work) => work(meiliSearch(real)));
});
