import { execFileSync } from 'node:child_process';
import { sign } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { confirmationOf } from '#prisma/seed/scenarios/confirmation.ts';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, createApplicants, submitOne } from '#tests/factories/applying.ts';
import { approvalOfSum, type Client, pair, pem, tokenOf } from '#tests/factories/bank-system.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { bankMessageText } from '~/domain/application/bank-message.ts';
import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { action as decide } from '~/routes/api/application-decision.ts';
import { action as pickUp } from '~/routes/api/application-pick-up.ts';
import { action as propose } from '~/routes/api/application-proposal.ts';
import { checkMessages } from '~/server/application/check-messages.ts';
import { fileMessages } from '~/server/application/file-messages.ts';
import { showApplication } from '~/server/application/show-application.ts';
import { isMessageKnown } from '~/server/application/store-message.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { sameWriting } from '~/server/institution/client-key.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { listClients } from '~/server/institution/list-clients.ts';
import { revokeClient } from '~/server/institution/revoke-client.ts';

const look = looker(freshDatabase());
const keys = { officer: pair(), checker: pair() };

let parties: Awaited<ReturnType<typeof createApplicants>>;
let admin: Awaited<ReturnType<typeof makePerson>>;
let application = '';
let asked = fen(0n);
let officer: Client;
let checker: Client;

async function clientOf(scopes: readonly ApiScope[], publicKey: string): Promise<Client> {
  const wish = { name: '信贷系统', scopes, expiresOn: addDays(clock.today(), 30), publicKey };
  const { id, secret } = insist(await createClient(admin, wish));
  return { id, secret, token: await tokenOf(id, secret) };
}

/** The officer's system with a token of today. */
const renewed = async (): Promise<Client> => ({
  ...officer,
  token: await tokenOf(officer.id, officer.secret),
});

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
  readonly state: 'in-review' | 'proposed' | 'approved' | 'declined';
  readonly body?: object;
  readonly day?: Day;
  /** Fen of the proposal; else what the firm asked for. */
  readonly amount?: Fen;
  /** Signs something else than what is sent, or by another key. */
  readonly signs?: {
    readonly state?: 'declined';
    readonly key?: string;
    readonly with?: ReturnType<typeof pair>;
  };
  readonly unsigned?: true;
};

async function take(route: (args: never) => Promise<Response>, step: Step) {
  const { by, key, state, body, day = clock.today(), amount = asked, signs = {} } = step;
  const text = body ? JSON.stringify(body) : undefined;
  const message = bankMessageText({
    applicationId: application,
    clientId: by.id,
    ...{ state: signs.state ?? state, amount, day, key: signs.key ?? key },
    bodyHash: text ? sha256(text) : '',
  });
  const own = signs.with ?? (by.id === officer.id ? keys.officer : keys.checker);
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

const ownOf = async (side: Parameters<typeof fileMessages>[0]) =>
  insist(await fileMessages(side, application))
    .messages.filter(({ by, step }) => by === 'bank' && step === 'proposed')
    .map(({ text }) => text.split('\n')[4]);
const rowsFor = (side: Parameters<typeof fileMessages>[0]) =>
  withActor(side, (tx) => tx.bankMessage.count({ where: { applicationId: application } }));
const confirmed = () => confirmationOf(parties.bankA.officer, application as ApplicationId);
const lower = fen(300_000_00n);

test('what the bank signs of a proposal reaches its firm with the decision, and never when it was sent back', async () => {
  const pick = { by: officer, key: 'pick-0001', state: 'in-review' } as const;
  const done = await take(pickUp, pick);
  expect(done).toMatchObject({ status: 200, body: { state: 'in-review' } });
  expect(await take(pickUp, pick)).toEqual(done);
  const terms = approvalOfSum(lower);
  const step = { by: officer, key: 'prop-0000', state: 'proposed', body: terms, amount: lower } as const;
  expect(await take(propose, step)).toMatchObject({ status: 200 });
  const { owner, bankA } = parties;
  expect([await ownOf(owner), await rowsFor(owner)]).toEqual([[], 1]);
  expect([await ownOf(bankA.officer), await rowsFor(bankA.officer)]).toEqual([[String(lower)], 2]);
  const filed = JSON.stringify(insist(await fileMessages(owner, application)));
  expect(filed).not.toContain(String(lower));
  const { events } = insist(await showApplication(owner, application));
  expect(events.at(-1)).toMatchObject({ toState: 'proposed', signed: true, bankKey: null });
  const back = { answer: 'send-back' };
  expect(
    await take(decide, {
      ...{ by: checker, key: 'deci-0000', state: 'in-review', body: back },
    }),
  ).toMatchObject({ status: 200 });
  expect([await ownOf(owner), await rowsFor(owner)]).toEqual([[], 2]);
});

test('a signed step is taken once; its firm sees the bank’s own key under it', async () => {
  const no = { outcome: 'decline', reasons: ['short-history'] };
  expect(await take(propose, { by: officer, key: 'prop-0001', state: 'proposed', body: no })).toMatchObject({
    status: 200,
  });
  const yes = { by: checker, key: 'deci-0001', state: 'declined', body: await confirmed() } as const;
  expect(await take(decide, yes)).toMatchObject({ status: 200, body: { state: 'declined' } });
  const { events } = insist(await showApplication(parties.owner, application));
  expect(events.map(({ toState, signed, bankKey }) => [toState, signed, bankKey !== null])).toEqual([
    ['submitted', null, false],
    ['in-review', true, true],
    ['proposed', true, false],
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
    (await take(decide, { by: checker, key: 'deci-0002', state: 'declined', body: await confirmed() }))
      .status,
  ).toBe(401);
  const file = insist(await fileMessages(parties.owner, application));
  const whole = insist(await fileMessages(parties.bankA.officer, application));
  expect(whole.messages.filter(({ text }) => !text.includes('\nprop-0000\n'))).toEqual(file.messages);
  expect(whole.messages).toHaveLength(file.messages.length + 1);
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
  const checked = insist(checkMessages(JSON.stringify(file), { bank: pem(keys.checker) }));
  expect(checked.messages.map(({ by, state, isGood, isTrusted }) => [by, state, isGood, isTrusted])).toEqual([
    ['bank', 'in-review', true, false],
    ['platform', 'in-review', true, null],
    ['platform', 'proposed', true, null],
    ['bank', 'in-review', true, true],
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

test('a proposal of less than was asked for stands in the file once it is an offer', async () => {
  application = await submitOne({ ...parties, needId: await addNeed(parties) });
  const { owner } = parties;
  const second = await clientOf(['applications:decide'], pem(keys.checker));
  await take(pickUp, { by: officer, key: 'pick-0002', state: 'in-review' });
  const sum = { amount: lower, body: approvalOfSum(lower) };
  await take(propose, { by: officer, key: 'prop-0002', state: 'proposed', ...sum });
  expect(await ownOf(owner)).toEqual([]);
  const yes = { by: second, key: 'deci-0003', state: 'approved', body: await confirmed() } as const;
  expect(await take(decide, { ...yes, amount: lower })).toMatchObject({ status: 200 });
  expect(await ownOf(owner)).toEqual([String(lower)]);
});

test('a step is answered again after its day is over, and a signature written in another way is the same', async () => {
  insist(await withdrawApplication(parties.owner, application as ApplicationId));
  application = await submitOne({ ...parties, needId: await addNeed(parties) });
  const step = { by: officer, key: 'pick-0003', state: 'in-review', day: clock.today() } as const;
  const done = await take(pickUp, step);
  const later = await onDay(addDays(clock.today(), 3), async () => ({
    again: await take(pickUp, { ...step, by: await renewed() }),
    late: await take(pickUp, { ...step, by: await renewed(), key: 'pick-0004' }),
  }));
  expect(later.again).toEqual(done);
  expect(later.late).toMatchObject(refused('message-stale'));
  const [row] = await look(`select signature from bank_message where application_id = '${application}'`);
  const { signature } = row as { signature: string };
  const loose = signature.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  expect(sameWriting(` ${loose}`)).toBe(signature);
  const known = (text: string) =>
    withActor(parties.bankA.officer, (tx) => isMessageKnown(tx, parties.enterpriseId, text));
  expect(await known(sameWriting(loose))).toBe(true);
});
