import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDay } from '#tests/today.ts';
import { checkout } from '~/cli/boot/home.ts';
import type { DatabaseUrls } from '~/cli/command.ts';

/** One of the product's own processes, started as the launcher does and watched from outside. */
export type Part = {
  readonly pid: number;
  readonly ready: Promise<void>;
  /** Its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
  /** What it wrote to standard error so far. */
  log(): string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
};

const running = new Set<ChildProcess>();

/** Starts a web or a worker process over a test database, with the addresses that the launcher would give it. */
export function startPart(
  part: 'web' | 'worker',
  { appUrl, batchUrl }: DatabaseUrls,
  env: Record<string, string> = {},
): Part {
  const urls = {
    DATABASE_APP_URL: part === 'web' ? appUrl : batchUrl,
    ...(part === 'worker' && { DATABASE_BATCH_URL: batchUrl }),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', `app/cli/boot/${part}.ts`], {
    cwd: checkout,
    env: {
      ...withoutUrls(),
      ...urls,
      NODE_ENV: 'production',
      XINQIAO_PART: part,
      XINQIAO_TODAY: testDay,
      LOG_LEVEL: 'info',
      HOST: '127.0.0.1',
      ...env,
    },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  running.add(child);
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => message === 'ready' && resolve());
    void ended.then(() => reject(new Error(`the ${part} process ended before it was ready: ${log}`)));
  });
  ready.catch(() => undefined);
  return { pid: child.pid ?? 0, ready, ended, log: () => log, kill: (signal) => void child.kill(signal) };
}

/** For `afterAll`: ends what a failed test left running. */
export async function endParts(): Promise<void> {
  const left = [...running];
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(left.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
}

export async function until(isSo: () => boolean | Promise<boolean>, patienceMs = 20_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await isSo()); await sleep(50))
    if (Date.now() > end) throw new Error(`waited in vain for ${isSo}`);
}

function withoutUrls(): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_BATCH_URL, ...rest } = process.env;
  return rest;
}
