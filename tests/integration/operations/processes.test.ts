import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer, get } from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ensureBuilt } from '~/cli/boot/build.ts';
import { checkout } from '~/cli/boot/home.ts';
import { freePort } from '~/cli/boot/ports.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { endParts, type Part, startPart, until } from './parts.ts';

const urls = freshDatabase();
beforeAll(ensureBuilt);
afterAll(endParts);

type Web = Part & { readonly origin: string; readonly port: number };

async function openWeb(env: Record<string, string> = {}): Promise<Web> {
  const port = await freePort();
  const part = startPart('web', urls, { PORT: String(port), ...env });
  await part.ready;
  return { ...part, origin: `http://127.0.0.1:${port}`, port };
}

const linesOf = (part: Part): { pid: number; msg: string }[] =>
  part
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { pid: number; msg: string });
const pidsOf = (part: Part) =>
  new Set(linesOf(part).flatMap(({ pid, msg }) => (msg === 'request' ? [pid] : [])));
const form = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { 'sec-fetch-site': 'same-origin' },
  redirect: 'manual' as const,
});

/** Over a connection of its own: one that is kept stays with the process that took it. */
const statusOf = (url: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    }).on('error', reject);
  });

test('several web processes share a port: one that is killed is replaced, their figures are added up', async () => {
  const [port, token] = [await freePort(), 'a-token-of-this-test'];
  const web = await openWeb({
    ...{ XINQIAO_WEB_PROCESSES: '2', XINQIAO_METRICS_PORT: String(port), XINQIAO_METRICS_TOKEN: token },
  });
  const visit = async () => expect(await statusOf(`${web.origin}/login`)).toBe(200);
  await until(async () => {
    await visit();
    return pidsOf(web).size === 2;
  });
  const [first] = pidsOf(web);
  process.kill(first ?? 0, 'SIGKILL');
  await until(() => linesOf(web).some(({ msg }) => msg === 'web process ended and is replaced'));
  await until(async () => {
    await visit();
    return pidsOf(web).size === 3;
  }, 40_000);
  const metrics = `http://127.0.0.1:${port}/metrics`;
  expect((await fetch(metrics)).status).toBe(401);
  const text = await (await fetch(metrics, { headers: { authorization: `Bearer ${token}` } })).text();
  expect(text).toMatch(/xinqiao_http_requests_total\{method="GET",route="\/login",status="200"\} \d+/);
  expect(text).toMatch(/xinqiao_db_pool_connections\{state="idle"\} \d/);
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds/);
  web.kill('SIGTERM');
  expect(await web.ended).toBe(0);
});

test('asked to stop, it tells the balancer, finishes the request under way, and then goes', async () => {
  const web = await openWeb({ XINQIAO_DRAIN_SECONDS: '2' });
  const ready = async () => (await fetch(`${web.origin}/readyz`)).json();
  expect(await ready()).toEqual({ ok: true, state: 'ready' });
  const body = 'login=nobody&password=wrong';
  const slow = net.connect(web.port, '127.0.0.1');
  let answer = '';
  slow.on('data', (chunk) => {
    answer += chunk.toString();
  });
  slow.write(
    `POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  await sleep(200);
  web.kill('SIGTERM');
  await until(async () => (await fetch(`${web.origin}/readyz`)).status === 503, 1_500);
  expect(await ready()).toEqual({ ok: false, state: 'draining' });
  expect((await fetch(`${web.origin}/livez`)).status).toBe(200);
  await until(() =>
    fetch(web.origin).then(
      () => false,
      () => true,
    ),
  ); // the door is shut now
  slow.write(body.slice(5));
  await until(() => answer.includes('</html>') || answer.includes('\r\n0\r\n'));
  expect(answer).toMatch(/^HTTP\/1\.1 409/);
  expect(await web.ended).toBe(0);
});

test('readiness follows the database', async () => {
  const web = await openWeb({ DATABASE_APP_URL: inject('server').adminUrl });
  const answer = await fetch(`${web.origin}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([503, { ok: false, state: 'database-not-migrated' }]);
  const gone = await openWeb({
    DATABASE_APP_URL: `postgresql://nobody:x@127.0.0.1:${await freePort()}/none`,
  });
  expect(await (await fetch(`${gone.origin}/readyz`)).json()).toMatchObject({
    state: 'database-unreachable',
  });
  web.kill('SIGTERM');
  gone.kill('SIGTERM');
});

const personal = {
  phone: '13800138000',
  password: 'Sunflower-77-x',
  name: '李小龙',
  email: 'li@example.com',
  uscc: '91640100MAXX00015K',
  token: 'AbCdEf0123456789AbCdEf0123456789',
};

test('nothing that somebody types, asks for or breaks reaches the log', async () => {
  const web = await openWeb({ LOG_LEVEL: 'trace' });
  const { phone, password, name, email, uscc, token } = personal;
  await fetch(`${web.origin}/login?next=/${phone}&q=${email}`, form({ login: phone, password }));
  await fetch(`${web.origin}/register`, form({ name, uscc, login: email, password, phone }));
  await fetch(`${web.origin}/invite/${token}`);
  await fetch(`${web.origin}/${uscc}/${encodeURIComponent(name)}?p=${phone}`);
  await fetch(`${web.origin}/login`, { ...form({ login: name }), headers: { 'content-type': `x/${phone}` } });
  await withClient(urls.ownerUrl, (client) =>
    client.query(
      'revoke select on user_account from xinqiao_app; revoke insert on rate_limit from xinqiao_app',
    ),
  );
  const broken = await fetch(`${web.origin}/login`, form({ login: email, password }));
  expect(broken.status).toBe(500);
  const requests = () => linesOf(web).filter(({ msg }) => msg === 'request').length;
  await until(() => linesOf(web).some(({ msg }) => msg === 'fault') && requests() >= 6);
  const log = web.log();
  for (const [what, value] of Object.entries(personal))
    expect([what, log.includes(value)]).toEqual([what, false]);
  const faults = linesOf(web).filter(({ msg }) => msg === 'fault') as unknown as { requestId: string }[];
  expect(faults.map(({ requestId }) => requestId)).toContain(broken.headers.get('x-request-id'));
  web.kill('SIGTERM');
});

test('traces reach a collector, joined to the caller’s, and hold no values', async () => {
  const bodies: string[] = [];
  const collector = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
    request.on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as net.AddressInfo;
  const web = await openWeb({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
  await fetch(`${web.origin}/invite/${personal.token}`, { headers });
  await until(
    () =>
      /"name":"GET \/invite\/:token"/.test(bodies.join('')) && /"name":"transaction"/.test(bodies.join('')),
  );
  expect(bodies.join('')).toContain(traceId);
  expect(bodies.join('')).toContain('xinqiao-web');
  expect(bodies.join('')).not.toContain(personal.token);
  web.kill('SIGTERM');
  await web.ended;
  collector.close();
});

test.each([
  ['a folder without a database', {}, /There is no database in .* run npm start once or npm run migrate/],
  ['a database without tables', 'admin', /The database lacks \d+ migrations .* npm run migrate/],
  ['no server', 'gone', /No PostgreSQL answers at 127\.0\.0\.1:1:/],
])('npm run web over %s says what to do', async (_, which, sentence) => {
  const url = which === 'admin' ? inject('server').adminUrl : 'postgresql://x:x@127.0.0.1:1/x';
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_BATCH_URL, ...env } = process.env;
  const empty = mkdtempSync(path.join(tmpdir(), 'xinqiao-empty-'));
  const given = typeof which === 'string';
  const words = ['app/cli/boot/run.mjs', 'web', '--lang', 'en', ...(given ? [] : ['--data-dir', empty])];
  const ran = spawnSync(process.execPath, words, {
    cwd: checkout,
    env: { ...env, PORT: String(await freePort()), ...(given && { DATABASE_APP_URL: url }) },
    encoding: 'utf8',
  });
  expect([ran.status, ran.stderr]).toEqual([1, expect.stringMatching(sentence)]);
});
