import os from 'node:os';
import { LaunchRefused } from './refusal.ts';

export type Address = { readonly host: string; readonly port: number; readonly url: string };

/** Where the web server listens: `HOST` and `PORT`, by default port 3000 of this machine alone. */
export function readAddress(env: NodeJS.ProcessEnv = process.env): Address {
  const host = env.HOST || '127.0.0.1';
  const port = readPort(env.PORT || '3000');
  if (port === undefined) throw new LaunchRefused({ code: 'port-unreadable', value: env.PORT ?? '' });
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return { host, port, url: `http://${shown}:${port}` };
}

/** Most processes that one machine is asked to run; beyond it a wish is a slip of the finger. */
const maxProcesses = 64;

/** How many web processes share the port: `XINQIAO_WEB_PROCESSES`, a number or `cores`; one by default. */
export function readWebProcesses(env: NodeJS.ProcessEnv = process.env): number {
  const wish = env.XINQIAO_WEB_PROCESSES || '1';
  const count = wish === 'cores' ? os.availableParallelism() : Number(wish);
  if (Number.isInteger(count) && count >= 1 && count <= maxProcesses) return count;
  throw new LaunchRefused({ code: 'processes-unreadable', value: wish });
}

/** Where a part shows its metrics and its health to those who run it. */
export type OperationsAddress = {
  readonly host: string;
  readonly port: number;
  /** What a reader must bring as `Authorization: Bearer …`; always there when others than this machine can ask. */
  readonly token: string | undefined;
};

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * The metrics port of a part, if `XINQIAO_METRICS_PORT` names one: the web's is that port, the worker's the next one,
 * so that both can run on one machine. Beyond loopback (`XINQIAO_METRICS_HOST`) a token is demanded.
 */
export function readOperations(
  part: 'web' | 'worker',
  env: NodeJS.ProcessEnv = process.env,
): OperationsAddress | undefined {
  if (!env.XINQIAO_METRICS_PORT) return undefined;
  const host = env.XINQIAO_METRICS_HOST || '127.0.0.1';
  const token = env.XINQIAO_METRICS_TOKEN || undefined;
  const port = readPort(env.XINQIAO_METRICS_PORT);
  if (port === undefined || port === 65_535)
    throw new LaunchRefused({ code: 'metrics-port-unreadable', value: env.XINQIAO_METRICS_PORT });
  if (!loopback.has(host) && !token) throw new LaunchRefused({ code: 'metrics-token-missing', host });
  return { host, port: part === 'web' ? port : port + 1, token };
}

/** Seconds between telling the balancer to send nothing more and closing the door: `XINQIAO_DRAIN_SECONDS`. */
export function readDrainMs(env: NodeJS.ProcessEnv = process.env): number {
  const seconds = Number(env.XINQIAO_DRAIN_SECONDS || '0');
  if (Number.isFinite(seconds) && seconds >= 0 && seconds <= 60) return seconds * 1000;
  throw new LaunchRefused({ code: 'drain-unreadable', value: env.XINQIAO_DRAIN_SECONDS ?? '' });
}

function readPort(text: string): number | undefined {
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : undefined;
}
