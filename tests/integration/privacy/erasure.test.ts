import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSearch } from '#search/open-search.ts';
import { freshDatabase } from '#tests/database.ts';
import { idNumberOf } from '#tests/factories/id-number.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { type OpenDatabase, openDatabase } from '~/cli/boot/open-database.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { command as backup } from '~/cli/commands/backup.ts';
import { command as keys } from '~/cli/commands/keys.ts';
import { command as persons } from '~/cli/commands/persons.ts';
import { command as restore } from '~/cli/commands/restore.ts';
import { command as listRights } from '~/cli/commands/rights.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { useDatabase } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { rebuildSearch } from '~/server/platform/search-upkeep.ts';
import { askPerson } from '~/server/privacy/ask-person.ts';
import { erasePerson } from '~/server/privacy/erase-person.ts';
import { namePerson } from '~/server/privacy/name-person.ts';
import { openPersonReport } from '~/server/privacy/open-person-report.ts';
import { showPersonDoor } from '~/server/privacy/show-person-door.ts';
import { showPersons } from '~/server/privacy/show-persons.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';

const urls = freshDatabase({ as: 'batch' });
const fresh = () => mkdtempSync(path.join(tmpdir(), 'xinqiao-erasure-'));
const progress = () => ({ tick: () => undefined, total: () => undefined, done: () => undefined });
const shared = { locale: 'en' as const, clock, progress, place: { driver: '', where: '' } };
const uscc = '91640104MAXX00015D';
const secretName = '欧阳守密';
const item = 'provident.person-account';
const secrets = new RegExp(`${secretName}|${idNumberOf(1)}`);

const world = {} as {
  parties: Parties;
  data: string;
  before: string;
  olderMirror: string;
  token: string;
  keptToken: string;
  second: OpenDatabase;
};

/** A person of the firm who signs for the first bank. */
async function signed(name: string, idNumber: string) {
  const { owner, bankA } = world.parties;
  const wish = { name, relation: 'legal-representative', sharePpm: null, purpose: 'pre-loan' } as const;
  const named = insist(await namePerson(owner, { ...wish, institutionId: bankA.id }));
  insist(await signPersonConsent(named.token, { name, idNumber, items: [item], validMonths: 6 }));
  return named;
}

const runKeys = (argument: string, to?: string) => keys.run({ ...shared, urls, argument, options: { to } });
const ask = (personId: string, kind: 'any' | 'band' = 'any') =>
  askPerson(world.parties.bankA.officer, {
    ...{ enterpriseId: world.parties.enterpriseId, personId: personId as never, item },
    question: { kind },
  });

beforeAll(async () => {
  world.data = fresh();
  process.env.XINQIAO_DATA_DIR = world.data;
  world.parties = await createParties();
  await withClient(urls.ownerUrl, (client) =>
    client.query('update enterprise set uscc = $1 where id = $2', [uscc, world.parties.enterpriseId]),
  );
  const file = path.join(fresh(), 'accounts.csv');
  const rows = [1, 2].map((n) => `${uscc},${idNumberOf(n)},2020-01-01,,1234.56,`);
  writeFileSync(file, `uscc,id_number,from,to,amount,category\n${rows.join('\n')}\n`);
  const options = { item, file };
  const taken = await persons.run({ ...shared, urls, argument: 'take-in', options });
  expect(taken).toMatchObject({ ok: true, json: { rows: 2, added: 2, people: 2 } });
  const again = await persons.run({ ...shared, urls, argument: 'take-in', options });
  expect(again).toMatchObject({ json: { added: 0 } });
});
afterAll(() => world.second?.stop());

test('a signature and a record are readable while the key is there, and nowhere in the clear', async () => {
  const named = await signed(secretName, idNumberOf(1));
  world.token = named.token;
  world.keptToken = (await signed('林晓禾', idNumberOf(2))).token;
  expect(await ask(named.id)).toMatchObject({ ok: true, value: 'yes' });
  expect(await ask(named.id, 'band')).toMatchObject({ refusal: { code: 'privacy.no-bands' } });
  const bands = { of: 'amount', edges: ['100000', '200000'] }; // the record says 1,234.56 yuan
  await withClient(urls.ownerUrl, (client) =>
    client.query(
      `insert into catalogue_item (code, version, provider_id, class_code, name_zh, name_en, subject, mode, sensitivity, ceiling,
                                   level, period, polarity, meaning, valid_from)
       select code, 2, provider_id, class_code, name_zh, name_en, subject, mode, sensitivity, ceiling, level, period, polarity, $1,
              valid_from from catalogue_item where code = $2 and version = 1`,
      [{ bands }, item],
    ),
  );
  expect(await ask(named.id, 'band')).toMatchObject({ ok: true, value: { band: 1, bands } });
  const door = insist(await showPersonDoor(world.token));
  const question = 'band amount 100000 200000';
  expect(door).toMatchObject({
    name: secretName,
    asked: [{ question, answer: true, band: 1 }, { band: null }],
  });
  expect(await everywhere(urls.ownerUrl)).not.toMatch(`${secretName}|${idNumberOf(1)}`);
});

test('erased by key destruction: no page, no command, no answer returns the value; the rows and chains stay', async () => {
  world.before = fresh();
  world.olderMirror = fresh();
  await backup.run({ ...shared, urls, argument: '', options: { to: world.before } });
  await runKeys('mirror', world.olderMirror);
  expect(await erasePerson(world.token, idNumberOf(2))).toMatchObject({
    refusal: { code: 'privacy.id-differs' },
  });
  insist(await erasePerson(world.token, idNumberOf(1)));

  const door = insist(await showPersonDoor(world.token));
  expect(door).toMatchObject({ state: 'erased', name: null });
  const { people } = await showPersons(world.parties.owner);
  const gone = people.find(({ state }) => state === 'erased');
  expect(gone).toMatchObject({ name: null });
  expect(await ask(gone?.id ?? '')).toMatchObject({ refusal: { code: 'privacy.erased' } });
  expect(await erasePerson(world.token, idNumberOf(1))).toMatchObject({
    refusal: { code: 'privacy.link-not-found' },
  });
  expect(await runKeys('verify')).toMatchObject({ ok: true, json: { erasures: 1, remaining: 0 } });
  const facts = await withClient(urls.ownerUrl, (client) => client.query('select 1 from person_fact'));
  expect(facts.rowCount).toBe(2);
  expect(await everywhere(urls.ownerUrl)).not.toMatch(secrets);
  expect(await foundByIndex()).toEqual([1, 0, 0]);
});

test('no statement reaches a record about a person, whoever sends it', async () => {
  for (const url of [urls.ownerUrl, urls.batchUrl, urls.appUrl])
    for (const sql of [
      'update person_fact set item = item',
      'delete from person_fact',
      'delete from erasure',
    ])
      await expect(
        withClient(url, (client) => client.query(sql)),
        sql,
      ).rejects.toThrow();
});

test('a backup from before the erasure holds no key, and restored with the mirror it does not bring the value back', async () => {
  const kept = readdirSync(world.before, { recursive: true, encoding: 'utf8' });
  expect(kept.filter((name) => name.includes('vault') || name.endsWith('.key'))).toEqual([]);
  const dump = kept
    .filter((name) => name.endsWith('.gz'))
    .map((name) => gunzipSync(readFileSync(path.join(world.before, name))).toString('latin1'))
    .join();
  expect(dump).not.toContain(Buffer.from(secretName).toString('latin1'));
  expect(dump).not.toContain(idNumberOf(1));

  const mirror = fresh();
  expect(await runKeys('mirror', mirror)).toMatchObject({ json: { keys: 1 } });
  world.second = await openDatabase({ throwaway: true });
  process.env.XINQIAO_DATA_DIR = world.second.home.folder;
  await useDatabase(world.second.batchUrl);
  const options = { from: world.before, sha256: undefined, keys: mirror };
  const restored = await restore.run({ ...shared, urls: world.second, argument: '', options });
  expect(restored).toMatchObject({ ok: true });
  expect(insist(await showPersonDoor(world.keptToken))).toMatchObject({ name: '林晓禾' });
  expect(insist(await showPersonDoor(world.token))).toMatchObject({ state: 'erased', name: null });

  const older = await keys.run({
    ...{ ...shared, urls: world.second, argument: 'mirror' },
    options: { to: world.olderMirror },
  });
  expect(older).toMatchObject({ json: { keys: 1, removed: 1 } });
  const tags = await withClient(world.second.ownerUrl, (client) =>
    client.query('select 1 from data_subject where tag is null'),
  );
  expect(tags.rowCount).toBeGreaterThan(0);

  expect(await everywhere(world.second.ownerUrl)).not.toMatch(secrets);
  expect(await foundByIndex()).toEqual([1, 0, 0]);
  const answers = [
    await listRights.run({ ...shared, urls: world.second, argument: '', options: { overdue: false } }),
    await keys.run({ ...shared, urls: world.second, argument: 'verify', options: { to: undefined } }),
  ];
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  expect(JSON.stringify(answers)).not.toMatch(secrets);
  expect(await openPersonReport(world.token, idNumberOf(1))).toMatchObject({ ok: false });
});

/** How many documents the search finds for a bank, the name and the number, its index made anew from the tables. */
async function foundByIndex(): Promise<number[]> {
  await rebuildSearch(system('test'));
  const found: number[] = [];
  for (const text of ['桥头银行', secretName, idNumberOf(1)])
    found.push(
      await withActor(system('test'), async (tx) => {
        const answers = await Promise.all(
          (['enterprise', 'institution', 'product', 'industry'] as const).map((kind) =>
            openSearch(tx).find({ kind, text }),
          ),
        );
        return answers.reduce((sum, { total }) => sum + total, 0);
      }),
    );
  return found;
}

/** Every table as text. */
async function everywhere(ownerUrl: string): Promise<string> {
  return withClient(ownerUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ t: string | null }>(
        `select string_agg(t::text, ' ') as t from "${name}" t`,
      );
      texts.push(rows[0]?.t ?? '');
    }
    return texts.join(' ');
  });
}
