import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '~/server/log.ts';
import { openOperations } from '../operations/operations-server.ts';
import { checkout } from './home.ts';
import { runPart } from './part.ts';
import { LaunchRefused } from './refusal.ts';
import { readDrainMs, readOperations } from './settings.ts';

/** Connections to the database that all web processes of a machine share; PostgreSQL's own default allows 100. */
const sharedConnections = 60;

/** One that ends this soon after its birth was not killed but cannot live: it is born again more slowly. */
const infancyMs = 5_000;
const slowestMs = 10_000;

/** Leads several web processes that share one port: one that dies is replaced, all drain when this one is asked to stop. */
export async function leadWeb(
  count: number,
  after: () => Promise<void> = async () => undefined,
): Promise<void> {
  cluster.setupPrimary({
    exec: path.join(checkout, 'app/cli/boot/web.ts'),
    args: [],
    execArgv: ['--import', 'tsx'],
  });
  process.env.XINQIAO_POOL_SIZE ??= String(Math.max(2, Math.min(10, Math.floor(sharedConnections / count))));
  const closeOperations = await openOperations(readOperations('web'));
  const state = { isClosing: false, waitMs: 0 };
  const first = Array.from({ length: count }, () => cluster.fork());
  await Promise.all(first.map(whenReady));
  cluster.on('exit', (gone, code, signal) => {
    if (!state.isClosing) void replace(gone, { code, signal }, state);
  });
  runPart({
    graceMs: readDrainMs() + 25_000,
    async close() {
      state.isClosing = true;
      await Promise.all(Object.values(cluster.workers ?? {}).map(end));
      await closeOperations();
      await after();
    },
  });
}

const births = new WeakMap<Worker, number>();

/** Settles when the process serves; rejects when it ends before. */
function whenReady(worker: Worker): Promise<void> {
  births.set(worker, Date.now());
  return new Promise((resolve, reject) => {
    worker.on('message', (message: unknown) => message === 'ready' && resolve());
    worker.once('exit', () => reject(new LaunchRefused({ code: 'part-ended', part: 'web' })));
  });
}

type State = { isClosing: boolean; waitMs: number };

async function replace(gone: Worker, end: { code: number; signal: string }, state: State): Promise<void> {
  const age = Date.now() - (births.get(gone) ?? 0);
  state.waitMs = age > infancyMs ? 0 : Math.min(slowestMs, state.waitMs * 2 + 250);
  log.warn({ gone: gone.process.pid, ...end, again: state.waitMs }, 'web process ended and is replaced');
  await sleep(state.waitMs);
  if (!state.isClosing) await whenReady(cluster.fork()).catch(() => undefined); // its own end is told again
}

async function end(worker: Worker | undefined): Promise<void> {
  if (!worker || worker.isDead()) return;
  const ended = once(worker, 'exit');
  worker.process.kill('SIGTERM');
  await ended;
}
