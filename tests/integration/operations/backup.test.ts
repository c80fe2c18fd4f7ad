import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { contractOne, createApplicants } from '#tests/factories/applying.ts';
import { missingMigrations } from '~/cli/boot/check-migrated.ts';
import { type OpenDatabase, openDatabase } from '~/cli/boot/open-database.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { CliAnswer, DatabaseUrls } from '~/cli/command.ts';
import { command as backup } from '~/cli/commands/backup.ts';
import { command as restore } from '~/cli/commands/restore.ts';
import { clock } from '~/server/clock.ts';
import { useDatabase } from '~/server/db/client.ts';
import { isSigned, signText } from '~/server/platform/signing.ts';

const urls = freshDatabase();
const world = {} as { source: string; kept: string; second: OpenDatabase; signature: string };
const fresh = () => mkdtempSync(path.join(tmpdir(), 'xinqiao-backup-'));
const ticks: number[] = [];
const progress = () => ({
  tick: (n = 1) => void ticks.push(n),
  total: () => undefined,
  done: () => undefined,
});
const shared = { argument: '', locale: 'en' as const, clock, progress, place: { driver: '', where: '' } };
/** Restores into a database whose documents lie in `dataDir`, by default the second cluster's. */
async function restoreFrom(
  from: string,
  into: DatabaseUrls,
  sha256?: string,
  dataDir?: string,
): Promise<CliAnswer> {
  process.env.XINQIAO_DATA_DIR = dataDir ?? world.second.home.folder;
  return restore.run({ ...shared, urls: into, options: { from, sha256, keys: undefined } });
}

beforeAll(async () => {
  world.source = fresh();
  process.env.XINQIAO_DATA_DIR = world.source;
  await contractOne(await createApplicants());
  await withClient(urls.ownerUrl, (client) => client.query(orders));
  world.signature = signText('a receipt').signature;
  world.kept = fresh();
  const answer = await backup.run({ ...shared, urls, options: { to: world.kept } });
  expect(answer).toMatchObject({ ok: true, json: { files: 3 } });
  world.second = await openDatabase({ throwaway: true });
});
afterAll(() => world.second?.stop());

/** Two orders that the queue took over; the work of one was done. */
const orders = `
  insert into outbox (job, key, payload, relayed_at) values
    ('platform.start-day', 'start-day-2026-11-20', '{"day":"2026-11-20"}', now()),
    ('platform.start-day', 'start-day-2026-11-21', '{"day":"2026-11-21"}', now());
  insert into job_done (key) values ('start-day-2026-11-20')`;

/** A copy of the backup with something done to it. */
function spoilt(how: (folder: string) => void): string {
  const copy = fresh();
  cpSync(world.kept, copy, { recursive: true });
  how(copy);
  return copy;
}

/** Every table with its number of rows and a hash over them; `outbox` without the mark that a restore takes back. */
const contentsOf = (ownerUrl: string) =>
  withClient(ownerUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not like '\\_prisma%' order by 1`,
    );
    const contents: Record<string, { n: number; hash: string }> = {};
    for (const { name } of tables.rows) {
      const row = name === 'outbox' ? `(t.id, t.job, t.key, t.payload)::text` : 't::text';
      const { rows } = await client.query<{ n: number; hash: string }>(
        `select count(*)::int as n, coalesce(md5(string_agg(${row}, '|' order by ${row})), '') as hash from "${name}" t`,
      );
      if (rows[0]) contents[name] = rows[0];
    }
    return contents;
  });

test.each([
  [
    'a cut table',
    (f: string) => truncateSync(path.join(f, 'tables/audit_entry.copy.gz'), 40),
    'restore.torn',
  ],
  ['a lost document', (f: string) => rmSync(path.join(f, 'files'), { recursive: true }), 'restore.torn'],
  ['no manifest', (f: string) => rmSync(path.join(f, 'manifest.json')), 'restore.torn'],
  [
    'a longer table',
    (f: string) => appendFileSync(path.join(f, 'tables/fact.copy.gz'), 'x'),
    'restore.altered',
  ],
  [
    'a changed manifest',
    (f: string) => appendFileSync(path.join(f, 'manifest.json'), ' '),
    'restore.altered',
  ],
])('%s is refused in words and nothing is written', async (_, how, code) => {
  const answer = await restoreFrom(spoilt(how), { ...world.second });
  expect(answer).toMatchObject({ ok: false, json: { error: code } });
  expect(answer.lines[0]).toMatch(/nothing was changed/);
  const missing = await withClient(world.second.ownerUrl, missingMigrations);
  expect(missing.length).toBeGreaterThan(0);
});

test('a byte changed without a change of length is found, and so is a wrong noted hash', async () => {
  const table = (folder: string) => path.join(folder, 'tables/consent.copy.gz');
  const folder = spoilt((f) => {
    writeFileSync(table(f), Buffer.alloc(statSync(table(f)).size, 7));
  });
  expect(await restoreFrom(folder, world.second)).toMatchObject({ json: { error: 'restore.altered' } });
  expect(await restoreFrom(world.kept, world.second, 'f'.repeat(64))).toMatchObject({
    json: { error: 'restore.altered' },
  });
});

test('a full target and a full folder are refused', async () => {
  expect(await restoreFrom(world.kept, urls, undefined, fresh())).toMatchObject({
    json: { error: 'restore.not-empty' },
  });
  expect(await restoreFrom(world.kept, world.second, undefined, world.source)).toMatchObject({
    json: { error: 'restore.not-empty' },
  });
  expect(await backup.run({ ...shared, urls, options: { to: world.kept } })).toMatchObject({
    json: { error: 'backup.not-empty' },
  });
});

test('a backup comes back in a second cluster: every row, sequence, document and key, and the chains verify', async () => {
  await useDatabase(world.second.batchUrl);
  ticks.length = 0;
  const answer = await restoreFrom(world.kept, world.second);
  expect(answer).toMatchObject({ ok: true, json: { verified: { 'verify-audit': { ok: true } } } });
  expect(answer.lines.join('\n')).toMatch(/Restored \d+ tables/);
  expect(ticks.length).toBeGreaterThan(20);
  const [before, after] = [await contentsOf(urls.ownerUrl), await contentsOf(world.second.ownerUrl)];
  expect(after).toEqual(before);
  expect(before.audit_entry?.n).toBeGreaterThan(5);
  for (const top of ['files', 'keys'])
    expect(readdirSync(path.join(world.second.home.folder, top), { recursive: true })).toEqual(
      readdirSync(path.join(world.source, top), { recursive: true }),
    );
  expect(isSigned('a receipt', world.signature)).toBe(true);
});

test('the restored tables are walled and guarded as before, numbers go on, and unfinished orders are carried anew', async () => {
  await withClient(world.second.ownerUrl, async (client) => {
    const open = await client.query(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and not relforcerowsecurity and relname not like '\\_prisma%'`,
    );
    expect(open.rows).toEqual([]);
    await expect(client.query('delete from audit_entry')).rejects.toThrow();
    const next = await client.query<{ fits: boolean }>(
      `select nextval('event_log_id_seq') > max(id) as fits from event_log`,
    );
    expect(next.rows[0]?.fits).toBe(true);
    const waiting = await client.query(
      `select key from outbox where relayed_at is null and key like 'start-day-%'`,
    );
    expect(waiting.rows).toEqual([{ key: 'start-day-2026-11-21' }]);
  });
});
