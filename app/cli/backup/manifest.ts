import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A name inside the backup; it can never lead out of it. */
const place = z.string().regex(/^(?!.*\.\.)[a-z0-9_][\w./-]*$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

/** One file of a backup with what it must weigh and hash to. */
const storedFile = z.object({ place, bytes: z.number().int().nonnegative(), sha256 });
export type StoredFile = z.output<typeof storedFile>;

const manifestSchema = z.object({
  format: z.literal('xinqiao-backup'),
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })).min(1),
  tables: z
    .array(storedFile.extend({ name, columns: z.array(name), rows: z.number().int().nonnegative() }))
    .min(1),
  sequences: z.array(z.object({ name, value: z.string().regex(/^\d+$/) })),
  files: z.array(storedFile),
});

/** What a backup holds. It is written last, so that a backup without one was torn. */
export type Manifest = z.output<typeof manifestSchema>;

const manifestFile = 'manifest.json';

/** Writes the manifest whole or not at all and returns its SHA-256, by which the backup can be told from an altered one. */
export function writeManifest(folder: string, manifest: Manifest): string {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const draft = path.join(folder, `${manifestFile}.draft`);
  const handle = fs.openSync(draft, 'wx', 0o600);
  fs.writeFileSync(handle, text);
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  const digest = hashOf(text);
  fs.writeFileSync(path.join(folder, `${manifestFile}.sha256`), `${digest}  ${manifestFile}\n`, {
    mode: 0o600,
  });
  fs.renameSync(draft, path.join(folder, manifestFile));
  return digest;
}

export type ReadManifest =
  | { readonly ok: true; readonly manifest: Manifest; readonly digest: string }
  | { readonly ok: false; readonly code: 'no-backup' | 'torn' | 'altered'; readonly file: string };

/** Reads the manifest of a folder; `expected` is the SHA-256 that was noted when the backup was taken. */
export function readManifest(folder: string, expected?: string): ReadManifest {
  const file = path.join(folder, manifestFile);
  if (!fs.existsSync(folder)) return { ok: false, code: 'no-backup', file: folder };
  if (!fs.existsSync(file)) return { ok: false, code: 'torn', file: manifestFile };
  const text = fs.readFileSync(file, 'utf8');
  const digest = hashOf(text);
  const noted = readIfThere(`${file}.sha256`).split(/\s/)[0];
  if (digest !== noted || (expected && digest !== expected))
    return { ok: false, code: 'altered', file: manifestFile };
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  return parsed.success
    ? { ok: true, manifest: parsed.data, digest }
    : { ok: false, code: 'altered', file: manifestFile };
}

/** The first file of a backup that is missing (torn) or does not weigh or hash what the manifest says (altered). */
export async function findFault(
  folder: string,
  manifest: Manifest,
  seen: (bytes: number) => void,
): Promise<{ readonly code: 'torn' | 'altered'; readonly file: string } | null> {
  for (const { place, bytes, sha256 } of [...manifest.tables, ...manifest.files]) {
    const file = path.join(folder, place);
    const size = fs.statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined || size < bytes) return { code: 'torn', file: place };
    if (size !== bytes || (await hashOfFile(file)) !== sha256) return { code: 'altered', file: place };
    seen(bytes);
  }
  return null;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file), hash);
  return hash.digest('hex');
}

const readIfThere = (file: string): string => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
