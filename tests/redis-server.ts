import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '~/cli/boot/ports.ts';

/** A real Redis of this machine's own, in memory only: whatever kills it makes it forget everything. */
export type RedisServer = {
  readonly url: string;
  /** `kill -9`, and after that a new one on the same port that knows nothing. */
  crash(): Promise<void>;
  stop(): Promise<void>;
};

/** The server's program, or undefined where this machine has none. */
export const redisProgram = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => ['redis-server', 'valkey-server'].map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));

export const noRedis = 'no redis-server on this machine: apt-get install redis-server provides it';
/** In CI the machine must have one. */
export const isRedisRequired = process.env.XINQIAO_TEST_REDIS === 'required';

export async function startRedis(program: string): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-redis-'));
  let child = await run(program, port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    async crash() {
      await end(child, 'SIGKILL');
      child = await run(program, port, folder);
    },
    stop: () => end(child, 'SIGTERM'),
  };
}

async function run(program: string, port: number, folder: string): Promise<ChildProcess> {
  const memoryOnly = ['--save', '', '--appendonly', 'no'];
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...memoryOnly];
  const child = spawn(program, words, { stdio: 'ignore' });
  for (const deadline = Date.now() + 10_000; !(await answers(port)); await sleep(20))
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('redis-server does not answer');
  return child;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.on('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.on('error', () => resolve(false));
  });

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
