import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { migrate } from '~/cli/boot/migrate.ts';
import { withClient } from '~/cli/boot/sql-client.ts';

const { ownerUrl } = freshDatabase();

/** A folder of migrations with these texts. */
function migrations(texts: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-migrations-'));
  for (const [name, sql] of Object.entries(texts)) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}

const tables = (name: string) =>
  withClient(
    ownerUrl,
    async (client) => (await client.query('select 1 from pg_tables where tablename = $1', [name])).rowCount,
  );

test('the migrations of the product are applied already', async () => {
  expect(await migrate(ownerUrl)).toEqual([]);
});

test('a migration is applied once, whole, with functions and all', async () => {
  const folder = migrations({
    '90000101_one':
      'create table first_one (n int); create function f() returns int language plpgsql as $$ begin return 1; end $$;',
  });
  expect(await migrate(ownerUrl, folder)).toEqual(['90000101_one']);
  expect(await migrate(ownerUrl, folder)).toEqual([]);
  expect(await tables('first_one')).toBe(1);
});

test('a migration that fails in the middle leaves nothing and can be corrected', async () => {
  const broken = migrations({ '90000201_two': 'create table second_one (n int); select nothing_such;' });
  await expect(migrate(ownerUrl, broken)).rejects.toMatchObject({
    refusal: { code: 'migration-failed', name: '90000201_two' },
  });
  expect(await tables('second_one')).toBe(0);
  const mended = migrations({ '90000201_two': 'create table second_one (n int);' });
  expect(await migrate(ownerUrl, mended)).toEqual(['90000201_two']);
});

test('a migration changed after it was applied is refused', async () => {
  const first = migrations({ '90000301_three': 'create table third_one (n int);' });
  await migrate(ownerUrl, first);
  const changed = migrations({ '90000301_three': 'create table third_one (n bigint);' });
  await expect(migrate(ownerUrl, changed)).rejects.toMatchObject({
    refusal: { code: 'migration-changed', name: '90000301_three' },
  });
});
