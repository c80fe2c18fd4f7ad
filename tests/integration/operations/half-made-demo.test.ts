import pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm, makePerson } from '#tests/factories/people.ts';
import { demoMade, emptyHalfMade, noteBegun } from '~/cli/boot/half-made-demo.ts';
import { migrate } from '~/cli/boot/migrate.ts';
import { useDatabase } from '~/server/db/client.ts';

const urls = freshDatabase();

async function ask(sql: string): Promise<{ n: number }[]> {
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  await client.connect();
  return client
    .query<{ n: number }>(sql)
    .then(
      ({ rows }) => rows,
      () => [],
    )
    .finally(() => client.end());
}
const firms = async () => (await ask('select count(*)::int as n from enterprise'))[0]?.n ?? null;

beforeEach(async () => {
  await ask('delete from job_done');
});

test('a demo that was begun in an empty database and not finished is made anew, tables and all', async () => {
  await noteBegun(urls);
  await makeFirm();
  expect(await firms()).toBe(1);
  expect(await emptyHalfMade(urls)).toBe(true);
  expect(await firms()).toBeNull();
  await migrate(urls.ownerUrl);
  await useDatabase(urls.appUrl);
  expect(await firms()).toBe(0);
  await makeFirm();
  expect(await firms()).toBe(1);
  expect(await emptyHalfMade(urls)).toBe(false);
});

test('a database that held somebody before the demo began is never emptied', async () => {
  await makeFirm();
  await noteBegun(urls);
  expect(await emptyHalfMade(urls)).toBe(false);
});

test('nor is one whose demo was finished, or into which somebody has come', async () => {
  await ask(`insert into job_done (key) values ('seed-demo-begun'), ('${demoMade}')`);
  expect(await emptyHalfMade(urls)).toBe(false);
  await ask(`delete from job_done where key = '${demoMade}'`);
  const { userId } = await makePerson('owner');
  await ask(`update user_account set last_login_at = now() where id = '${userId}'`);
  expect(await emptyHalfMade(urls)).toBe(false);
  await ask(`update user_account set last_login_at = null where id = '${userId}'`);
  expect(await emptyHalfMade(urls)).toBe(true);
});
