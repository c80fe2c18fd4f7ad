import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { loader as one } from '~/routes/api/application.ts';
import { action as contract } from '~/routes/api/application-contract.ts';
import { action as decide } from '~/routes/api/application-decision.ts';
import { action as disburse } from '~/routes/api/application-disbursement.ts';
import { action as pickUp } from '~/routes/api/application-pick-up.ts';
import { action as propose } from '~/routes/api/application-proposal.ts';
import { loader as list } from '~/routes/api/applications.ts';
import { loader as description } from '~/routes/api/openapi.ts';
import { action as takeToken } from '~/routes/api/token.ts';
import table from '~/routes.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { bankOperations } from '~/server/application/bank-operations.ts';
import { deskOperations } from '~/server/application/desk-operations.ts';
import { needOperations } from '~/server/application/need-operations.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { clock } from '~/server/clock.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { publicOperations } from '~/server/modelling/public-operations.ts';
import { caseOperations } from '~/server/monitoring/case-operations.ts';

const look = looker(freshDatabase());
const origin = 'http://127.0.0.1:3000';

let parties: Awaited<ReturnType<typeof createApplicants>>;
let ofA: string;
let ofB: string;
let officer: string;
let checker: string;

type Route = (args: never) => Promise<Response>;
const call = async (route: Route, request: Request, id?: string) => {
  const answer = await route({ request, params: id ? { id } : {}, context: {} } as never);
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
};
const get = (token: string, query = '') =>
  new Request(`${origin}/api/v1/applications${query}`, { headers: { authorization: `Bearer ${token}` } });
const post = (token: string, key: string, body: object = {}) =>
  new Request(`${origin}/api/v1/applications/x`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: JSON.stringify(body),
  });

async function tokenOf(institutionId: string, scopes: readonly ApiScope[]): Promise<string> {
  const admin = await makePerson('institution-admin', { institutionId: institutionId as never });
  const wish = { name: '信贷系统', scopes, expiresOn: addDays(clock.today(), 30) };
  const { id, secret } = insist(await createClient(admin, wish));
  const fields = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const request = new Request(`${origin}/api/v1/token`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const answer = await takeToken({ request, params: {}, context: {} } as never);
  return String(((await answer.json()) as { access_token: string }).access_token);
}

const terms = {
  amount: 80_000_000,
  termMonths: 12,
  rate: 36_500,
  dayCount: 'thirty360',
  method: 'equal-instalment',
  validUntil: '2027-01-31',
};

beforeAll(async () => {
  parties = await createApplicants();
  const ids = insist(await submitApplications(parties.owner, submissionOf(parties)));
  [ofA = '', ofB = ''] = ids;
  officer = await tokenOf(parties.bankA.id, ['applications:read', 'applications:handle']);
  checker = await tokenOf(parties.bankA.id, ['applications:read', 'applications:decide']);
});

test('one client cannot hold both hands, nor a scope of departments', async () => {
  const admin = await makePerson('institution-admin', { institutionId: parties.bankA.id });
  const wish = { name: '系统', expiresOn: clock.today() };
  const both: ApiScope[] = ['applications:handle', 'applications:decide'];
  expect(await createClient(admin, { ...wish, scopes: both })).toMatchObject({
    refusal: { code: 'institution.client-both-hands' },
  });
  expect(await createClient(admin, { ...wish, scopes: ['records:write'] })).toMatchObject({
    refusal: { code: 'institution.client-scopes' },
  });
});

test('a bank reads its own applications and nobody else’s', async () => {
  const listed = await call(list, get(officer));
  expect(listed.body).toMatchObject({ applications: [{ id: ofA, state: 'submitted' }], next: null });
  expect((await call(list, get(officer, '?state=declined'))).body).toMatchObject({ applications: [] });
  expect(await call(one, get(officer), ofB)).toMatchObject({
    status: 404,
    body: { code: 'application.not-found' },
  });
  const nobodys = '00000000-0000-4000-8000-00000000dead';
  const nobodysHash = '0'.repeat(64);
  const offer = { outcome: 'approve', terms };
  for (const [route, asking] of [
    [one, () => get(officer)],
    [pickUp, () => post(officer, 'foreign-01')],
    [propose, () => post(officer, 'foreign-02', offer)],
    [decide, () => post(checker, 'foreign-03', { answer: 'confirm', proposal: nobodysHash })],
    [contract, () => post(officer, 'foreign-04', { contractNo: 'X', contractOn: clock.today() })],
    [disburse, () => post(officer, 'foreign-05', { disbursedOn: clock.today() })],
  ] as const) {
    const theirs = await call(route, asking(), ofB);
    expect(theirs.status).toBe(404);
    expect(theirs).toEqual(await call(route, asking(), nobodys));
  }
});

describe('from pick-up to disbursement', () => {
  test('each step once for a key, signed, and by two clients', async () => {
    const first = await call(pickUp, post(officer, 'pick-0001'), ofA);
    expect(first).toMatchObject({ status: 200, body: { id: ofA, state: 'in-review' } });
    expect(await call(pickUp, post(officer, 'pick-0001'), ofA)).toEqual(first);
    expect(await call(pickUp, post(officer, 'pick-0002'), ofA)).toMatchObject({
      status: 422,
      body: { code: 'application.wrong-state' },
    });
    const offer = { outcome: 'approve', terms };
    expect(await call(propose, post(officer, 'pick-0001', offer), ofA)).toMatchObject({ status: 409 });
    const late = { outcome: 'approve', terms: { ...terms, validUntil: 'morgen' } };
    expect(await call(propose, post(officer, 'prop-0000', late), ofA)).toMatchObject({ status: 422 });
    const wrong = { outcome: 'decline', reasons: ['score-too-low'] };
    expect(await call(propose, post(officer, 'prop-0000', wrong), ofA)).toMatchObject({ status: 400 });
    expect(await call(propose, post(officer, 'prop-0001', offer), ofA)).toMatchObject({
      body: { state: 'proposed' },
    });
    const { proposal } = (await call(one, get(checker), ofA)).body as {
      proposal?: { hash: string; terms: object };
    };
    expect(proposal).toMatchObject({ outcome: 'approve', terms: { amount: '80000000' } });
    const yes = { answer: 'confirm', proposal: proposal?.hash };
    expect(await call(decide, post(officer, 'deci-0000', yes), ofA)).toMatchObject({
      status: 403,
      body: { code: 'api.scope-missing' },
    });
    expect(await call(decide, post(checker, 'deci-0000', { answer: 'confirm' }), ofA)).toMatchObject({
      status: 400,
    });
    const other = { ...yes, proposal: '0'.repeat(64) };
    expect(await call(decide, post(checker, 'deci-0000', other), ofA)).toMatchObject({
      status: 422,
      body: { code: 'application.proposal-changed' },
    });
    expect(await call(decide, post(checker, 'deci-0001', yes), ofA)).toMatchObject({
      body: { state: 'approved' },
    });
    expect(await look('select amount_fen::text from offer')).toEqual([{ amount_fen: '80000000' }]);
  });

  test('the firm accepts, the contract and the money are recorded', async () => {
    insist(
      await answerOffer(parties.owner, {
        applicationId: ofA as never,
        answer: 'accept',
        closeOthers: false,
        monitoring: true,
      }),
    );
    const deed = { contractNo: 'API-1', contractOn: clock.today() };
    expect(await call(contract, post(officer, 'cont-0001', deed), ofA)).toMatchObject({
      body: { state: 'contracted' },
    });
    const paid = { disbursedOn: clock.today() };
    const done = await call(disburse, post(officer, 'disb-0001', paid), ofA);
    expect(done).toMatchObject({ status: 200, body: { state: 'disbursed' } });
    expect(await call(disburse, post(officer, 'disb-0001', paid), ofA)).toEqual(done);
    expect(await look('select count(*)::int as n from loan')).toEqual([{ n: 1 }]);
    const { body } = await call(one, get(checker), ofA);
    const steps = body.steps as unknown as { step: string; signature: string | null }[];
    expect(steps.map(({ step, signature }) => [step, signature !== null])).toEqual([
      ['submitted', false],
      ['picked-up', true],
      ['proposed', true],
      ['approved', true],
      ['accepted', false],
      ['contracted', true],
      ['disbursed', true],
    ]);
  });
});

test('the description has every operation, each address is a route, and every reference leads somewhere', async () => {
  const answer = await description({ request: new Request(origin), params: {}, context: {} } as never);
  const described = (await answer.json()) as unknown as {
    paths: Record<string, Record<string, { operationId: string }>>;
    components: { schemas: object };
  };
  const routes = table.map((entry) => `/${entry.path ?? ''}`);
  for (const { path, method, id } of Object.values({
    ...bankOperations,
    ...deskOperations,
    ...needOperations,
    ...caseOperations,
    ...publicOperations,
  })) {
    expect(described.paths[path]?.[method.toLowerCase()]?.operationId).toBe(id);
    expect(routes).toContain(path.replaceAll(/\{(\w+)\}/g, ':$1'));
  }
  const text = JSON.stringify(described);
  const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(Object.keys(described.components.schemas)));
});
