import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorCode, LaunchRefused } from './refusal.ts';

/** The top folder of the checkout. */
export const checkout = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Where the data of one installation live. */
export type Home = {
  /** The folder that the user knows: `.data` of the checkout, the value of `--data-dir`, or a temporary one. */
  readonly asked: string;
  /** The folder that holds the data: the asked one, or another when the database's user cannot reach it. */
  readonly folder: string;
};

/** The system user that the database runs as; `undefined` is the user of this process. */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined;

/** Root may not run PostgreSQL, so it does what Debian does: `nobody`, whose number is the same everywhere. */
const nobody: RunAs = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
const privateHomes = '/var/lib/xinqiao';

/**
 * Finds or makes the home of the data asked for. Root in a private folder gets a home under `/var/lib/xinqiao`,
 * noted in the file `where` of the asked folder, so that a moved checkout finds its data again.
 */
function openHome(asked: string): Home {
  makeFolder(asked);
  if (canReach(asked)) return { asked, folder: asked };
  const note = path.join(asked, 'where');
  const noted = readText(note);
  if (noted && belongsTo(noted, asked)) return { asked, folder: noted };
  const folder = path.join(privateHomes, randomBytes(6).toString('hex'));
  makeFolder(folder);
  fs.writeFileSync(path.join(folder, 'of'), `${asked}\n`);
  fs.writeFileSync(note, `${folder}\n`);
  return { asked, folder };
}

/** The home of the data in a folder; without one, of the checkout's own data. */
export const homeOf = (dataDir: string | undefined): Home =>
  openHome(dataDir ?? path.join(checkout, '.data'));

/** The home of the checkout's own data if there is one; makes nothing. */
export function existingHome(): Home {
  const asked = path.join(checkout, '.data');
  return { asked, folder: readText(path.join(asked, 'where')) || asked };
}

/** A home that is thrown away when it closes; its folder can be reached by the database's user. */
export function temporaryHome(): Home {
  const parent = [os.tmpdir(), '/tmp', '/var/tmp'].find(
    (folder) => fs.existsSync(folder) && canReach(folder),
  );
  const folder = fs.mkdtempSync(path.join(parent ?? os.tmpdir(), temporaryPrefix));
  fs.chmodSync(folder, 0o755);
  fs.writeFileSync(path.join(folder, 'runner'), String(process.pid));
  return { asked: folder, folder };
}

/** Temporary homes whose process was killed before it could remove them. */
export function abandonedHomes(): Home[] {
  const ours = process.getuid?.();
  return [os.tmpdir(), '/tmp', '/var/tmp']
    .filter((parent, i, all) => fs.existsSync(parent) && all.indexOf(parent) === i)
    .flatMap((parent) => fs.readdirSync(parent).map((name) => path.join(parent, name)))
    .filter((folder) => path.basename(folder).startsWith(temporaryPrefix))
    .filter((folder) => fs.statSync(folder).uid === ours)
    .filter((folder) => !isAlive(Number(readText(path.join(folder, 'runner')))))
    .map((folder) => ({ asked: folder, folder }));
}

const temporaryPrefix = 'xinqiao-throwaway-';

/** Makes a folder that others may pass through but not list their secrets in: each secret file is closed itself. */
function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(errorCode(error)))
      throw new LaunchRefused({ code: 'folder-unwritable', folder });
    throw error;
  }
}

/** The user that owns the cluster, or who would own a new one. */
export function runAs(cluster: string): RunAs {
  if (!fs.existsSync(cluster)) return isRoot ? nobody : undefined;
  const { uid, gid } = fs.statSync(cluster);
  if (isRoot) return { uid, gid };
  if (uid !== process.getuid?.())
    throw new LaunchRefused({ code: 'folder-of-another-user', folder: cluster, uid });
  return undefined;
}

/** Whether the database's user can enter the folder. Anybody but root enters what it can write. */
function canReach(folder: string): boolean {
  if (!isRoot || !nobody) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...nobody, cwd: '/' }).status === 0;
}

/** The text of a small file without its last line end; empty when there is none. */
export function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Whether a process with this number runs. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** A copied checkout carries the note of its original and must not share its data; a moved one keeps them. */
function belongsTo(folder: string, asked: string): boolean {
  const owner = readText(path.join(folder, 'of'));
  if (owner === asked) return true;
  if (!owner || fs.existsSync(owner)) return false;
  fs.writeFileSync(path.join(folder, 'of'), `${asked}\n`);
  return true;
}
