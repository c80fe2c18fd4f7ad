import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BatchTx, connectBatch, withBatchTransaction } from '~/server/db/batch-client.ts';
import { advanceTable } from './advance-table.ts';
import { buildTable, type Names } from './build-table.ts';
import { openDictionary } from './dictionary.ts';
import { type FactTable, fitFirms, isDense, packed, replaceRun } from './fact-table.ts';
import {
  dropDeadFolders,
  type Manifest,
  marksOnDisk,
  readManifest,
  segmentFolder,
  writeManifest,
} from './manifest.ts';
import { openMoments } from './moments.ts';
import {
  allFirms,
  copyAllFacts,
  databaseMark,
  dropTouches,
  type Frozen,
  freezeSnapshot,
  guessFacts,
  livingMarks,
  startFollowing,
} from './store-segments.ts';
import { readTable, writeTable } from './table-file.ts';

/** The facts of the installation in memory, as one snapshot of the database sees them. */
export type Segments = {
  readonly table: FactTable;
  readonly names: Names;
  readonly manifest: Manifest;
  /** Firms whose facts or standing changed since the segments were last brought up to date; null after a rebuild: all. */
  readonly changed: ReadonlySet<number> | null;
  /** The snapshot that they were brought up from; empty after a rebuild. */
  readonly since: string;
};

let held: Segments | null = null;

/** Forgets what this process holds in memory, as if it had just begun; the disk keeps it. */
export const forgetSegments = (): void => {
  held = null;
};

/**
 * The segments, brought up to what is committed now: what this process holds, else what is on the disk, else built from
 * the facts. One process at a time brings them up; what it took over is on the disk before the database forgets it.
 */
export async function openSegments(connecting = connectBatch(), ready?: Ready): Promise<Segments> {
  const opened = await withBatchTransaction(async (tx) => {
    const frozen = await freezeSnapshot(tx);
    const known = knownSegments(frozen);
    return known && advance(tx, known, frozen.snapshot, ready);
  }, connecting);
  if (!opened) return rebuildSegments();
  held = opened;
  return opened;
}

/** Hears of segments that are up to date in memory and not yet on the disk. */
type Ready = (segments: Segments) => void;

/** The segments as soon as memory is up to date, and the same once the disk is too: who uses the first awaits the second. */
export function beginSegments(connecting: ReturnType<typeof connectBatch>) {
  let ready: Ready | undefined;
  const early = new Promise<Segments>((resolve) => {
    ready = resolve;
  });
  const kept = openSegments(connecting, ready);
  const segments = Promise.race([early, kept]);
  for (const each of [segments, kept]) each.catch(() => undefined); // whoever awaits them hears of it
  return { segments, kept };
}

/** Builds the segments anew from the facts, whatever is there. */
export async function rebuildSegments(): Promise<Segments> {
  const mark = await withBatchTransaction(follow);
  held = await withBatchTransaction(async (tx) => rebuild(tx, mark, (await freezeSnapshot(tx)).snapshot));
  return held;
}

type Mark = { readonly follower: string; readonly database: string };

async function follow(tx: BatchTx): Promise<Mark> {
  const follower = randomUUID();
  await startFollowing(tx, follower);
  const marks = marksOnDisk();
  dropDeadFolders(marks, await livingMarks(tx));
  return { follower, database: await databaseMark(tx) };
}

/** What memory or disk hold of this database, unless somebody else took over or files are missing. */
function knownSegments({ database, followers }: Frozen): Segments | null {
  const folder = segmentFolder(database);
  const manifest = readManifest(folder);
  if (manifest?.database !== database) return null;
  if (!followers.includes(manifest.follower)) return null;
  if (held && held.manifest.snapshot === manifest.snapshot && held.manifest.follower === manifest.follower)
    return held;
  return loadSegments(folder, manifest);
}

/** Reads the files that a manifest names; null when one is missing or damaged. */
export function loadSegments(folder: string, manifest: Manifest): Segments | null {
  const files = [manifest.base, ...manifest.deltas.map(({ file }) => file)].map((file) =>
    path.join(folder, file),
  );
  if (!files.every((file) => existsSync(file))) return null;
  const table = readTable(
    files[0] as string,
    manifest.deltas.reduce((sum, { rows }) => sum + rows, 0),
  );
  if (!table) return null;
  for (const file of files.slice(1)) {
    const delta = readTable(file);
    if (!delta) return null;
    putOver(table, delta);
  }
  return { table, names: namesOf(manifest), manifest, changed: new Set(), since: manifest.snapshot };
}

const namesOf = ({
  codes,
  moments,
  populations,
}: Pick<Manifest, 'codes' | 'moments' | 'populations'>): Names => ({
  dictionary: openDictionary(codes),
  moments: openMoments(moments),
  populations: [...populations],
});

/** Puts the firms of one table over those of another. */
function putOver(table: FactTable, over: FactTable): void {
  for (let other = 0; other < over.firms.size; other++) {
    const firm = table.firms.place(over.firms.keys, other * 16);
    fitFirms(table);
    replaceRun(table, firm, over, other);
  }
}

async function rebuild(tx: BatchTx, mark: Mark, snapshot: string): Promise<Segments> {
  const names = namesOf({ codes: [], moments: [], populations: [] });
  const heads = await allFirms(tx);
  const expected = { firms: heads.length, rows: Math.ceil((await guessFacts(tx)) * 1.1) };
  const table = await buildTable(names, heads, copyAllFacts(tx), expected);
  const manifest = {
    version: 1 as const,
    ...mark,
    snapshot,
    ...namesIn(names),
    ...(await writeBase(mark.database, table)),
  };
  await writeManifest(segmentFolder(mark.database), manifest);
  return { table, names, manifest, changed: null, since: '' };
}

const namesIn = ({ dictionary, moments, populations }: Names) => ({
  codes: [...dictionary.codes],
  moments: [...moments.times],
  populations: [...populations],
});

async function writeBase(database: string, table: FactTable): Promise<Pick<Manifest, 'base' | 'deltas'>> {
  const base = `base-${randomUUID()}.facts`;
  await writeTable(
    path.join(segmentFolder(database), base),
    isDense(table) ? table : packed(table, everyFirm(table)),
  );
  return { base, deltas: [] };
}

const everyFirm = ({ firms }: FactTable): number[] => Array.from({ length: firms.size }, (_, firm) => firm);

/** A new base is written when the later runs are a fifth of it, or many files, or when a record must leave the disk. */
const mostDeltas = 32;
const deltaShare = 5;

async function advance(tx: BatchTx, known: Segments, snapshot: string, ready?: Ready): Promise<Segments> {
  const { table, names, manifest } = known;
  const { changed, hasDropped } = await advanceTable(tx, table, names, manifest.snapshot);
  if (changed.size === 0) return { ...known, changed, since: manifest.snapshot };
  const folder = segmentFolder(manifest.database);
  const delta = packed(table, [...changed]);
  const file = `delta-${randomUUID()}.facts`;
  const deltas = [...manifest.deltas, { file, rows: delta.used }];
  const later = deltas.reduce((sum, { rows }) => sum + rows, 0);
  const isMuch = hasDropped || deltas.length > mostDeltas || later * deltaShare > table.used;
  const kept = isMuch ? packed(table, everyFirm(table)) : table;
  const parts = isMuch ? await writeBase(manifest.database, kept) : { base: manifest.base, deltas };
  const next = { ...manifest, snapshot, ...namesIn(names), ...parts };
  const advanced = { table: kept, names, manifest: next, changed, since: manifest.snapshot };
  ready?.(advanced);
  if (!isMuch) await writeTable(path.join(folder, file), delta);
  await writeManifest(folder, next);
  await dropTouches(tx);
  return advanced;
}
