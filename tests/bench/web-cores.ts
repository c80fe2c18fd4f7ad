import { execFile, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { postmasterOf } from '~/cli/boot/cluster.ts';
import type { Home } from '~/cli/boot/home.ts';

const run = promisify(execFile);

/** The server measured has the first core to itself; the load and the database share the second. */
export const serverCore = 0;
export const loadCore = 1;

/** Only where there are two cores and util-linux binds processes to them; elsewhere everything runs where it may. */
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Binds a running process with all its threads to a core; whether it could. */
export async function pin(pid: number, core: number): Promise<boolean> {
  if (!canPin) return false;
  return run('taskset', ['-a', '-c', '-p', String(core), String(pid)]).then(
    () => true,
    () => false,
  );
}

/** The words that run a program of Node on a core. */
export const onCore = (core: number, words: readonly string[]): [string, string[]] =>
  canPin ? ['taskset', ['-c', String(core), process.execPath, ...words]] : [process.execPath, [...words]];

/** Binds the embedded PostgreSQL to the core of the load; the sessions that it opens from now on stay there. */
export async function pinDatabase(home: Home): Promise<boolean> {
  const server = postmasterOf(home);
  return server ? pin(server.pid, loadCore) : false;
}
