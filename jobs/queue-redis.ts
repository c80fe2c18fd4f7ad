import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Transport } from '#jobs/queue-bullmq.ts';

/** One slot for all keys, so that a Redis Cluster serves it as well. */
const prefix = '{xinqiao}';
const oldest = [6, 2];
const patienceMs = 3_000;

const retryStrategy = (times: number) => Math.min(times * 200, 2_000);

/**
 * BullMQ on Redis. Adding fails at once while the connection is broken, since the relay tries again by itself; a worker
 * waits until it is back.
 */
export function redisTransport(url: string): Transport {
  const connection = { url, retryStrategy };
  return {
    driver: 'BullMQ 6 · Redis',
    where: placeOf(url),
    openQueue: (name) =>
      new Queue(name, {
        prefix,
        connection: { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
      }),
    openWorker: (name, perform, options) =>
      new Worker(name, perform, {
        ...options,
        prefix,
        connection: { ...connection, maxRetriesPerRequest: null },
      }),
  };
}

export type RedisUnfitness =
  | { readonly code: 'redis-address-unreadable' }
  | { readonly code: 'redis-unreachable'; readonly address: string }
  | { readonly code: 'redis-refuses'; readonly address: string; readonly detail: string }
  | { readonly code: 'redis-too-old'; readonly address: string; readonly version: string };

/** Asks the server what it is: it must answer, let us in and be Redis 6.2 or newer (or Valkey, which began later). */
export async function redisUnfitness(url: string): Promise<RedisUnfitness | undefined> {
  if (!isRedisAddress(url)) return { code: 'redis-address-unreadable' };
  const address = placeOf(url);
  const options = { lazyConnect: true, connectTimeout: patienceMs, commandTimeout: patienceMs };
  const redis = new Redis(url, { ...options, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
  } catch {
    return { code: 'redis-unreachable', address };
  }
  try {
    const info = await redis.info('server');
    const version = /^redis_version:(\S+)/m.exec(info)?.[1] ?? '?';
    return isTooOld(version) ? { code: 'redis-too-old', address, version } : undefined;
  } catch (error) {
    return { code: 'redis-refuses', address, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    redis.disconnect();
  }
}

const isRedisAddress = (url: string): boolean =>
  URL.canParse(url) && /^rediss?:$/.test(new URL(url).protocol);

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [needMajor = 0, needMinor = 0] = oldest;
  return major < needMajor || (major === needMajor && minor < needMinor);
}

/** Host, port and database number; never the password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { host, pathname } = new URL(url);
  return pathname.length > 1 ? `${host}${pathname}` : host;
}
