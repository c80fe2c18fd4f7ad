import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { raiseCase } from '#tests/factories/alert-cases.ts';
import { tokenOf } from '#tests/factories/bank-system.ts';
import { looker } from '#tests/factories/delivery.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { loader as one } from '~/routes/api/case.ts';
import { action as measure } from '~/routes/api/case-measure.ts';
import { action as note } from '~/routes/api/case-note.ts';
import { action as verdict } from '~/routes/api/case-verdict.ts';
import { loader as list } from '~/routes/api/cases.ts';
import { asInstitution, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { createWebhook } from '~/server/institution/create-webhook.ts';
import { spreadWebhook } from '~/server/institution/spread-webhook.ts';
import { answerAlert } from '~/server/monitoring/answer-alert.ts';
import { casesForMachine } from '~/server/monitoring/cases-for-machine.ts';
import { casesOfBanks } from '~/server/monitoring/cases-of-banks.ts';
import { closeAlert } from '~/server/monitoring/close-alert.ts';
import { reverseVerdict } from '~/server/monitoring/reverse-verdict.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const platform = system('test.worker');
const today = clock.today();
const nobodys = '00000000-0000-4000-8000-00000000dead';
let parties: Parties;
let tokenA: string;
let tokenB: string;
let reader: string;

type Route = (args: never) => Promise<Response>;
const call = async (route: Route, request: Request, id?: string) => {
  const given = await route({ request, params: id ? { id } : {}, context: {} } as never);
  return { status: given.status, body: (await given.json()) as Record<string, never> };
};
const origin = 'http://127.0.0.1:3000/api/v1/cases';
const get = (token: string, query = '') =>
  new Request(`${origin}${query}`, { headers: { authorization: `Bearer ${token}` } });
const post = (token: string, key: string, body: object) =>
  new Request(`${origin}/x`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: JSON.stringify(body),
  });

async function systemOf(institutionId: string, scopes: readonly ApiScope[]): Promise<string> {
  const admin = await makePerson('institution-admin', { institutionId: institutionId as never });
  const wish = { name: '贷后系统', scopes, expiresOn: addDays(today, 30) };
  const { id, secret } = insist(await createClient(admin, wish));
  insist(await createWebhook(admin, { url: 'https://bank.example.org/hook', types: [] }));
  return tokenOf(id, secret);
}

const raise = (wish: Parameters<typeof raiseCase>[1] = {}) =>
  raiseCase({ enterpriseId: parties.enterpriseId, institutionId: parties.bankA.id }, wish);

beforeAll(async () => {
  parties = await createParties();
  tokenA = await systemOf(parties.bankA.id, ['cases:read', 'cases:handle']);
  tokenB = await systemOf(parties.bankB.id, ['cases:read', 'cases:handle']);
  reader = await systemOf(parties.bankA.id, ['cases:read']);
});

/** What each bank is told, after whatever the outbox asks for is done. */
async function heard(about: string): Promise<{ type: string; body: string; bank: string }[]> {
  const orders = (await look(
    `select payload from outbox where job = 'institution.spread-webhook' order by id`,
  )) as { payload: never }[];
  for (const { payload } of orders) await withActor(platform, (tx) => spreadWebhook(tx, platform, payload));
  return (await look(
    `select distinct type, body, institution_id::text as bank from webhook_message where subject_id = '${about}' order by type`,
  )) as { type: string; body: string; bank: string }[];
}

describe.sequential('cases over the interface', () => {
  test('a bank’s system lists its cases by page and filter, and not one of another bank’s', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push((await raise()).id);
    const first = await call(list, get(tokenA));
    expect(first).toMatchObject({ status: 200, body: { total: 3, next: null } });
    const cases = first.body.cases as unknown as { id: string; severity: string; firm: object }[];
    expect(cases.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect((await call(list, get(tokenB))).body).toEqual({ cases: [], total: 0, next: null });
    await look('update alert set raised_at = (select max(raised_at) from alert)');
    const officer = asInstitution(await makePerson('officer', { institutionId: parties.bankA.id as never }));
    const walked: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const query: URLSearchParams = new URLSearchParams(after ? { after } : {});
      const page = insist(await casesForMachine(officer, query, 2));
      expect(page.total).toBe(after ? null : 3);
      walked.push(...page.cases.map(({ id }) => id));
      after = page.next;
    }
    expect(walked.length).toBe(3);
    expect([...walked].sort()).toEqual([...ids].sort());
    const { severity } = cases[0] as { severity: string };
    const other = severity === 'red' ? 'yellow' : 'red';
    expect((await call(list, get(tokenA, `?severity=${other}`))).body).toMatchObject({ total: 0 });
    expect((await call(list, get(tokenA, '?show=unowned&month=1999-01'))).body).toMatchObject({ total: 0 });
    for (const query of ['?show=mine', '?shwo=live', '?after=7', '?month=2026-13'])
      expect(await call(list, get(tokenA, query)), query).toMatchObject({
        status: 400,
        body: { code: 'api.filter-wrong' },
      });
  });

  test('the command line lists them by the code of the bank, and refuses a code that no bank has', async () => {
    const [a] = await look(`select code from institution where id = '${parties.bankA.id}'`);
    const [b] = await look(`select code from institution where id = '${parties.bankB.id}'`);
    const of = async (bank: unknown, most?: number) => {
      const { code } = bank as { code: string };
      const { cases, isCut } = insist(await casesOfBanks(platform, { bank: code, tab: 'live' }, most));
      return [cases.length, isCut];
    };
    expect([await of(a), await of(a, 2), await of(b)]).toEqual([
      [3, false],
      [2, true],
      [0, false],
    ]);
    expect(await casesOfBanks(platform, { bank: 'bank-nowhere', tab: 'live' })).toMatchObject({
      ok: false,
      refusal: { code: 'institution.not-found' },
    });
  });

  test('reading one stands in the firm’s log; another bank’s, and none at all, are the same answer', async () => {
    const { id } = await raise();
    const read = await call(one, get(reader), id);
    expect(read).toMatchObject({
      status: 200,
      body: { id, state: 'open', measures: [], evidence: { hidden: 0 }, owner: null },
    });
    const lines = await look(
      `select 1 from audit_entry where action = 'monitoring.opened' and enterprise_id = '${parties.enterpriseId}' and body like '%${id}%'`,
    );
    expect(lines).toHaveLength(1);
    const lost = await call(one, get(tokenB), id);
    expect(lost).toEqual(await call(one, get(tokenB), nobodys));
    expect(lost.status).toBe(404);
  });

  test('notes, measures and the verdict are written once for a key, by the desk’s own rules', async () => {
    const { id } = await raise();
    const noted = { text: '贷后系统：已发函。', bankOnly: true };
    const done = await call(note, post(tokenA, 'note-0001', noted), id);
    expect(done).toEqual({ status: 200, body: { id, step: 'noted' } });
    expect(await call(note, post(tokenA, 'note-0001', noted), id)).toEqual(done);
    expect(await call(note, post(tokenA, 'note-0001', { ...noted, text: '另一条' }), id)).toMatchObject({
      status: 409,
    });
    expect(await call(note, post(reader, 'note-0002', noted), id)).toMatchObject({
      status: 403,
      body: { code: 'api.scope-missing' },
    });
    for (const route of [note, measure, verdict] as const) {
      const body = {
        note: noted,
        measure: { kind: 'visit', onDay: today, reason: '走访', proportionality: '先了解' },
        verdict: { verdict: 'false-alarm', note: '重名', wrong: 'wrong-firm' },
      }[route === note ? 'note' : route === measure ? 'measure' : 'verdict'];
      const lost = await call(route, post(tokenB, `lost-${randomUUID()}`, body), id);
      expect(lost).toMatchObject({ status: 404, body: { code: 'monitoring.not-found' } });
    }

    const limit = {
      kind: 'limit-reduced',
      onDay: today,
      amount: 1_000_000,
      reason: '风险上升',
      proportionality: '已走访，仍未补缴',
    };
    expect(await call(measure, post(tokenA, 'meas-0001', limit), id)).toMatchObject({
      status: 422,
      body: { code: 'monitoring.measure-before-reply' },
    });
    expect(
      await call(measure, post(tokenA, 'meas-0002', { ...limit, onDay: '2026-02-30' }), id),
    ).toMatchObject({ status: 400, body: { code: 'api.body-wrong' } });
    const urgent = { ...limit, emergency: '资产正被转移' };
    expect((await call(measure, post(tokenA, 'meas-0003', urgent), id)).body).toEqual({
      ...{ id, step: 'awaiting-second' },
    });
    const visit = { kind: 'visit', onDay: today, reason: '走访', proportionality: '先了解情况' };
    expect((await call(measure, post(tokenA, 'meas-0004', visit), id)).body).toEqual({ id, step: 'taken' });
    const waits = await call(verdict, post(tokenA, 'verd-0001', { verdict: 'confirmed', note: '属实' }), id);
    expect(waits).toMatchObject({ status: 422, body: { code: 'monitoring.right-of-reply' } });
    const file = (await call(one, get(tokenA), id)).body as unknown as { measures: object[] };
    expect(file.measures.map((each) => (each as { state: string }).state)).toEqual([
      'awaiting-second',
      'taken',
    ]);
    const firm = insist(await showAlert(parties.owner, id));
    expect(JSON.stringify(firm.events)).not.toContain('已发函');
  });

  test('a case that ends is told to the bank’s own endpoints, thin, and so is a verdict that is reversed', async () => {
    const { officer } = parties.bankA;
    const { id } = await raise();
    insist(await answerAlert(parties.owner, id, '已经补缴', []));
    const body = { verdict: 'explained', note: '凭证已核', explanation: '企业已补缴并提供完税凭证' };
    const done = await call(verdict, post(tokenA, 'verd-0002', body), id);
    expect(done).toEqual({ status: 200, body: { id, step: 'closed' } });
    expect(await call(verdict, post(tokenA, 'verd-0002', body), id)).toEqual(done);
    expect(await call(verdict, post(tokenA, 'verd-0003', body), id)).toMatchObject({
      status: 422,
      body: { code: 'monitoring.closed' },
    });
    insist(
      await reverseVerdict(officer, id, { verdict: 'confirmed', note: '复核属实', reason: '凭证系伪造' }),
    );
    const told = await heard(id);
    expect(told.map(({ type }) => type)).toEqual([
      ...['monitoring.answered', 'monitoring.closed', 'monitoring.reversed'],
    ]);
    for (const { body: text, bank, type } of told) {
      expect(bank).toBe(parties.bankA.id);
      expect(JSON.parse(text)).toEqual({ type, timestamp: expect.any(String), data: { id } });
    }
    expect((await call(list, get(tokenA, '?show=closed'))).body).toMatchObject({ cases: [{ id }] });
    insist(await closeAlert(officer, (await raise()).id, { verdict: 'cured', note: '已缴', curedOn: today }));
  });
});
