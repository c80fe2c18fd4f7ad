import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQueue, queuePlace } from '#jobs/queue.ts';
import { redisUnfitness } from '#jobs/queue-redis.ts';
import { freshDatabase } from '#tests/database.ts';
import { isRedisRequired, noRedis, type RedisServer, redisProgram, startRedis } from '#tests/redis-server.ts';
import { checkQueue } from '~/cli/boot/check-queue.ts';
import { freePort } from '~/cli/boot/ports.ts';
import { launchSentence } from '~/text/launch.ts';
import { queueKeepsItsPromises } from './queue-contract.ts';

const urls = freshDatabase({ as: 'batch' });
const program = redisProgram();
let redis: RedisServer;

test.runIf(isRedisRequired)('there is a real Redis to test with', () => {
  expect(program, noRedis).toBeDefined();
});

describe.skipIf(!program)(program ? 'BullMQ on Redis' : `BullMQ on Redis (${noRedis})`, () => {
  beforeAll(async () => {
    redis = await startRedis(program ?? '');
    process.env.REDIS_URL = redis.url;
  });
  afterAll(async () => {
    delete process.env.REDIS_URL;
    await redis?.stop();
  });

  test('is chosen by REDIS_URL and found fit', async () => {
    await checkQueue();
    expect(queuePlace()).toEqual({ driver: 'BullMQ 6 · Redis', where: new URL(redis.url).host });
  });

  queueKeepsItsPromises({
    ...urls,
    open: () => openQueue(urls.batchUrl),
    forget: () => redis.crash(),
  });
});

/** A server that answers `INFO` as the given version does, and everything else with OK. */
async function pretend(version: string) {
  const info = `# Server\r\nredis_version:${version}\r\nloading:0\r\n`;
  const server = net.createServer((socket) =>
    socket.on('data', (data) => {
      for (const command of data.toString().matchAll(/^(info|client|quit)\r$/gim))
        socket.write(/info/i.test(command[0]) ? `$${info.length}\r\n${info}\r\n` : '+OK\r\n');
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return { url: `redis://127.0.0.1:${port}`, close: () => server.close() };
}

describe('a Redis that cannot be used', () => {
  test.each(['5.0.7', '6.0.16', '6.1.240'])('version %s is refused in one sentence', async (version) => {
    const old = await pretend(version);
    const unfitness = await redisUnfitness(old.url);
    old.close();
    expect(unfitness).toMatchObject({ code: 'redis-too-old', version });
    for (const locale of ['zh-CN', 'en'] as const)
      expect(unfitness && launchSentence(unfitness, locale)).toMatch(/6\.2.*(REDIS_URL)/);
  });

  test.each(['6.2.0', '7.0.15', '10.1.0'])('version %s is not', async (version) => {
    const fit = await pretend(version);
    expect(await redisUnfitness(fit.url)).toBeUndefined();
    fit.close();
  });

  test('nobody there, and no address at all', async () => {
    const url = `redis://user:secret@127.0.0.1:${await freePort()}/3`;
    const nobody = await redisUnfitness(url);
    expect(nobody).toEqual({ code: 'redis-unreachable', address: url.replace(/.*@/, '') });
    expect(await redisUnfitness('127.0.0.1:6379')).toEqual({ code: 'redis-address-unreadable' });
  });
});
