import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { withClient } from '../boot/sql-client.ts';
import type { Progress } from '../command.ts';
import { type Manifest, type StoredFile, writeManifest } from './manifest.ts';
import { listTables, type TableShape } from './table-list.ts';

/** The folders of an installation that belong to its data: documents, and the key that its receipts are signed with. */
export const dataFolders = ['files', 'keys'] as const;

type Wish = {
  readonly ownerUrl: string;
  /** The folder of the installation's data. */
  readonly dataDir: string;
  /** An empty folder to write into. */
  readonly folder: string;
  readonly progress: Progress;
};

export type Taken = { readonly manifest: Manifest; readonly digest: string };

/**
 * Takes a backup while the product runs: every table as it is in one repeatable-read snapshot (COPY, binary, gzip), then
 * documents and keys, which only ever grow. The manifest with the hash of every file comes last.
 */
export function takeBackup({ ownerUrl, dataDir, folder, progress }: Wish): Promise<Taken> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin transaction isolation level repeatable read read only');
    const shapes = await listTables(client);
    progress.total(Math.ceil((await sizeOf(client)) / 1000) + 1);
    const tables: Manifest['tables'] = [];
    fs.mkdirSync(path.join(folder, 'tables'), { recursive: true, mode: 0o700 });
    for (const shape of shapes) tables.push(await copyTable(client, shape, folder, progress));
    const migrations = await client.query<{ name: string; checksum: string }>(
      `select migration_name as name, checksum from _prisma_migrations
       where finished_at is not null and rolled_back_at is null order by migration_name`,
    );
    const server = await client.query<{ v: string }>(`select current_setting('server_version') as v`);
    await client.query('commit');
    const sequences = await readSequences(client); // after the rows: never behind them
    const manifest: Manifest = {
      format: 'xinqiao-backup',
      version: 1,
      takenAt: new Date().toISOString(),
      server: server.rows[0]?.v ?? '',
      migrations: migrations.rows,
      tables,
      sequences,
      files: await copyFolders(dataDir, folder),
    };
    return { manifest, digest: writeManifest(folder, manifest) };
  });
}

async function sizeOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    `select coalesce(sum(pg_table_size(oid)), 0)::text as bytes from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  return Number(rows[0]?.bytes ?? 0);
}

async function copyTable(
  client: pg.Client,
  { name, columns }: TableShape,
  folder: string,
  progress: Progress,
): Promise<Manifest['tables'][number]> {
  const place = `tables/${name}.copy.gz`;
  const source = client.query(copyTo(copyStatement(name, columns, 'to stdout')));
  const raw = counting((bytes) => progress.tick(bytes / 1000));
  const hash = createHash('sha256');
  const stored = counting((_, chunk) => hash.update(chunk));
  const target = fs.createWriteStream(path.join(folder, place), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(source, raw.stream, createGzip({ level: 6 }), stored.stream, target);
  const file = { place, bytes: stored.count(), sha256: hash.digest('hex') };
  return { ...file, name, columns: [...columns], rows: source.rowCount };
}

export const copyStatement = (table: string, columns: readonly string[], direction: string): string =>
  `copy "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) ${direction} with (format binary)`;

/** Passes bytes on and tells of them. */
export function counting(tell: (bytes: number, chunk: Buffer) => void) {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      tell(chunk.length, chunk);
      done(null, chunk);
    },
  });
  return { stream, count: () => bytes };
}

async function readSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select sequencename::text as name, last_value::text as value from pg_sequences
     where schemaname = 'public' and last_value is not null order by sequencename`,
  );
  return rows;
}

async function copyFolders(dataDir: string, folder: string): Promise<StoredFile[]> {
  const copied: StoredFile[] = [];
  for (const top of dataFolders)
    for (const relative of filesUnder(path.join(dataDir, top))) {
      const place = path.posix.join(top, relative);
      const target = path.join(folder, place);
      fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      const through = counting((_, chunk) => hash.update(chunk));
      const out = fs.createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(fs.createReadStream(path.join(dataDir, place)), through.stream, out);
      copied.push({ place, bytes: through.count(), sha256: hash.digest('hex') });
    }
  return copied;
}

/** Whole files only: a draft that is being written has a dot and a random name after its own. */
function filesUnder(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.[0-9a-f-]{36}$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
