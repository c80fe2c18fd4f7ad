import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  version: z.literal(1),
  /** See `databaseMark`. */
  database: z.string(),
  follower: z.uuid(),
  /** The files hold what this snapshot of the database sees. */
  snapshot: z.string(),
  codes: z.array(z.object({ item: z.string(), category: z.string().nullable() })),
  moments: z.array(z.number()),
  populations: z.array(z.string()),
  base: z.string(),
  /** Later runs of single firms, each in the place of the earlier one. */
  deltas: z.array(z.object({ file: z.string(), rows: z.int() })),
});

/** What the segments of an installation consist of; it is replaced whole, so that it always names whole files. */
export type Manifest = z.output<typeof manifestSchema>;

/** Where the segments of a database are (see `databaseMark`): two databases may share a data folder. */
export function segmentFolder(database: string): string {
  const folder = path.join(allFolders(), database);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

const fileOf = (folder: string): string => path.join(folder, 'manifest.json');

/** Null where there is none, or one of another version. */
export function readManifest(folder: string): Manifest | null {
  const file = fileOf(folder);
  if (!existsSync(file)) return null;
  try {
    return manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null; // cut short by a full disk: the segments are built anew
  }
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = path.join(folder, 'manifest.draft');
  await writeFile(draft, JSON.stringify(manifest), { mode: 0o600, flush: true });
  renameSync(draft, fileOf(folder));
  const named = new Set(['manifest.json', manifest.base, ...manifest.deltas.map(({ file }) => file)]);
  for (const name of readdirSync(folder)) if (!named.has(name)) rmSync(path.join(folder, name));
}

const allFolders = (): string => path.join(process.env.XINQIAO_DATA_DIR ?? '.data', 'segments');

/** The marks of all databases that have segments on this disk. */
export const marksOnDisk = (): string[] => (existsSync(allFolders()) ? readdirSync(allFolders()) : []);

/**
 * Removes what is left of databases that are no more: of the marks that were on the disk before somebody asked which
 * databases their server has (`living`). What another server keeps here stays.
 */
export function dropDeadFolders(marks: readonly string[], living: ReadonlySet<string>): void {
  const server = (mark: string) => mark.split('-')[1];
  const servers = new Set([...living].map(server));
  for (const mark of marks)
    if (servers.has(server(mark)) && !living.has(mark))
      rmSync(path.join(allFolders(), mark), { recursive: true, force: true });
}
