import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openMeili } from '#search/meili-client.ts';
import { meiliSearch } from '#search/meilisearch.ts';
import { openSearch } from '#search/open-search.ts';
import { removeDocuments, writeDocuments } from '#search/write.ts';
import { freshDatabase } from '#tests/database.ts';
import { meiliDescription } from '#tests/fakes/meili-description.ts';
import { type FakeMeili, startFakeMeili } from '#tests/fakes/meilisearch.ts';
import { shelfTemplate } from '#tests/templates.ts';
import type { CliAnswer } from '~/cli/command.ts';
import { command as doctor } from '~/cli/commands/doctor.ts';
import { command as searchCommand } from '~/cli/commands/search.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { prepareMirror, stepMirror, verifySearch, waitingChanges } from '~/server/platform/search-upkeep.ts';
import { listProducts } from '~/server/product/list-products.ts';

const urls = freshDatabase({ as: 'batch', template: shelfTemplate });
const actor = system('test');
const description = meiliDescription();
let fake: FakeMeili;
const meili = () => openMeili(fake.url, fake.key);

beforeAll(async () => {
  fake = await startFakeMeili();
  Object.assign(process.env, { MEILI_URL: fake.url, MEILI_KEY: fake.key });
});
afterAll(async () => {
  Object.assign(process.env, { MEILI_URL: '', MEILI_KEY: '' });
  await fake.close();
});
beforeEach(async () => {
  await prepareMirror(meili(), { compare: true });
  await carryAll();
});
afterEach(() => {
  const exchanges = fake.exchanges.splice(0);
  expect(description ? exchanges.flatMap(description.faultsOf) : []).toEqual([]);
});

async function carryAll(): Promise<void> {
  for (let steps = 0; (await waitingChanges()) > 0; steps++) {
    if (steps > 500) throw new Error('carried in vain');
    await stepMirror(meili());
  }
}
const allowance = (title: string) => ({ kind: 'industry', id: '9999', title, body: '', facets: {} }) as const;
const write = (title: string) => withActor(actor, (tx) => writeDocuments(tx, [allowance(title)]));
const found = async (text: string) => (await meiliSearch(meili()).find({ kind: 'industry', text })).total;
const run = (argument: string) =>
  searchCommand.run({ argument, locale: 'en' } as never) as Promise<CliAnswer & { json: never }>;
const names = (answer: { copies: { missing: string[]; stale: string[]; extra: string[] }[] }) =>
  answer.copies.map(({ missing, stale, extra }) => [missing.length, stale, extra]);

test('a shelf that was there before Meilisearch is carried whole', async () => {
  const copies = await verifySearch(actor);
  expect(copies.map(({ documents }) => documents)).toEqual([74, 74]);
  expect(names({ copies } as never)).toEqual([
    [0, [], []],
    [0, [], []],
  ]);
});

test('a change is carried when its transaction commits, and taken away when it goes', async () => {
  await expect(
    withActor(actor, async (tx) => {
      await writeDocuments(tx, [allowance('量子农业')]);
      throw new Error('changed our mind');
    }),
  ).rejects.toThrow();
  expect(await waitingChanges()).toBe(0);
  await write('量子农业');
  await carryAll();
  expect(await found('量子')).toBe(1);
  await withActor(actor, (tx) => removeDocuments(tx, 'industry', ['9999']));
  await carryAll();
  expect(await found('量子')).toBe(0);
});

test('a change that comes while the one before is under way is not lost', async () => {
  fake.hold();
  await write('甲乙');
  await stepMirror(meili());
  await write('丙丁');
  expect(await stepMirror(meili())).toBe(false);
  fake.release();
  await carryAll();
  expect([await found('甲乙'), await found('丙丁')]).toEqual([0, 1]);
});

test('a task that failed is told and sent again', async () => {
  fake.failNext('no space left');
  await write('戊己');
  await stepMirror(meili());
  const settled = async () => {
    for (let steps = 0; steps < 100; steps++) await stepMirror(meili());
  };
  await expect(settled()).rejects.toThrow('no space left');
  await carryAll();
  expect(await found('戊己')).toBe(1);
});

test('an engine that lost its memory is filled again', async () => {
  await write('庚辛');
  await stepMirror(meili());
  fake.forget();
  await expect(carryAll()).rejects.toThrow('task_not_found');
  await prepareMirror(meili(), { compare: false });
  await carryAll();
  const [, there] = await verifySearch(actor);
  expect(there).toMatchObject({ documents: 75, missing: [], stale: [], extra: [] });
});

test('verify says what differs and rebuild mends it', async () => {
  await withActor(
    actor,
    (tx) => tx.$executeRaw`
    update search_document set version = 'old' where id = (select min(id) from search_document where kind = 'product')`,
  );
  await meiliSearch(meili()).write([{ ...allowance('多余'), id: 'nobody' }]);
  const before = await run('verify');
  expect(before.ok).toBe(false);
  const [near, far] = (before.json as { copies: { stale: string[]; extra: string[] }[] }).copies;
  expect([near?.stale.length, near?.extra]).toEqual([1, ['industry 9999']]);
  expect([far?.stale.length, far?.extra]).toEqual([1, ['industry nobody']]);
  expect(before.lines.join('\n')).toContain('search rebuild mends them');

  const rebuilt = await run('rebuild');
  expect(rebuilt).toMatchObject({ ok: true, json: { documents: 74, removed: 1, indexed: 74 } });
  await carryAll();
  expect((await run('verify')).ok).toBe(true);
  expect(() => run('mend')).toThrow('rebuild or verify');
});

const anonymous: Actor = { kind: 'anonymous' };
const shelf = (q: string) =>
  listProducts(anonymous, { q, sort: 'best', page: 1 } as Parameters<typeof listProducts>[1]);

test('what the index names is shown only if the row may be read', async () => {
  const before = await shelf('贷');
  expect(before.total).toBeGreaterThan(30);
  const hidden = before.rows[0]?.id ?? '';
  await withActor(
    actor,
    (tx) => tx.$executeRaw`update product set state = 'withdrawn' where id = ${hidden}::uuid`,
  );
  await meiliSearch(meili()).write([
    { kind: 'product', id: '00000000-0000-0000-0000-000000000000', title: '贷', body: '', facets: {} },
  ]);
  const after = await shelf('贷');
  expect(fake.exchanges.some(({ path }) => path.endsWith('/search'))).toBe(true);
  expect(after.total).toBe(before.total - 1);
  expect(after.rows.map(({ id }) => id)).not.toContain(hidden);
  await withActor(
    actor,
    (tx) => tx.$executeRaw`update product set state = 'published' where id = ${hidden}::uuid`,
  );
});

test('while the engine is down PostgreSQL answers, and the doctor says so', async () => {
  const askDoctor = async () => {
    const { ok, json } = await doctor.run({ urls, place: { driver: '', where: '' }, locale: 'en' } as never);
    return {
      ok,
      search: (json as { parts: { search: { ok: boolean; driver: string; detail: string } } }).parts.search,
    };
  };
  const healthy = await askDoctor();
  expect(healthy.search).toMatchObject({ ok: true, driver: 'Meilisearch 1.53.0' });
  expect(healthy.search.detail).toContain('0 yet to be taken over');
  const before = (await shelf('科技')).rows.map(({ id }) => id);
  fake.down();
  const during = await shelf('科技');
  expect(during.rows.map(({ id }) => id)).toEqual(before);
  const asked = () => withActor(actor, (tx) => openSearch(tx).find({ kind: 'product', text: '科技' }));
  expect((await asked()).total).toBeGreaterThan(0);
  const ill = await askDoctor();
  expect([ill.ok, ill.search.ok]).toEqual([false, false]);
  expect(ill.search.detail).toMatch(/^Meilisearch at 127.*the database answers searches: check MEILI_URL/);
  await expect(run('verify')).rejects.toThrow('unreachable');
  fake.up();
});
