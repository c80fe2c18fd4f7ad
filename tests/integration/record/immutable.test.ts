import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const look = looker(urls);

beforeAll(async () => {
  await registerFirms(uscc(1));
  insist(await ingestCsv('tax.payment', `统一社会信用代码,日期,金额,类别\n${uscc(1)},2026-01,1.00,增值税`));
});

const attempts = [
  'update fact set amount_fen = 0',
  'update only fact set known_at = now()',
  'delete from fact',
  'truncate fact',
  'truncate fact cascade',
  `merge into fact f using (select 1) s on true when matched then delete`,
  `with gone as (delete from fact returning *) insert into fact select * from gone`,
  `insert into fact select * from fact on conflict (enterprise_id, id) do update set amount_fen = 0`,
];

test.each([
  ['the web', () => urls.appUrl, '42501'],
  ['the worker', () => urls.batchUrl, '42501'],
  ['the owner', () => urls.ownerUrl, 'XQ001'],
] as const)('no update and no delete of %s reaches a fact', async (_, url, code) => {
  const all = () => look(`select md5(string_agg(f::text, '' order by id)) as facts, count(*) from fact f`);
  const before = await all();
  const client = new pg.Client({ connectionString: url() });
  await client.connect();
  try {
    for (const attempt of attempts)
      await expect(client.query(attempt), attempt).rejects.toMatchObject({ code });
  } finally {
    await client.end();
  }
  expect(await all()).toEqual(before);
});

test('not even replaying a log passes the guard', async () => {
  const triggers = await look<{ tgenabled: string }>(
    `select tgenabled from pg_trigger where tgrelid = 'fact'::regclass and tgname in ('append_only', 'keep_all')`,
  );
  expect(triggers).toEqual([{ tgenabled: 'A' }, { tgenabled: 'A' }]);
});
