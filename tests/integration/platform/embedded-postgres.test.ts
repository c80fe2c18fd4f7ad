import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { postmasterOf } from '~/cli/boot/cluster.ts';
import { homeOf } from '~/cli/boot/home.ts';
import { type OpenDatabase, openDatabase } from '~/cli/boot/open-database.ts';
import { withClient } from '~/cli/boot/sql-client.ts';

const folder = path.join(mkdtempSync(path.join(tmpdir(), 'xinqiao-embedded-')), 'data');
const open: OpenDatabase[] = [];
const openHere = async () => {
  const database = await openDatabase({ dataDir: folder });
  open.push(database);
  return database;
};
const { folder: home } = homeOf(folder);

afterAll(async () => {
  for (const database of open) await database.stop().catch(() => undefined);
  rmSync(path.dirname(folder), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

test('who comes second joins, and who leaves last stops the server', async () => {
  const first = await openHere();
  const second = await openHere();
  expect([first.server?.joined, second.server?.joined]).toEqual([false, true]);
  expect(second.ownerUrl).toBe(first.ownerUrl);
  await first.stop();
  expect(postmasterOf(homeOf(folder))).toBeDefined();
  await withClient(second.appUrl, (client) => client.query('select 1'));
  await second.stop();
  expect(postmasterOf(homeOf(folder))).toBeUndefined();
});

test('two that start at the same moment share one server', async () => {
  const [one, other] = await Promise.all([openHere(), openHere()]);
  expect(one.ownerUrl).toBe(other.ownerUrl);
  await one.stop();
  await other.stop();
});

test('a server killed with -9 comes back with every committed row', async () => {
  const before = await openHere();
  await withClient(before.ownerUrl, async (client) => {
    await client.query('create table kept (n int)');
    await client.query('insert into kept select generate_series(1, 1000)');
  });
  process.kill(postmasterOf(homeOf(folder))?.pid ?? 0, 'SIGKILL');
  await before.server?.lost;
  await sleep(100);
  const after = await openHere();
  const count = await withClient(after.ownerUrl, (client) =>
    client.query('select count(*)::int as n from kept'),
  );
  expect(count.rows).toEqual([{ n: 1000 }]);
  await after.stop();
});

test('passwords are for this user only, and a throwaway database leaves nothing behind', async () => {
  const secret = path.join(home, 'secrets/xinqiao_app');
  expect(statSync(secret).mode & 0o077).toBe(0);
  const throwaway = await openDatabase({ throwaway: true });
  expect(existsSync(throwaway.where)).toBe(true);
  await throwaway.stop();
  expect(existsSync(throwaway.where)).toBe(false);
});
