import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrateQueue } from '#jobs/queue-postgres.ts';
import { carryKeys, destroyedKeys, destroyKey, vaultFolder } from '~/server/platform/vault.ts';
import { migrate, shippedChecksums } from '../boot/migrate.ts';
import { withClient } from '../boot/sql-client.ts';
import type { Progress } from '../command.ts';
import type { Manifest } from './manifest.ts';
import { listTables } from './table-list.ts';
import { copyStatement, counting, dataFolders } from './take-backup.ts';

type Wish = {
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly progress: Progress;
  /** A mirror of the key store; without one, values under keys stay unreadable. */
  readonly keys?: string | undefined;
};

export type RestoreRefusal =
  | { readonly code: 'restore.not-empty'; readonly where: string }
  | { readonly code: 'restore.newer'; readonly migration: string }
  | { readonly code: 'restore.other-migration'; readonly migration: string };

/** Whether a backup may go into this database: only an empty one, and only under this version's own migrations. */
export async function refuseTarget(
  { ownerUrl, dataDir }: Pick<Wish, 'ownerUrl' | 'dataDir'>,
  { migrations }: Manifest,
): Promise<RestoreRefusal | null> {
  const full = dataFolders
    .map((name) => path.join(dataDir, name))
    .find((folder) => fs.existsSync(folder) && fs.readdirSync(folder).length > 0);
  if (full) return { code: 'restore.not-empty', where: full };
  const tables = await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `select 1 from pg_tables where schemaname in ('public', 'bullmq')`,
    );
    return rowCount ?? 0;
  });
  if (tables > 0) return { code: 'restore.not-empty', where: new URL(ownerUrl).host };
  const shipped = shippedChecksums();
  const unknown = migrations.find(({ name }) => !shipped.has(name));
  if (unknown) return { code: 'restore.newer', migration: unknown.name };
  const other = migrations.find(({ name, checksum }) => shipped.get(name) !== checksum);
  return other ? { code: 'restore.other-migration', migration: other.name } : null;
}

/**
 * Brings an empty database to what a backup holds: the tables of its own version, all rows in one transaction, the
 * sequences, then the migrations that came since; documents and keys beside it. The queue is not kept: orders of the
 * outbox whose work was not done are carried anew.
 */
export async function restoreBackup(wish: Wish): Promise<void> {
  const { ownerUrl, manifest } = wish;
  const kept = new Set(manifest.migrations.map(({ name }) => name));
  await migrate(ownerUrl, { only: kept });
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    await loadTables(client, wish);
    await client.query(
      `update outbox set relayed_at = null where not exists (select 1 from job_done d where d.key = outbox.key)`,
    );
    await client.query('commit');
    await client.query('analyze');
  });
  await migrate(ownerUrl);
  await migrateQueue(ownerUrl);
  await putFiles(wish);
  if (wish.keys) carryKeys(wish.keys, vaultFolder());
  await repeatErasures(ownerUrl);
}

/** What was erased after the backup was taken stays erased: keys go again, and no tag finds those subjects. */
async function repeatErasures(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>('select subject_id as id from erasure');
    for (const { id } of rows) destroyKey(id);
    await client.query('update data_subject set tag = null where id = any($1::uuid[])', [
      [...destroyedKeys()],
    ]);
    await client.query(`update identity_check c set tag = null where tag is not null
      and not exists (select 1 from data_subject s where s.tag = c.tag)`);
  });
}

/** The guards of the tables are down while their owner fills them, inside one transaction that nobody sees before its end. */
async function loadTables(client: pg.Client, { folder, manifest, progress }: Wish): Promise<void> {
  const shapes = await listTables(client);
  for (const { name } of shapes)
    await client.query(`alter table "${name}" no force row level security, disable trigger user`);
  if (shapes.length > 0) await client.query(`truncate ${shapes.map(({ name }) => `"${name}"`).join(', ')}`);
  const byName = new Map(manifest.tables.map((table) => [table.name, table]));
  for (const { name } of shapes) {
    const table = byName.get(name);
    if (!table) continue;
    const into = client.query(copyFrom(copyStatement(name, table.columns, 'from stdin')));
    const source = fs.createReadStream(path.join(folder, table.place));
    const read = counting((bytes) => progress.tick(bytes / 1000));
    await pipeline(source, read.stream, createGunzip(), into);
    if (into.rowCount !== table.rows)
      throw new Error(`${name}: ${into.rowCount} rows came in, ${table.rows} were kept`);
  }
  for (const { name, value } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [`public."${name}"`, value]);
  for (const { name, forced } of shapes)
    await client.query(
      `alter table "${name}" ${forced ? 'force row level security,' : ''} enable trigger user`,
    );
}

async function putFiles({ dataDir, folder, manifest, progress }: Wish): Promise<void> {
  for (const { place, bytes } of manifest.files) {
    const target = path.join(dataDir, place);
    fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    const out = fs.createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(fs.createReadStream(path.join(folder, place)), out);
    progress.tick(bytes / 1000);
  }
}
