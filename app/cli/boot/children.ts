import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { DatabaseUrls } from '../command.ts';
import { checkout } from './home.ts';

export type Child = {
  readonly name: string;
  readonly pid: number;
  /** Settles when it is ready to serve; rejects when it ended before. */
  readonly ready: Promise<void>;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

const patienceMs = 25_000;

/** Starts one of our programs as a process of its own, with the environment given and a channel to us. */
export function startChild(
  name: string,
  program: string,
  env: NodeJS.ProcessEnv,
  nodeOptions: string[] = [],
): Child {
  const file = path.join(checkout, program);
  const child = spawn(process.execPath, [...nodeOptions, '--import', 'tsx', file], {
    cwd: checkout,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => message === 'ready' && resolve());
    void ended.then(() => reject(new Error(`${name} ended`)));
  });
  ready.catch(() => undefined);
  return { name, pid: child.pid ?? 0, ready, ended, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(timer);
}

/**
 * What each part may know: the web works as `xinqiao_app` only, the worker as `xinqiao_batch`; neither has the owner's
 * address.
 */
export function environmentOf(
  part: 'web' | 'worker',
  urls: DatabaseUrls,
  dataFolder: string,
): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_BATCH_URL, ...env } = process.env;
  const shared = { ...env, NODE_ENV: env.NODE_ENV ?? 'production', XINQIAO_DATA_DIR: dataFolder };
  return part === 'web'
    ? { ...shared, DATABASE_APP_URL: urls.appUrl }
    : { ...shared, DATABASE_APP_URL: urls.batchUrl, DATABASE_BATCH_URL: urls.batchUrl };
}
