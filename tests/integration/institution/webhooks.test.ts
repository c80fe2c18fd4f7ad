import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submitOne } from '#tests/factories/applying.ts';
import { looker } from '#tests/factories/delivery.ts';
import { idNumberOf } from '#tests/factories/id-number.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { retryPauses } from '~/domain/institution/webhook.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { createWebhook } from '~/server/institution/create-webhook.ts';
import { deliverWebhook } from '~/server/institution/deliver-webhook.ts';
import { resendWebhook } from '~/server/institution/resend-webhook.ts';
import { setWebhookStanding } from '~/server/institution/set-webhook-standing.ts';
import { listWebhooks, showWebhook } from '~/server/institution/show-webhooks.ts';
import { spreadWebhook } from '~/server/institution/spread-webhook.ts';
import { askPerson } from '~/server/privacy/ask-person.ts';
import { namePerson } from '~/server/privacy/name-person.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';
import { withdrawPersonConsent } from '~/server/privacy/withdraw-person-consent.ts';
import { listNotices } from '~/server/restatement/list-notices.ts';
import { restatePerson } from '~/server/restatement/restate-person.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
type Heard = { readonly headers: http.IncomingHttpHeaders; readonly body: string };

let heard: Heard[] = [];
let answers: number[] = [];
let peer: http.Server;
let admin: Person;
let other: Person;
let parties: Awaited<ReturnType<typeof createApplicants>>;
let hook: { readonly id: string; readonly secret: string };
let application: string;

const addressOf = (path: string) => `http://127.0.0.1:${(peer.address() as AddressInfo).port}${path}`;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-webhooks-'));
  process.env.XINQIAO_WEBHOOK_NETWORKS = '127.0.0.1/32';
  peer = http.createServer((request, answer) => {
    let body = '';
    request.on('data', (part) => {
      body += String(part);
    });
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      answer.writeHead(answers.shift() ?? 200).end('ignored');
    });
  });
  await new Promise<void>((done) => {
    peer.listen(0, '127.0.0.1', done);
  });
  parties = await createApplicants();
  admin = await makePerson('institution-admin', { institutionId: parties.bankA.id });
  other = await makePerson('institution-admin', { institutionId: parties.bankB.id });
  hook = insist(await createWebhook(admin, { url: addressOf('/hook'), types: [] }));
  application = await submitOne(parties);
});
afterAll(() => {
  process.env.XINQIAO_WEBHOOK_NETWORKS = '';
  peer.close();
});
beforeEach(() => {
  heard = [];
  answers = [];
});

const platform = system('test.worker');
let carried = 0n;
type Order = { id: bigint; job: string; payload: Record<string, string>; wait: number };

/** Does what is in the outbox, whatever pause it asks for, as a worker would; returns the pauses in seconds. */
async function work(rounds = 1): Promise<number[]> {
  const pauses: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const orders = (await look(
      `select id, job, payload, coalesce(extract(epoch from not_before - created_at), 0)::float as wait
       from outbox where id > ${carried} and (job like '%webhook' or job = 'restatement.restate-person') order by id`,
    )) as Order[];
    for (const { id, job, payload, wait } of orders) {
      carried = BigInt(id);
      if (job === 'restatement.restate-person')
        await withActor(platform, (tx) => restatePerson(tx, platform, payload as never));
      else if (job === 'institution.spread-webhook')
        await withActor(platform, (tx) => spreadWebhook(tx, platform, payload as never));
      else {
        pauses.push(wait);
        await deliverWebhook(platform, payload.messageId ?? '', (write) => withActor(platform, write));
      }
    }
  }
  return pauses;
}

const log = async () => insist(await showWebhook(admin, hook.id, null, 1));

test('a step is told once, signed as Standard Webhooks says, and holds no more than a number', async () => {
  await work(2);
  expect(heard).toHaveLength(1);
  const [message] = heard;
  const { headers, body } = message as Heard;
  expect(JSON.parse(body)).toMatchObject({ type: 'application.submitted', data: { id: application } });
  expect(Object.keys(JSON.parse(body).data)).toEqual(['id']);
  const key = Buffer.from(hook.secret.slice('whsec_'.length), 'base64');
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = createHmac('sha256', key).update(text).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${expected}`);
  expect(JSON.stringify(await look('select * from webhook_endpoint'))).not.toContain(hook.secret);
  expect((await log()).messages).toMatchObject([
    { state: 'delivered', attempts: [{ status: 200, outcome: 'delivered' }] },
  ]);
});

test('a receiver that fails hears the same message again after growing pauses', async () => {
  insist(await pickUpApplication(parties.bankA.officer, application as never));
  answers = [500, 302];
  const pauses = await work(4);
  expect(heard).toHaveLength(3);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(pauses[0]).toBe(0);
  for (const [i, seconds] of retryPauses.slice(0, 2).entries()) {
    expect(pauses[i + 1]).toBeGreaterThan(seconds - 2);
    expect(pauses[i + 1]).toBeLessThanOrEqual(seconds + 1);
  }
  const [last] = (await log()).messages;
  expect(last?.attempts.map(({ status }) => status)).toEqual([500, 302, 200]);
});

test('after the last pause, or a 410, the endpoint is off, the bank is told, and nothing more is sent', async () => {
  const message = (await log()).messages[0]?.id ?? '';
  insist(await resendWebhook(admin, hook.id, message));
  answers = Array(retryPauses.length + 1).fill(503);
  await work(retryPauses.length + 3);
  expect(heard).toHaveLength(retryPauses.length + 1);
  expect(await log()).toMatchObject({ standing: 'disabled', disabledFor: 'exhausted' });
  expect(await look(`select kind from notification where kind like '%webhook%'`)).toHaveLength(1);
  expect(await resendWebhook(admin, hook.id, message)).toMatchObject({
    refusal: { code: 'institution.webhook-off' },
  });
  insist(await setWebhookStanding(admin, hook.id, 'enable'));
  insist(await resendWebhook(admin, hook.id, message));
  answers = [410];
  await work(2);
  expect(await log()).toMatchObject({ standing: 'disabled', disabledFor: 'gone' });
});

test('another bank sees and touches nothing of it', async () => {
  const missing = { refusal: { code: 'institution.webhook-not-found' } };
  const message = (await log()).messages[0]?.id ?? '';
  expect(await listWebhooks(other)).toEqual([]);
  expect(await showWebhook(other, hook.id, null, 1)).toMatchObject(missing);
  expect(await setWebhookStanding(other, hook.id, 'enable')).toMatchObject(missing);
  expect(await resendWebhook(other, hook.id, message)).toMatchObject(missing);
});

test('a person withdraws: told to the bank, and again once what it saw and what it has open is restated', async () => {
  insist(await setWebhookStanding(admin, hook.id, 'enable'));
  const elsewhere = insist(await createWebhook(other, { url: addressOf('/other'), types: [] }));
  const { owner, bankA, enterpriseId } = parties;
  const wish = { name: '顾南枝', relation: 'spouse', sharePpm: null, purpose: 'pre-loan' } as const;
  const named = insist(await namePerson(owner, { ...wish, institutionId: bankA.id }));
  const [item, idNumber] = ['provident.person-account', idNumberOf(61)] as const;
  const signed = { name: wish.name, idNumber, items: [item], validMonths: 6 };
  const consent = insist(await signPersonConsent(named.token, signed));
  const question = { kind: 'any' } as const;
  insist(await askPerson(bankA.officer, { enterpriseId, personId: named.id, item, question }));
  insist(await withdrawPersonConsent(named.token, idNumber));
  await work(3);

  const told = heard.map(({ body }) => JSON.parse(body) as { type: string; data: { id: string } });
  expect(told.map(({ type }) => type).sort()).toEqual([
    'consent.person-withdrawn',
    'restatement.open-application',
    'restatement.viewer',
  ]);
  const idOf = (wanted: string) => told.find(({ type }) => type === wanted)?.data.id;
  expect(idOf('consent.person-withdrawn')).toBe(consent);
  const { notices } = await listNotices(bankA.officer, 0);
  for (const kind of ['viewer', 'open-application'] as const)
    expect(idOf(`restatement.${kind}`)).toBe(notices.find((notice) => notice.kind === kind)?.id);
  const delivered = (await log()).messages.slice(0, 3);
  expect(delivered.map(({ type, state }) => [type, state]).sort()).toEqual(
    told.map(({ type }) => [type, 'delivered']).sort(),
  );
  expect(delivered.every(({ attempts }) => attempts[0]?.status === 200)).toBe(true);
  expect(insist(await showWebhook(other, elsewhere.id, null, 1)).messages).toEqual([]);
  insist(await setWebhookStanding(other, elsewhere.id, 'remove'));
});

test('a withdrawn consent is told to the recipient alone, by its number, and stands in the log', async () => {
  insist(await setWebhookStanding(admin, hook.id, 'enable'));
  const [consent] = (await look(
    `select id from consent where institution_id = '${parties.bankA.id}' and revoked_at is null limit 1`,
  )) as { id: string }[];
  const id = consent?.id ?? '';
  insist(await withdrawConsent(parties.owner, id as never));
  await work(2);
  const told = heard.map(({ body }) => JSON.parse(body)).filter(({ type }) => type === 'consent.withdrawn');
  expect(told).toMatchObject([{ data: { id } }]);
  expect((await log()).messages).toContainEqual(
    expect.objectContaining({ type: 'consent.withdrawn', state: 'delivered' }),
  );
  insist(await setWebhookStanding(admin, hook.id, 'disable'));
});

test('an address inside is refused when typed, and when a connection is opened', async () => {
  const typed = { url: 'https://10.0.0.8/hook', types: [] };
  expect(await createWebhook(admin, typed)).toMatchObject({
    refusal: { code: 'institution.webhook-address', field: 'url' },
  });
  insist(await setWebhookStanding(admin, hook.id, 'enable'));
  insist(await resendWebhook(admin, hook.id, (await log()).messages[0]?.id ?? ''));
  process.env.XINQIAO_WEBHOOK_NETWORKS = '';
  await work(1);
  process.env.XINQIAO_WEBHOOK_NETWORKS = '127.0.0.1/32';
  expect(heard).toEqual([]);
  expect((await log()).messages[0]?.attempts.at(-1)).toMatchObject({ outcome: 'forbidden-address' });
});

test('a removed endpoint takes its secret along', async () => {
  insist(await setWebhookStanding(admin, hook.id, 'remove'));
  expect(await listWebhooks(admin)).toEqual([]);
  await work(1);
  expect(heard).toEqual([]);
});
