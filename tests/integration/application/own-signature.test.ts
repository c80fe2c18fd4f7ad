import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, createApplicants, submitOne } from '#tests/factories/applying.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { bankMessageText } from '~/domain/application/bank-message.ts';
import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { fen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { action as decide } from '~/routes/api/application-decision.ts';
import { action as pickUp } from '~/routes/api/application-pick-up.ts';
import { action as propose } from '~/routes/api/application-proposal.ts';
import { action as takeToken } from '~/routes/api/token.ts';
import { checkMessages } from '~/server/application/check-messages.ts';
import { fileMessages } from '~/server/application/file-messages.ts';
import { showApplication } from '~/server/application/show-application.ts';
import { clock } from '~/server/clock.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { listClients } from '~/server/institution/list-clients.ts';
import { revokeClient } from '~/server/institution/revoke-client.ts';

const look = looker(freshDatabase());
const pair = () => generateKeyPairSync('ed25519');
const pem = (keys: ReturnType<typeof pair>) =>
  keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const keys = { officer: pair(), checker: pair() };

type Client = { readonly id: string; readonly token: string };
let parties: Awaited<ReturnType<typeof createApplicants>>;
let admin: Awaited<ReturnType<typeof makePerson>>;
let application = '';
let asked = fen(0n);
let officer: Client;
let checker: Client;

async function clientOf(scopes: readonly ApiScope[], publicKey: string): Promise<Client> {
  const wish = { name: '信贷系统', scopes, expiresOn: addDays(clock.today(), 30), publicKey };
  const { id, secret } = insist(await createClient(admin, wish));
  const fields = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const request = new Request('http://127.0.0.1/api/v1/token', {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const answer = await takeToken({ request, params: {}, context: {} } as never);
  return { id, token: String(((await answer.json()) as { access_token: string }).access_token) };
}

beforeAll(async () => {
  parties = await createApplicants();
  application = await submitOne({ ...parties, needId: await addNeed(parties) });
  admin = await makePerson('institution-admin', { institutionId: parties.bankA.id });
  officer = await clientOf(['applications:handle'], pem(keys.officer));
  checker = await clientOf(['applications:decide'], pem(keys.checker));
  const [row] = await look('select amount_fen::text as amount from application');
  asked = fen(BigInt((row as { amount: string }).amount));
});

type Step = {
  readonly by: Client;
  readonly key: string;
  readonly state: 'in-review' | 'proposed' | 'declined';
  readonly body?: object;
  readonly day?: Day;
  /** Signs something else than what is sent, or by another key. */
  readonly signs?: {
    readonly state?: 'declined';
    readonly key?: string;
    readonly with?: ReturnType<typeof pair>;
  };
  readonly unsigned?: true;
};

async function take(route: (args: never) => Promise<Response>, step: Step) {
  const { by, key, state, body, day = clock.today(), signs = {} } = step;
  const text = body ? JSON.stringify(body) : undefined;
  const message = bankMessageText({
    applicationId: application,
    clientId: by.id,
    ...{ state: signs.state ?? state, amount: asked, day, key: signs.key ?? key },
    bodyHash: text ? sha256(text) : '',
  });
  const own = signs.with ?? (by === officer ? keys.officer : keys.checker);
  const signature = sign(null, Buffer.from(message), own.privateKey).toString('base64');
  const request = new Request('http://127.0.0.1/api/v1/applications/x', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${by.token}`,
      'idempotency-key': key,
      ...(step.unsigned ? {} : { 'bank-day': day, 'bank-signature': signature }),
    },
    ...(text && { body: text }),
  });
  const answer = await route({ request, params: { id: application }, context: {} } as never);
  return { status: answer.status, body: (await answer.json()) as { code?: string; state?: string } };
}

const refused = (code: string) => ({ status: 422, body: { code: `application.${code}` } });

test('a key that is none is refused, and the page names the key of each client', async () => {
  const wish = {
    name: '系统',
    scopes: ['applications:handle'] as ApiScope[],
    expiresOn: addDays(clock.today(), 9),
  };
  expect(await createClient(admin, { ...wish, publicKey: 'no key' })).toMatchObject({
    refusal: { code: 'institution.client-key' },
  });
  const { clients } = await listClients(admin);
  expect(clients.map(({ key }) => key)).toEqual([
    expect.stringMatching(/^[0-9a-f]{16}$/),
    expect.any(String),
  ]);
});

test('a missing, late, wrong or borrowed signature takes no step and writes nothing', async () => {
  const step = { by: officer, key: 'pick-0001', state: 'in-review' } as const;
  const before = await look(
    'select (select count(*) from application_event) as e, (select count(*) from audit_entry) as a',
  );
  expect(await take(pickUp, { ...step, unsigned: true })).toMatchObject(refused('message-missing'));
  expect(await take(pickUp, { ...step, day: addDays(clock.today(), -2) })).toMatchObject(
    refused('message-stale'),
  );
  expect(await take(pickUp, { ...step, signs: { state: 'declined' } })).toMatchObject(
    refused('message-wrong'),
  );
  expect(await take(pickUp, { ...step, signs: { with: keys.checker } })).toMatchObject(
    refused('message-wrong'),
  );
  expect(await take(pickUp, { ...step, signs: { key: 'pick-0000' } })).toMatchObject(
    refused('message-wrong'),
  );
  expect(
    await look(
      'select (select count(*) from application_event) as e, (select count(*) from audit_entry) as a',
    ),
  ).toEqual(before);
  expect(await look('select state from application')).toEqual([{ state: 'submitted' }]);
});

test('a signed step is taken once; its firm sees the bank’s own key under it', async () => {
  const step = { by: officer, key: 'pick-0001', state: 'in-review' } as const;
  const done = await take(pickUp, step);
  expect(done).toMatchObject({ status: 200, body: { state: 'in-review' } });
  expect(await take(pickUp, step)).toEqual(done);
  const no = { outcome: 'decline', reasons: ['short-history'] };
  expect(await take(propose, { by: officer, key: 'prop-0001', state: 'proposed', body: no })).toMatchObject({
    status: 200,
  });
  const yes = { by: checker, key: 'deci-0001', state: 'declined', body: { answer: 'confirm' } } as const;
  expect(await take(decide, yes)).toMatchObject({ status: 200, body: { state: 'declined' } });
  const { events } = insist(await showApplication(parties.owner, application));
  expect(events.map(({ toState, signed, bankKey }) => [toState, signed, bankKey !== null])).toEqual([
    ['submitted', null, false],
    ['in-review', true, true],
    ['proposed', true, true],
    ['declined', true, true],
  ]);
  expect(new Set(events.map(({ bankKey }) => bankKey)).size).toBe(3);
  await expect(look(`update bank_message set text = 'x' returning 1`)).rejects.toThrow(/append-only/);
});

test('anybody verifies a message with openssl, also after its key was revoked', async () => {
  insist(await revokeClient(admin, checker.id));
  expect(
    (await take(decide, { by: checker, key: 'deci-0002', state: 'declined', body: { answer: 'confirm' } }))
      .status,
  ).toBe(401);
  const file = insist(await fileMessages(parties.owner, application));
  expect(insist(await fileMessages(parties.bankA.officer, application))).toEqual(file);
  expect(await fileMessages(parties.bankB.officer, application)).toMatchObject({
    refusal: { code: 'application.not-found' },
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-messages-'));
  const at = (name: string) => path.join(folder, name);
  for (const { text, signature, publicKey } of file.messages) {
    writeFileSync(at('m.txt'), text);
    writeFileSync(at('m.sig'), Buffer.from(signature, 'base64'));
    writeFileSync(at('m.pem'), publicKey);
    const words = [
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      at('m.pem'),
      '-rawin',
      '-in',
      at('m.txt'),
      '-sigfile',
      at('m.sig'),
    ];
    expect(execFileSync('openssl', words, { encoding: 'utf8' })).toContain('Verified Successfully');
  }
  const checked = insist(checkMessages(JSON.stringify(file), pem(keys.checker)));
  expect(checked.messages.map(({ by, state, isGood, isTrusted }) => [by, state, isGood, isTrusted])).toEqual([
    ['bank', 'in-review', true, false],
    ['platform', 'in-review', true, null],
    ['bank', 'proposed', true, false],
    ['platform', 'proposed', true, null],
    ['bank', 'declined', true, true],
    ['platform', 'declined', true, null],
  ]);
});

test('a file in which anything was changed is found out', async () => {
  const file = insist(await fileMessages(parties.owner, application));
  const bad = (change: (text: string) => string) => {
    const read = checkMessages(change(JSON.stringify(file)));
    return read.ok ? read.value.messages.some(({ isGood }) => !isGood) : read.refusal.code;
  };
  expect(bad((text) => text)).toBe(false);
  expect(bad((text) => text.replace('"state":"declined"', '"state":"approved"'))).toBe(true);
  expect(bad((text) => text.replace(String(asked), '1'))).toBe(true);
  expect(bad((text) => text.replace(/"key":"[0-9a-f]{16}"/, '"key":"0000000000000000"'))).toBe(true);
  expect(bad((text) => text.replaceAll(application, parties.needId))).toBe(true);
  expect(bad(() => '{}')).toBe('application.messages-unreadable');
});
