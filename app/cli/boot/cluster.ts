import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { type Home, isAlive, type RunAs } from './home.ts';
import { LaunchRefused } from './refusal.ts';
import { secretOf } from './secrets.ts';

/** The bootstrap superuser of an embedded cluster: makes the roles and the database, nothing else. */
export const superuser = 'xinqiao_admin';

export const clusterOf = (home: Home): string => path.join(home.folder, 'postgres');

/** The environment of the database's programs: nothing of ours but the path and the language of messages. */
export const postgresEnvironment = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv;

/** Makes the cluster unless it is there. It appears whole or not at all, so that a killed start leaves no half of one. */
export function createCluster(home: Home, binaries: Binaries, user: RunAs): void {
  const cluster = clusterOf(home);
  if (fs.existsSync(cluster)) return;
  const draft = fs.mkdtempSync(path.join(home.folder, 'postgres-new-'));
  const passwordFile = path.join(home.folder, `postgres-password-${process.pid}`);
  fs.writeFileSync(passwordFile, `${secretOf(home, superuser)}\n`, { mode: 0o600 });
  for (const file of [draft, passwordFile]) if (user) fs.chownSync(file, user.uid, user.gid);
  const made = spawnSync(binaries.initdb, initOptions(draft, passwordFile), {
    ...user,
    cwd: '/',
    env: postgresEnvironment,
    encoding: 'utf8',
  });
  fs.rmSync(passwordFile);
  if (made.status !== 0) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw new LaunchRefused({ code: 'postgres-stopped', log: cluster, detail: lastLine(made.stderr ?? '') });
  }
  fs.renameSync(draft, cluster);
}

const initOptions = (cluster: string, passwordFile: string) => [
  ...['-D', cluster, '-U', superuser, `--pwfile=${passwordFile}`],
  ...['--auth=scram-sha-256', '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions', '--no-sync'],
];

/** What `postmaster.pid` tells of a server: it writes `ready` once it takes connections. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

/** The server that runs on this cluster, if one does. A file left behind by a killed server names a dead process. */
export function postmasterOf(home: Home): Postmaster | undefined {
  const file = path.join(clusterOf(home), 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!isAlive(pid) || !isPostgres(pid)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Removes the note of a dead server whose number another process bears by now; PostgreSQL would take it for alive. */
export function removeStaleNote(home: Home): void {
  if (!postmasterOf(home)) fs.rmSync(path.join(clusterOf(home), 'postmaster.pid'), { force: true });
}

function isPostgres(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return !fs.existsSync('/proc/self/cmdline') || /postgres/.test(fs.readFileSync(commandLine, 'utf8'));
}

export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
