import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { checkout } from './home.ts';
import type { OpenDatabase } from './open-database.ts';
import { LaunchRefused } from './refusal.ts';

export type Child = {
  readonly name: string;
  readonly pid: number;
  /** Settles when it is ready to serve; rejects when it ended before. */
  readonly ready: Promise<void>;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

const patienceMs = 90_000; // parts end by themselves well before

type Wish = {
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
  /** Starts it anew whenever its sources change; it then counts as ready at once. */
  readonly watch?: boolean;
};

/** Starts one of our TypeScript programs as a process of its own, with a channel to us that breaks when we die. */
export function startChild(name: string, { program, env, watch = false }: Wish): Child {
  const tsx = path.join(checkout, 'node_modules/tsx/dist/cli.mjs');
  const words = watch ? [tsx, 'watch', '--clear-screen=false', program] : ['--import', 'tsx', program];
  const child = spawn(process.execPath, words, {
    cwd: checkout,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    if (watch) resolve();
    child.on('message', (message) => message === 'ready' && resolve());
    void ended.then(() => reject(new LaunchRefused({ code: 'part-ended', part: name })));
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
  mode: 'start' | 'dev',
  database: OpenDatabase,
): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_BATCH_URL, ...inherited } = process.env;
  const env = {
    ...inherited,
    NODE_ENV: mode === 'dev' ? ('development' as const) : ('production' as const),
    XINQIAO_DATA_DIR: database.home.folder,
    XINQIAO_PART: part,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn', // the terminal is for people; `npm run web` logs every request
  };
  const { appUrl, batchUrl } = database;
  return part === 'web'
    ? { ...env, DATABASE_APP_URL: appUrl }
    : { ...env, DATABASE_APP_URL: batchUrl, DATABASE_BATCH_URL: batchUrl };
}
