import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { idNumberOf } from '#tests/factories/id-number.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { acknowledgementStatement } from '~/domain/consent/acknowledgement-statement.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { action as acknowledge } from '~/routes/api/withdrawal-acknowledgements.ts';
import { loader as withdrawals } from '~/routes/api/withdrawals.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { chaseWithdrawals } from '~/server/consent/chase-withdrawals.ts';
import { listOpenPurges } from '~/server/consent/list-open-purges.ts';
import { listWithdrawals } from '~/server/consent/list-withdrawals.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { issueToken } from '~/server/institution/issue-token.ts';
import { askPerson } from '~/server/privacy/ask-person.ts';
import { erasePerson } from '~/server/privacy/erase-person.ts';
import { namePerson } from '~/server/privacy/name-person.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';
import { withdrawPersonConsent } from '~/server/privacy/withdraw-person-consent.ts';
import { listNotices } from '~/server/restatement/list-notices.ts';
import { listRestatements } from '~/server/restatement/list-restatements.ts';
import { restatePerson } from '~/server/restatement/restate-person.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
const today = clock.today();
const item = 'provident.person-account';
const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
let parties: Parties;
let admin: Person;

async function signed(no: number, relation: 'owner' | 'legal-representative') {
  const { owner, bankA } = parties;
  const wish = { name: `测试人${no}`, relation, sharePpm: relation === 'owner' ? 300_000 : null } as const;
  const named = insist(await namePerson(owner, { ...wish, purpose: 'pre-loan', institutionId: bankA.id }));
  const form = { name: wish.name, idNumber: idNumberOf(no), items: [item], validMonths: 6 };
  insist(await signPersonConsent(named.token, form));
  return named;
}
const tasks = async (of = parties.bankA.officer) => (await listWithdrawals(of)).tasks;
const orders = () =>
  withActor(platform, async (tx) =>
    (await tx.outbox.findMany({ where: { job: 'restatement.restate-person' } })).map(
      ({ payload }) =>
        payload as { enterpriseId: never; ref: string; cause: 'erasure' | 'person-withdrawal' },
    ),
  );

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-persons-'));
  parties = await createParties();
  admin = await makePerson('institution-admin', { institutionId: parties.bankA.id });
});

describe('a co-owner withdraws', () => {
  test('the recipient gets a task of its own with its last day; the other owner’s consent stays', async () => {
    const first = await signed(1, 'owner');
    const other = await signed(2, 'legal-representative');
    const ask = (personId: string) =>
      askPerson(parties.bankA.officer, {
        ...{ enterpriseId: parties.enterpriseId, personId: personId as never, item },
        question: { kind: 'any' },
      });
    insist(await ask(first.id));
    insist(await withdrawPersonConsent(first.token, idNumberOf(1)));
    expect(await ask(first.id)).toMatchObject({ refusal: { code: 'privacy.person-withdrawn' } });
    expect(await ask(other.id)).toMatchObject({ ok: true });
    expect(await tasks()).toMatchObject([{ personId: first.id, next: 'stopped', dueOn: addDays(today, 15) }]);
    expect(await tasks(parties.bankB.officer)).toEqual([]);
  });

  test('is chased: reminded near the day, reported to the platform after it, once each', async () => {
    const on = (ahead: number) => withActor(platform, (tx) => chaseWithdrawals(tx, addDays(today, ahead)));
    expect([await on(11), await on(12), await on(16), await on(17)]).toEqual([
      { reminded: 0, escalated: 0 },
      { reminded: 1, escalated: 0 },
      { reminded: 0, escalated: 1 },
      { reminded: 0, escalated: 0 },
    ]);
    expect((await listOpenPurges(platform)).tasks).toMatchObject([{ levels: ['reminded', 'escalated'] }]);
  });

  test('the score is restated with a notice to those who asked, once; what did not rest on them stays', async () => {
    const { enterpriseId } = parties;
    await onDay(addDays(today, -1), () =>
      withActor(platform, (tx) => scoreFirm(tx, platform, { enterpriseId, cause: 'on-demand' })),
    );
    const [order] = await orders();
    expect(order).toMatchObject({ enterpriseId, cause: 'person-withdrawal' });
    for (let times = 0; times < 2; times += 1)
      await withActor(platform, (tx) => restatePerson(tx, platform, order as never));
    expect(await listRestatements(parties.owner)).toMatchObject([
      { cause: 'person-withdrawal', state: 'unchanged', item },
    ]);
    const told = await listNotices(parties.bankA.officer, 0);
    expect(told.notices.map(({ cause, kind }) => [cause, kind])).toEqual([['person-withdrawal', 'viewer']]);
  });
});

describe('a machine of the recipient', () => {
  let token = '';
  let clientId = '';
  const request = (url: string, more: RequestInit = {}) =>
    new Request(`http://127.0.0.1${url}`, {
      ...more,
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...more.headers },
    });
  const send = async (id: string, key: string, body: object) => {
    const sent = request(`/api/v1/withdrawals/${id}/acknowledgements`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'idempotency-key': key },
    });
    const answer = await acknowledge({ request: sent, params: { id }, context: {} } as never);
    return { status: answer.status, body: (await answer.json()) as { code?: string } };
  };
  const signatureOf = (statement: string, key = pair.privateKey) =>
    sign(null, Buffer.from(statement), key).toString('base64');

  test('is made with a key by the institution’s administrator, and never with a provider’s scopes', async () => {
    const wish = { name: '核心系统', expiresOn: addDays(today, 30), publicKey };
    expect(await createClient(admin, { ...wish, scopes: ['records:write'] })).toMatchObject({
      refusal: { code: 'institution.client-scopes' },
    });
    const scopes = ['withdrawals:read', 'withdrawals:acknowledge'] as const;
    for (const bad of [
      undefined,
      'no key',
      pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ])
      expect(await createClient(admin, { ...wish, scopes, publicKey: bad })).toMatchObject({
        refusal: { code: 'institution.client-key', field: 'publicKey' },
      });
    const made = insist(await createClient(admin, { ...wish, scopes }));
    clientId = made.id;
    token = insist(await issueToken({ clientId, secret: made.secret })).token;
  });

  test('reads its tasks with the text to sign, and acknowledges step by step', async () => {
    const answer = await withdrawals({
      request: request('/api/v1/withdrawals'),
      params: {},
      context: {},
    } as never);
    const body = (await answer.json()) as {
      withdrawals: { consentId: string; of: string; next: { step: string; statement: string } }[];
    };
    expect(body.withdrawals).toMatchObject([{ of: 'person', next: { step: 'stopped' } }]);
    const [{ consentId, next } = { consentId: '', next: { step: '', statement: '' } }] = body.withdrawals;
    const stopped = { step: 'stopped', signature: signatureOf(next.statement) };
    expect(await send(consentId, 'first-key-1', { ...stopped, step: 'purged' })).toMatchObject({
      status: 422,
      body: { code: 'consent.signature-wrong' },
    });
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const forged = { step: 'stopped', signature: signatureOf(next.statement, stranger) };
    expect(await send(consentId, 'first-key-2', forged)).toMatchObject({ status: 422 });
    expect(await send(consentId, 'first-key-3', stopped)).toMatchObject({
      status: 200,
      body: { step: 'stopped' },
    });
    expect(await send(consentId, 'first-key-3', stopped)).toMatchObject({
      status: 200,
      body: { step: 'stopped' },
    });
    expect(await send(consentId, 'first-key-4', stopped)).toMatchObject({
      status: 422,
      body: { code: 'consent.step-done' },
    });
    const last = acknowledgementStatement(consentId as never, 'purged', clientId);
    const purged = { step: 'purged', signature: signatureOf(last) };
    expect(await send(consentId, 'first-key-3', purged)).toMatchObject({ status: 409 });
    expect(await send(consentId, 'second-key', purged)).toMatchObject({ status: 200 });
    expect(await tasks()).toMatchObject([{ next: null }]);
    const kept = await withActor(platform, (tx) =>
      tx.consentAcknowledgement.findMany({ where: { consentId, step: { not: 'notified' } } }),
    );
    expect(kept.map(({ signedBy }) => signedBy)).toEqual([clientId, clientId]);
    expect(kept.map(({ statement }) => statement)).toContain(last);
  });

  test('what is another’s does not exist for it', async () => {
    const id = '00000000-0000-4000-8000-000000000001';
    const signature = signatureOf(acknowledgementStatement(id as never, 'stopped', clientId));
    expect(await send(id, 'other-key-1', { step: 'stopped', signature })).toMatchObject({ status: 404 });
  });
});

test('an erasure orders the restatement of every firm that the facts spoke of', async () => {
  const gone = await signed(3, 'owner');
  insist(await erasePerson(gone.token, idNumberOf(3)));
  const erased = (await orders()).filter(({ cause }) => cause === 'erasure');
  expect(erased).toMatchObject([{ enterpriseId: parties.enterpriseId }]);
  await withActor(platform, (tx) => restatePerson(tx, platform, erased[0] as never));
  expect((await listRestatements(parties.owner)).map(({ cause }) => cause)).toContain('erasure');
  expect(await tasks()).toHaveLength(2);
});
