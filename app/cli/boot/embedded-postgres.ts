import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, postgresBinaries } from './binaries.ts';
import {
  clusterOf,
  createCluster,
  lastLine,
  postgresEnvironment,
  postmasterOf,
  removeStaleNote,
  superuser,
} from './cluster.ts';
import { type Home, isAlive, type RunAs, readText, runAs } from './home.ts';
import { withLock } from './lock.ts';
import { freePort, obstacleAt } from './ports.ts';
import { LaunchRefused } from './refusal.ts';
import { secretOf } from './secrets.ts';
import { withClient } from './sql-client.ts';

/** A running PostgreSQL of ours, held by a lease: the last process to give its lease back stops the server. */
export type Server = {
  readonly port: number;
  readonly version: string;
  /** Whether it ran before we came. */
  readonly joined: boolean;
  urlAs(role: string, password: string, database: string): string;
  superuserUrl(database: string): string;
  /** Settles when the server goes away without being asked to. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a home, or joins it when it runs. `durable: false` trades crash safety for speed
 * and is only for throwaway data.
 */
export function openServer(home: Home, durable = true): Promise<Server> {
  return withLock(home.folder, 'server', async () => {
    const user = runAs(clusterOf(home));
    const binaries = postgresBinaries(home, user);
    createCluster(home, binaries, user);
    const joined = await whenReady(home);
    if (!joined) await startServer(home, binaries, user, durable);
    return lease(home, binaries.version, joined);
  });
}

/** Stops a server whose lease holders are all gone, as an abandoned throwaway one. */
export async function stopServer(home: Home): Promise<void> {
  const running = postmasterOf(home);
  if (!running) return;
  process.kill(running.pid, 'SIGINT'); // PostgreSQL's fast shutdown: sessions end, everything is written
  for (const until = Date.now() + 30_000; isAlive(running.pid); await sleep(20))
    if (Date.now() > until) process.kill(running.pid, 'SIGQUIT');
}

async function startServer(home: Home, binaries: Binaries, user: RunAs, durable: boolean): Promise<void> {
  for (const giveUp = Date.now() + 20_000; ; await sleep(300)) {
    removeStaleNote(home);
    const log = path.join(home.folder, 'postgres.log');
    const launched = launch(binaries, user, log, settings(home, await choosePort(home), durable));
    if (await whenReady(home, launched.hasEnded)) return;
    const detail = lastLine(fs.readFileSync(log, 'utf8').slice(launched.logBegin));
    // The port may have been taken a moment ago; sessions of a killed server may still be leaving.
    if (Date.now() > giveUp || !/Address already in use|still in use|could not create any TCP/.test(detail))
      throw new LaunchRefused({ code: 'postgres-stopped', log, detail });
  }
}

/** Starts the server in a session of its own, so that Ctrl-C reaches us first and we stop it last. */
function launch(binaries: Binaries, user: RunAs, log: string, options: string[]) {
  const size = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const startOver = size > 10_000_000;
  const output = fs.openSync(log, startOver ? 'w' : 'a');
  const place = { ...user, cwd: '/', env: postgresEnvironment, detached: true } as const;
  const server = spawn(binaries.postgres, options, { ...place, stdio: ['ignore', output, output] });
  fs.closeSync(output);
  server.unref();
  let ended = false;
  server.on('error', () => (ended = true)).on('exit', () => (ended = true));
  return { logBegin: startOver ? 0 : size, hasEnded: () => ended };
}

/** An eighth of the memory, at least 128 MB and at most 2 GB; pages that are never used are never taken. */
const buffersMb = () => Math.round(Math.min(2_048, Math.max(128, memory() / 8 / 1_048_576)));
/** What the machine has, or the container gives. */
const memory = () => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

function settings(home: Home, port: number, durable: boolean): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: `${buffersMb()}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    jit: 'off',
    ...(durable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: 0,
        }),
  };
  return [
    '-D',
    clusterOf(home),
    ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Waits until the server takes connections, however long it has to recover; false when it is gone. */
async function whenReady(home: Home, isGone = () => !postmasterOf(home)): Promise<boolean> {
  for (;;) {
    if (postmasterOf(home)?.ready) return true;
    if (isGone()) return false;
    await sleep(20);
  }
}

/** The port of last time while it is free: connection strings that people noted stay true. */
async function choosePort(home: Home): Promise<number> {
  const file = path.join(home.folder, 'port');
  const last = Number(readText(file));
  if (last && !(await obstacleAt(last))) return last;
  const port = await freePort();
  fs.writeFileSync(file, `${port}\n`);
  return port;
}

const leaseName = 'xinqiao lease';

async function lease(home: Home, version: string, joined: boolean): Promise<Server> {
  const port = postmasterOf(home)?.port ?? 0;
  const urlAs = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  const superuserUrl = (database: string) => urlAs(superuser, secretOf(home, superuser), database);
  const holder = new pg.Client({
    connectionString: superuserUrl('postgres'),
    application_name: leaseName,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => holder.on('error', () => resolve()));
  await holder.connect();
  const stop = () => withLock(home.folder, 'server', () => giveBack(home, holder, superuserUrl('postgres')));
  return { port, version, joined, urlAs, superuserUrl, lost, stop };
}

async function giveBack(home: Home, holder: pg.Client, url: string): Promise<void> {
  let others = 0;
  try {
    others = await otherLeases(holder);
    await holder.end();
  } catch {
    if (!postmasterOf(home)) return; // a server that is gone has no other holders
    others = await withClient(url, otherLeases); // it fell and came back: our lease ended with its session
  }
  if (others === 0) await stopServer(home);
}

async function otherLeases(client: pg.ClientBase): Promise<number> {
  const count = `select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`;
  return (await client.query<{ others: number }>(count, [leaseName])).rows[0]?.others ?? 0;
}
