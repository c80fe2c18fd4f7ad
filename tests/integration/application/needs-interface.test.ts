import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { approvalOfSum, tokenOf } from '#tests/factories/bank-system.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { loader as one } from '~/routes/api/need.ts';
import { action as answer } from '~/routes/api/need-answer.ts';
import { action as take } from '~/routes/api/need-taking.ts';
import { loader as list } from '~/routes/api/needs.ts';
import { asFirm, system } from '~/server/access/actor.ts';
import { closePosting } from '~/server/application/close-posting.ts';
import { listPostings } from '~/server/application/list-postings.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { postNeed } from '~/server/application/post-need.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { returnNeeds } from '~/server/application/return-needs.ts';
import { spreadPosting } from '~/server/application/spread-posting.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { createWebhook } from '~/server/institution/create-webhook.ts';
import { spreadWebhook } from '~/server/institution/spread-webhook.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const origin = 'http://127.0.0.1:3000';
const platform = system('test.worker');
const nobodys = '00000000-0000-4000-8000-00000000dead';

let parties: Awaited<ReturnType<typeof createApplicants>>;
let posting: string;
let tokenA: string;
let tokenB: string;

type Route = (args: never) => Promise<Response>;
const call = async (route: Route, request: Request, id?: string) => {
  const given = await route({ request, params: id ? { id } : {}, context: {} } as never);
  return { status: given.status, body: (await given.json()) as Record<string, never> };
};
const get = (token: string, query = '') =>
  new Request(`${origin}/api/v1/needs${query}`, { headers: { authorization: `Bearer ${token}` } });
const post = (token: string, key: string, body: object = {}) =>
  new Request(`${origin}/api/v1/needs/x`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: JSON.stringify(body),
  });

/** A client of a bank, and an endpoint that hears of everything. */
async function systemOf(institutionId: string, scopes: readonly ApiScope[]): Promise<string> {
  const admin = await makePerson('institution-admin', { institutionId: institutionId as never });
  const wish = { name: '信贷系统', scopes, expiresOn: addDays(clock.today(), 30) };
  const { id, secret } = insist(await createClient(admin, wish));
  insist(await createWebhook(admin, { url: 'https://bank.example.org/hook', types: [] }));
  return tokenOf(id, secret);
}

beforeAll(async () => {
  parties = await createApplicants();
  tokenA = await systemOf(parties.bankA.id, ['needs:read', 'needs:answer']);
  tokenB = await systemOf(parties.bankB.id, ['needs:read']);
  posting = insist(await postNeed(asFirm(parties.owner), parties.needId, false));
});

const everythingBReads = async () =>
  JSON.stringify([
    await call(list, get(tokenB)),
    await call(list, get(tokenB, '?show=mine')),
    await call(one, get(tokenB), posting),
  ]).replaceAll(/"now":"[^"]*"/g, '');

/** What each bank was told, after whatever the outbox asks for is done. */
async function heard(): Promise<string[]> {
  const orders = (await look(
    `select id, job, payload from outbox where job in ('application.spread-posting', 'institution.spread-webhook') order by id`,
  )) as { job: string; payload: never }[];
  for (const { job, payload } of orders)
    await withActor(platform, (tx) =>
      job === 'application.spread-posting'
        ? spreadPosting(tx, platform, payload)
        : spreadWebhook(tx, platform, payload),
    );
  const rows = (await look(
    `select institution_id::text as bank, type, subject_id::text as about from webhook_message order by created_at, type, bank`,
  )) as { bank: string; type: string; about: string }[];
  const name = (bank: string) => (bank === parties.bankA.id ? 'A' : 'B');
  return rows
    .filter(({ about }) => about === posting)
    .map(({ bank, type }) => `${name(bank)} ${type}`)
    .sort();
}

describe.sequential('posted needs over the interface', () => {
  test('banks list and read what was posted, without who it is', async () => {
    const { status, body } = await call(list, get(tokenA));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      total: 1,
      needs: [{ id: posting, amount: String(wan(80)), firm: null, own: null, isOpen: true }],
    });
    expect(await call(list, get(tokenA, '?show=mien'))).toMatchObject({
      status: 400,
      body: { code: 'api.filter-wrong', issues: [{ at: 'show' }] },
    });
    expect((await call(list, get(tokenA, '?shwo=mine'))).status).toBe(400);
    const file = await call(one, get(tokenA), posting);
    expect(file.body).toMatchObject({ id: posting, products: [{ id: parties.bankA.product }] });
    expect(JSON.stringify([body, file.body])).not.toContain(parties.enterpriseId);
    expect(await call(take, post(tokenB, 'take-0001'), posting)).toMatchObject({
      status: 403,
      body: { code: 'api.scope-missing' },
    });
  });

  test('one bank takes it up and answers, each once for a key, and the other reads not a byte else', async () => {
    const before = await everythingBReads();
    const offer = {
      outcome: 'offer',
      product: parties.bankA.product,
      terms: approvalOfSum(wan(80)).terms,
    };
    expect(await call(answer, post(tokenA, 'answ-0000', offer), posting)).toMatchObject({
      status: 422,
      body: { code: 'need.not-taken' },
    });
    const taken = await call(take, post(tokenA, 'take-0001'), posting);
    expect(taken).toMatchObject({ status: 200, body: { id: posting, state: 'taken' } });
    expect(await call(take, post(tokenA, 'take-0001'), posting)).toEqual(taken);
    expect(await call(take, post(tokenA, 'take-0002'), posting)).toMatchObject({
      body: { code: 'need.taken-already' },
    });
    expect(await call(answer, post(tokenA, 'take-0001', offer), posting)).toMatchObject({ status: 409 });
    const theirs = { ...offer, product: parties.bankB.product };
    expect(await call(answer, post(tokenA, 'answ-0001', theirs), posting)).toMatchObject({
      status: 404,
      body: { code: 'product.not-found' },
    });
    const done = await call(answer, post(tokenA, 'answ-0002', offer), posting);
    expect(done).toMatchObject({ status: 200, body: { state: 'offered' } });
    expect(await call(answer, post(tokenA, 'answ-0002', offer), posting)).toEqual(done);
    expect(await look('select state from need_answer')).toEqual([{ state: 'offered' }]);
    expect(await everythingBReads()).toBe(before);
    expect(await heard()).toEqual(['A need.answered', 'A need.posted', 'A need.taken', 'B need.posted']);
  });

  test('taken back, every bank that may know of it is told alike; for those that did nothing it is gone', async () => {
    insist(await closePosting(asFirm(parties.owner), parties.needId));
    expect((await heard()).filter((told) => told.endsWith('withdrawn'))).toEqual([
      'A need.withdrawn',
      'B need.withdrawn',
    ]);
    expect(await call(one, get(tokenB), posting)).toEqual(await call(one, get(tokenB), nobodys));
    expect((await call(one, get(tokenA), posting)).body).toMatchObject({ isOpen: false });
    expect((await call(list, get(tokenB))).body).toMatchObject({ total: 0 });
  });

  test('a bank that is kept from a posting hears and reads nothing of it; what is over expires for the others', async () => {
    const needId = await addNeed(parties);
    const { officer, reviewer, product } = parties.bankB;
    const only = { needId, productIds: [product], consented: [product] };
    const [refused] = insist(await submitApplications(parties.owner, submissionOf(parties, only)));
    if (!refused) throw new Error('nothing was submitted');
    insist(await pickUpApplication(officer, refused));
    insist(
      await proposeDecision(officer, refused, { outcome: 'decline', reasons: ['documents-incomplete'] }),
    );
    insist(await confirmProposal(reviewer, refused));
    posting = insist(await postNeed(asFirm(parties.owner), needId, false));
    expect(await call(one, get(tokenB), posting)).toEqual(await call(one, get(tokenB), nobodys));
    expect(await heard()).toEqual(['A need.posted']);
    const until = (await call(one, get(tokenA), posting)).body.openUntil as unknown as never;
    await onDay(addDays(until, 1), () => withActor(platform, (tx) => returnNeeds(tx, platform)));
    expect(await heard()).toEqual(['A need.expired', 'A need.posted']);
    const { rows, isCut } = await listPostings(platform, 'all');
    expect(isCut).toBe(false);
    expect(await listPostings(platform, 'all', 1)).toMatchObject({ rows: rows.slice(0, 1), isCut: true });
    expect(rows.map(({ state, taken, offered }) => [state, taken, offered])).toEqual([
      ['ended', 0, 0],
      ['closed', 1, 1],
    ]);
  });
});
