import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { loader as publicFirms } from '~/routes/api/public-firms.ts';
import { action as takeToken } from '~/routes/api/token.ts';
import { system } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { createClient } from '~/server/institution/create-client.ts';

freshDatabase({ template: referenceTemplate });
const origin = 'http://127.0.0.1:3000';
const codes = [1, 2, 3].map((n) => `91640104MD000000${n}X`.slice(0, 18).padEnd(18, '0'));
let reader: string;
let other: string;

async function tokenOf(institutionId: Awaited<ReturnType<typeof makeInstitution>>, scope: ApiScope) {
  const admin = await makePerson('institution-admin', { institutionId });
  const wish = { name: '数据平台', scopes: [scope], expiresOn: addDays(clock.today(), 30) };
  const { id, secret } = insist(await createClient(admin, wish));
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
  });
  const request = new Request(`${origin}/api/v1/token`, { method: 'POST', body });
  const answer = await takeToken({ request, params: {}, context: {} } as never);
  return String(((await answer.json()) as { access_token: string }).access_token);
}

async function get(token: string, query = '') {
  const headers = { authorization: `Bearer ${token}` };
  const request = new Request(`${origin}/api/v1/public-firms${query}`, { headers });
  const answer = (await publicFirms({ request, params: {}, context: {} } as never)) as Response;
  return { status: answer.status, body: await answer.json() };
}

beforeAll(async () => {
  const bank = await makeInstitution();
  reader = await tokenOf(bank, 'public-records:read');
  other = await tokenOf(bank, 'applications:read');
  for (const uscc of codes) {
    const firm = await makeFirm({ uscc });
    const at = clock.now();
    const record = { firm, occurredOn: '2026-05-01', category: 'general', amount: 10_000n };
    await deliver({ item: 'penalty.decision', at, records: [record] });
    await deliver({ item: 'tax.arrears', at, records: [{ firm, occurredOn: '2026-05-01', amount: 77n }] });
  }
});

test('a bank’s machine reads public records by region and industry, page after page, and nothing else', async () => {
  expect(await get(other)).toMatchObject({ status: 403, body: { code: 'api.scope-missing' } });
  const { status, body } = await get(reader);
  expect(status).toBe(200);
  const firms = body.firms as { uscc: string; counts: Record<string, number> }[];
  expect(firms.map(({ uscc }) => uscc)).toEqual(codes);
  expect(firms.map(({ counts }) => counts['penalty.decision'])).toEqual([1, 1, 1]);
  const catalogue = await withActor(system('test'), (tx) => readCatalogue(tx, clock.today()));
  const named = [
    ...(body.items as { code: string }[]).map(({ code }) => code),
    ...firms.flatMap(({ counts }) => Object.keys(counts)),
  ];
  expect(named.every((code) => catalogue.get(code)?.sensitivity === 'public')).toBe(true);
  expect(body.next).toBeNull();
  expect((await get(reader, `?after=${codes[0]}`)).body.firms).toHaveLength(2);
  expect((await get(reader, '?region=999999')).body).toMatchObject({ code: 'modelling.region-unknown' });
  expect((await get(reader, '?section=ZZ')).status).toBe(400);
  const looks = await withActor(system('test'), (tx) =>
    tx.auditEntry.count({ where: { action: 'modelling.public-listed' } }),
  );
  expect(looks).toBe(2);
});
