import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { freshDatabase } from '#tests/database.ts';
import { looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { loader as batch } from '~/routes/api/batch.ts';
import { loader as rejects } from '~/routes/api/batch-rejects.ts';
import { action as replay } from '~/routes/api/batch-replays.ts';
import { action as push } from '~/routes/api/batches.ts';
import { loader as items } from '~/routes/api/items.ts';
import { action as takeToken } from '~/routes/api/token.ts';
import table from '~/routes.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { requestsPerMinute } from '~/server/http/machine.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { revokeClient } from '~/server/institution/revoke-client.ts';
import { describeInterface } from '~/server/record/describe-interface.ts';
import { operations } from '~/server/record/push-operations.ts';
import { findProvider } from '~/server/record/store.ts';
import { takeInReceived } from '~/server/record/take-in-received.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const origin = 'http://127.0.0.1:3000';
const everything: ApiScope[] = ['records:write', 'records:read', 'catalogue:read'];
let tax: Person;
let court: Person;

const liaisonOf = async (code: string) => {
  const institutionId = await withActor(system('test'), (tx) => findProvider(tx, code));
  return makePerson('liaison', { institutionId: institutionId as InstitutionId });
};
beforeAll(async () => {
  tax = await liaisonOf('tax');
  court = await liaisonOf('court');
  await registerFirms(uscc(1), uscc(2));
});

type Route = (args: never) => Promise<Response>;
const call = async (route: Route, request: Request, params: object = {}) => {
  const answer = await route({ request, params, context: {} } as never);
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, never>,
  };
};

const clientOf = async (person: Person, scopes: readonly ApiScope[] = everything) => {
  const expiresOn = addDays(clock.today(), 30);
  return insist(await createClient(person, { name: '数据交换平台', scopes, expiresOn }));
};
const ask = (fields: Record<string, string>) =>
  call(
    takeToken,
    new Request(`${origin}/api/v1/token`, { method: 'POST', body: new URLSearchParams(fields) }),
  );
async function tokenOf(person: Person, scopes?: readonly ApiScope[]) {
  const { id, secret } = await clientOf(person, scopes);
  const { body } = await ask({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
  return String(body.access_token);
}
const post = (token: string, key: string, body: unknown) =>
  new Request(`${origin}/api/v1/batches`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'accept-language': 'en' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const get = (token: string, path = '') =>
  new Request(`${origin}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
const good = (more: object = {}) => ({
  uscc: uscc(1),
  date: '2026-09',
  amount: '1075.10',
  category: '增值税',
  ...more,
});

describe('a client gets a token for its secret', () => {
  test('and nothing that is kept gives either away', async () => {
    const { id, secret } = await clientOf(tax);
    const fields = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
    const { status, body } = await ask({ ...fields, scope: 'records:read' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', scope: 'records:read', expires_in: 1_800 });
    const kept = JSON.stringify([
      await look('select * from api_client'),
      await look('select * from api_token'),
    ]);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(body.access_token);
    expect(await ask({ ...fields, client_secret: 'wrong' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
    expect(await ask({ ...fields, scope: 'world' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_scope' },
    });
    expect(await ask({ ...fields, grant_type: 'password' })).toMatchObject({
      body: { error: 'unsupported_grant_type' },
    });
    expect(await ask({})).toMatchObject({ status: 401 });
  });

  test('a client that is guessed at is shut for a while', async () => {
    const { id, secret } = await clientOf(tax);
    const fields = { grant_type: 'client_credentials', client_id: id, client_secret: 'x' };
    const statuses: number[] = [];
    for (let i = 0; i < 11; i += 1) statuses.push((await ask(fields)).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    expect((await ask({ ...fields, client_secret: secret })).status).toBe(429);
  });

  test('a revoked client and a token that ended open nothing', async () => {
    const { id, secret } = await clientOf(tax);
    const { body } = await ask({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
    const token = String(body.access_token);
    expect((await call(items, get(token))).status).toBe(200);
    expect(await revokeClient(court, id)).toMatchObject({
      refusal: { code: 'institution.client-not-found' },
    });
    insist(await revokeClient(tax, id));
    expect((await call(items, get(token))).status).toBe(401);
    const other = await tokenOf(tax);
    await look(`update api_token set expires_at = '2000-01-01'`);
    expect((await call(items, get(other))).status).toBe(401);
  });
});

describe('records are pushed', () => {
  test('once for a key, taken in by the worker, read back, mended and sent again', async () => {
    const token = await tokenOf(tax);
    const body = { item: 'tax.payment', records: [good(), good({ date: '昨天' })] };
    const first = await call(push, post(token, 'push-0001', body));
    expect(first).toMatchObject({ status: 202, body: { state: 'received' } });
    const again = await call(push, post(token, 'push-0001', body));
    expect(again.body).toEqual(first.body);
    expect(await call(push, post(token, 'push-0001', { ...body, records: [good()] }))).toMatchObject({
      status: 409,
      body: { code: 'api.key-reused' },
    });
    const id = String(first.body.batchId);
    await takeInReceived(system('record.take-in'), id);
    expect((await call(batch, get(token), { id })).body).toMatchObject({
      state: 'accepted',
      read: 2,
      accepted: 1,
      waiting: 1,
    });
    const { body: page } = await call(rejects, get(token), { id });
    expect(page.rejects).toMatchObject([
      { row: 2, column: 'date', problem: { code: 'record.date-unreadable' } },
    ]);
    const mend = { rows: [{ row: 2, cells: { date: '2026-10' } }] };
    const sent = await call(replay, post(token, 'mend-0001', mend), { id });
    expect(sent.status).toBe(202);
    await takeInReceived(system('record.take-in'), String(sent.body.batchId));
    expect((await call(batch, get(token), { id })).body).toMatchObject({ waiting: 0 });
    expect(
      await look(
        `select format, receiver.name from record_batch b left join user_account receiver on receiver.id = b.received_by where b.id = $1`,
        [id],
      ),
    ).toEqual([{ format: 'push', name: null }]);
    expect((await look(`select user_name from audit_entry where action = 'record.delivered'`))[0]).toEqual({
      user_name: 'API · 数据交换平台',
    });
  });

  test('two at the same moment make one batch', async () => {
    const token = await tokenOf(tax);
    const body = { item: 'tax.payment', records: [good({ date: '2026-07' })] };
    const [a, b] = await Promise.all([1, 2].map(() => call(push, post(token, 'push-twice', body))));
    expect([a?.status, b?.status]).toEqual([202, 202]);
    expect(a?.body).toEqual(b?.body);
  });

  test('a department sees and pushes its own and nothing else', async () => {
    const theirs = await tokenOf(court);
    const [mine] = await look<{ id: string }>('select id from record_batch where provider_id = $1', [
      tax.institutionId,
    ]);
    const id = mine?.id ?? '';
    expect((await call(batch, get(theirs), { id })).status).toBe(404);
    expect((await call(rejects, get(theirs), { id })).status).toBe(404);
    expect((await call(replay, post(theirs, 'mend-9999', {}), { id })).status).toBe(404);
    const foreign = await call(push, post(theirs, 'push-9999', { item: 'tax.payment', records: [good()] }));
    expect(foreign).toMatchObject({ status: 422, body: { code: 'record.item-of-other' } });
    const { body } = await call(items, get(theirs));
    const codes = (body.items as unknown as { code: string }[]).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter((code) => !code.startsWith('court.'))).toEqual([]);
  });

  test.each<[string, string, unknown, number, string]>([
    ['no key', '', { item: 'tax.payment', records: [good()] }, 400, 'api.key-missing'],
    ['no JSON', 'bad-00001', '{"item"', 400, 'api.body-wrong'],
    ['no records', 'bad-00002', { item: 'tax.payment', records: [] }, 400, 'api.body-wrong'],
    [
      'a member that is none',
      'bad-00003',
      { item: 'tax.payment', records: [good({ iban: 'x' })] },
      400,
      'api.body-wrong',
    ],
    [
      'an unknown item',
      'bad-00004',
      { item: 'astrology.sign', records: [good()] },
      422,
      'record.item-unknown',
    ],
    [
      'without what the item needs',
      'bad-00005',
      { item: 'tax.payment', records: [{ uscc: uscc(1), date: '2026-09' }] },
      422,
      'record.missing-columns',
    ],
  ])('refused, in words, and nothing is kept: %s', async (_, key, body, status, code) => {
    const token = await tokenOf(tax);
    const before = await look('select count(*) from record_batch');
    const answer = await call(push, post(token, key, body));
    expect(answer).toMatchObject({ status, body: { code, detail: expect.stringMatching(/[a-z]{3}/) } });
    expect(String(answer.body.detail)).not.toMatch(/\p{Script=Han}/u);
    expect(await look('select count(*) from record_batch')).toEqual(before);
  });

  test('a token does what its scopes say, and no more often than it may', async () => {
    const reader = await tokenOf(tax, ['catalogue:read']);
    expect(
      await call(push, post(reader, 'push-8888', { item: 'tax.payment', records: [good()] })),
    ).toMatchObject({
      status: 403,
      body: { code: 'api.scope-missing' },
    });
    let limited: Awaited<ReturnType<typeof call>> | undefined;
    for (let i = 0; i <= requestsPerMinute && !limited; i += 1) {
      const answer = await call(items, get(reader));
      if (answer.status === 429) limited = answer;
    }
    expect(limited).toMatchObject({ status: 429, body: { code: 'api.rate' } });
    expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the description', () => {
  const described = describeInterface(origin) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; security: object[] }>>;
    components: { schemas: Record<string, object> };
  };

  test('has every operation under its address, and each address is a route', () => {
    const routes = table.map((entry) => `/${entry.path ?? ''}`);
    for (const { path, method, id, scope } of Object.values(operations)) {
      expect(described.paths[path]?.[method.toLowerCase()]).toMatchObject({
        operationId: id,
        security: [{ client: [scope] }],
      });
      expect(routes).toContain(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    }
    expect(routes).toContain('/api/v1/token');
  });

  test('is whole: every reference leads to a schema, and no schema to none', () => {
    const text = JSON.stringify(described);
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(Object.keys(described.components.schemas)));
    expect(described.openapi).toBe('3.1.0');
  });

  test('says of a body what the routes check', () => {
    const { Push, Record: record } = described.components.schemas as Record<
      string,
      { required?: string[]; properties: object }
    >;
    expect(Push?.required).toEqual(['item', 'records']);
    expect(record?.required).toEqual(['uscc', 'date']);
    const checked = operations.pushRecords.body as z.ZodType;
    const properties = Object.keys(Push?.properties ?? {});
    expect(checked.safeParse(Object.fromEntries(properties.map((name) => [name, null]))).success).toBe(false);
    expect(checked.safeParse({ item: 'tax.payment', records: [good()] }).success).toBe(true);
    expect(properties).toEqual(['item', 'records']);
  });
});
