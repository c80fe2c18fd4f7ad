import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { ApplicationId, ConsentId, InstitutionId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { breakerAfter } from '~/domain/record/verification.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { askProvider } from '~/server/application/ask-provider.ts';
import { showVerification } from '~/server/application/show-verification.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { clearProbing } from '~/server/privacy/clear-probing.ts';
import { listProbing } from '~/server/privacy/list-probing.ts';
import { saveEndpoint } from '~/server/record/save-endpoint.ts';
import { showEndpoint } from '~/server/record/show-endpoint.ts';
import { tryEndpoint } from '~/server/record/try-endpoint.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const item = 'medical.employer-profile';
const any = { item, question: { kind: 'any' } } as const;
const atLeast = (yuan: bigint) =>
  ({ item, question: { kind: 'at-least', amount: fen(yuan * 100n) } }) as const;

/** A department's own system: real HTTP, answering or failing as the test says. */
type Answering = (
  request: { body: Record<string, unknown>; headers: IncomingMessage['headers'] },
  response: ServerResponse,
) => void;
const seen: { body: Record<string, unknown>; headers: IncomingMessage['headers'] }[] = [];
const says =
  (answer: string, status = 200): Answering =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ answer }));
  };
let answering: Answering = says('yes');
let peer: Server;
let url: string;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  peer = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = { body: JSON.parse(Buffer.concat(chunks).toString()), headers: request.headers };
      seen.push(call);
      answering(call, response);
    });
  });
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(peer.address() as AddressInfo).port}/ask`;
});
afterAll(() => {
  peer.closeAllConnections();
  peer.close();
});

let parties: Awaited<ReturnType<typeof createApplicants>>;
let id: ApplicationId;
let liaison: Person;

beforeEach(async () => {
  parties = await createApplicants();
  const [row] = await look<{ provider_id: InstitutionId; mode: string }>(
    'select provider_id, mode from catalogue_item where code = $1',
    [item],
  );
  expect(row?.mode).toBe('verify');
  liaison = await makePerson('liaison', { institutionId: row?.provider_id as InstitutionId });
  const only = [parties.bankA.product];
  const wish = submissionOf(parties, { productIds: only, consented: only });
  const consent = { ...wish.consent, items: ['tax.payment', item] };
  id = insist(await submitApplications(parties.owner, { ...wish, consent }))[0] as ApplicationId;
  insist(await saveEndpoint(liaison, { url, credential: 'sesame-9000', timeoutMs: 500 }));
  answering = says('yes');
  seen.length = 0;
});

const ask = (question: Parameters<typeof askProvider>[2] = any) =>
  askProvider(parties.bankA.officer, id, question);
const answers = () =>
  look<{ answer: string; cause: string | null; attempts: number; repeated: boolean }>(
    `select answer, cause, attempts, repeats is not null as repeated from verification_answer
     where enterprise_id = $1 order by at`,
    [parties.enterpriseId],
  );

describe('a bank asks, the department’s own system answers', () => {
  test('yes or no, with the credential, and the same question within a day from memory', async () => {
    expect(insist(await ask())).toBe('yes');
    expect(seen[0]?.headers.authorization).toBe('Bearer sesame-9000');
    expect(seen[0]?.body).toMatchObject({ item, question: 'any' });
    answering = says('no');
    expect(insist(await ask())).toBe('yes');
    expect(seen.length).toBe(1);
    expect(insist(await ask(atLeast(500n)))).toBe('no');
    expect(seen[1]?.body).toMatchObject({ question: 'at-least', amountFen: '50000' });
    expect((await answers()).map(({ answer, repeated }) => [answer, repeated])).toEqual([
      ...[
        ['yes', false],
        ['yes', true],
        ['no', false],
      ],
    ]);
    const page = insist(await showVerification(parties.bankA.officer, id));
    expect(page.items.filter(({ refusal }) => refusal === null)).toMatchObject([{ code: item }]);
    expect(page.asked.length).toBe(3);
    const kept = JSON.stringify(await look('select * from provider_endpoint'));
    expect(kept).not.toContain(Buffer.from('sesame-9000').toString('hex'));
    const desk = await showEndpoint(liaison);
    expect(JSON.stringify(desk)).not.toMatch(/sesame|河畔面包坊/);
    expect(desk.sums).toMatchObject({ asked: 3, answered: 2, failed: 0, repeated: 1 });
  });

  test('a band of the catalogue and never the figure, remembered for a day', async () => {
    answering = (_, response) => {
      const said = { answer: 'band', band: 2, value: 77 };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    };
    const inBand = { item, question: { kind: 'band' } } as const;
    const bands = { of: 'quantity', edges: ['10', '50', '100', '300'] };
    expect(insist(await ask(inBand))).toEqual({ band: 2, bands, unit: 'person' });
    expect(seen[0]?.body).toMatchObject({ question: 'band', ...bands });
    expect(insist(await ask(inBand))).toEqual({ band: 2, bands, unit: 'person' });
    expect(seen.length).toBe(1);
    const page = insist(await showVerification(parties.bankA.officer, id));
    expect(page.asked).toMatchObject([
      { question: 'band quantity 10 50 100 300', answer: 'band', band: 2, unit: 'person', repeated: true },
      { answer: 'band', band: 2, repeated: false },
    ]);
    expect(JSON.stringify([page.asked, await answers()])).not.toMatch(/\b77\b/);
    expect((await showEndpoint(liaison)).calls[0]).toMatchObject({ answer: 'band', band: 2, unit: 'person' });
  });

  test('a passing fault is tried again, with the same id; one that stays brings “unavailable”', async () => {
    let failures = 2;
    answering = (call, response) => (failures-- > 0 ? says('', 503) : says('no'))(call, response);
    expect(insist(await ask())).toBe('no');
    expect(new Set(seen.map(({ headers }) => headers['x-request-id'])).size).toBe(1);
    expect(await answers()).toMatchObject([{ answer: 'no', attempts: 3, cause: null }]);
    answering = () => undefined; // never answers
    expect(insist(await ask(atLeast(7n)))).toBe('unavailable');
    expect((await answers())[1]).toMatchObject({ answer: 'unavailable', attempts: 3, cause: 'timeout' });
    for (const [answer, status, cause] of [
      [says('yes', 401), 401, 'refused'],
      [says('maybe'), 200, 'unreadable'],
      [says('x'.repeat(20_000)), 200, 'unreadable'],
    ] as const) {
      answering = answer;
      expect(insist(await ask(atLeast(BigInt(status + cause.length)))), cause).toBe('unavailable');
      expect((await answers()).at(-1)).toMatchObject({ attempts: 1, cause });
    }
  });

  test('an endpoint that fails again and again rests, is tried once, and is well after one answer', async () => {
    answering = says('', 401);
    for (let i = 0; i < breakerAfter; i += 1) await tryEndpoint(liaison);
    seen.length = 0;
    expect(insist(await ask())).toBe('unavailable');
    expect(seen).toEqual([]);
    expect(await answers()).toMatchObject([{ attempts: 0, cause: 'resting' }]);
    expect((await showEndpoint(liaison)).endpoint?.state).toBe('open');
    await look(`update provider_endpoint set open_until = '2000-01-01'`);
    answering = says('no');
    expect(insist(await ask())).toBe('no');
    expect((await showEndpoint(liaison)).endpoint).toMatchObject({ state: 'closed', failures: 0 });
  });
});

describe('the consent decides', () => {
  test('nothing is asked without one, nor an item that is no question', async () => {
    expect(await askProvider(parties.bankB.officer, id, any)).toMatchObject({
      refusal: { code: 'application.not-found' },
    });
    expect(await ask({ ...any, item: 'tax.payment' })).toMatchObject({
      refusal: { code: 'record.not-verified' },
    });
    expect(await ask({ ...any, item: 'utility.power-usage' })).toMatchObject({
      refusal: { code: 'consent.items' },
    });
    expect(seen).toEqual([]);
  });

  test('one that is withdrawn while the department thinks withholds the answer, and ends what was known', async () => {
    const { consentId } = await withActor(parties.owner, (tx) =>
      tx.application.findFirstOrThrow({ where: { id } }),
    );
    let answer: () => void = () => undefined;
    answering = (call, response) => {
      answer = () => says('yes')(call, response);
    };
    const asked = ask();
    while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    insist(await withdrawConsent(parties.owner, consentId as ConsentId));
    answer();
    expect(await asked).toMatchObject({ refusal: { code: 'consent.withdrawn' } });
    expect(await answers()).toMatchObject([{ answer: 'withheld', cause: 'consent.withdrawn' }]);
    expect(await ask()).toMatchObject({ ok: false });
    expect(seen.length).toBe(1);
  });

  test('the last read that a consent permits on a day brings its answer; the next question is not asked', async () => {
    const only = [parties.bankB.product];
    const wish = submissionOf(parties, { productIds: only, consented: only });
    const consent = { ...wish.consent, items: ['tax.payment', item], readsPerDay: 1 };
    const [seldom] = insist(await submitApplications(parties.owner, { ...wish, consent }));
    const askB = (question: Parameters<typeof askProvider>[2]) =>
      askProvider(parties.bankB.officer, seldom as ApplicationId, question);
    expect(insist(await askB(any))).toBe('yes');
    expect(await answers()).toMatchObject([{ answer: 'yes', cause: null }]);
    expect(await askB(atLeast(500n))).toMatchObject({
      refusal: { code: 'consent.frequency', readsPerDay: 1 },
    });
    expect(seen.length).toBe(1);
  });

  test('amounts asked between others are stopped as a search for the figure; firm and platform are told', async () => {
    for (const yuan of [10n, 1_000n, 500n]) insist(await ask(atLeast(yuan)));
    const called = seen.length;
    expect(await ask(atLeast(250n))).toMatchObject({ refusal: { code: 'privacy.probing-narrowing' } });
    expect(seen.length).toBe(called);
    const told = await look<{ to: string }>(
      `select case when enterprise_id is null then 'platform' else 'firm' end as to from notification
       where kind = 'privacy.probing-alarm' order by 1`,
    );
    expect(told.map(({ to }) => to)).toEqual(['firm', 'platform']);
    const lines = await look(
      `select 1 from audit_entry where action = 'privacy.probing-alarm' and outcome = 'refused'`,
    );
    expect(lines).toHaveLength(1);
    const desk = await makePerson('data-operator');
    const shown = () =>
      listProbing(desk).then(({ alarms }) =>
        alarms.find((each) => each.enterpriseId === parties.enterpriseId),
      );
    expect(await shown()).toMatchObject({ times: 1, isOpen: true, cleared: null });
    const found = {
      institution: parties.bankA.id,
      firm: parties.enterpriseId,
      lastAt: (await shown())?.lastAt ?? '',
      reason: '已电话核实，系误填金额。',
    };
    insist(await clearProbing(desk, found));
    expect(await shown()).toMatchObject({ isOpen: false, cleared: { by: desk.name, reason: found.reason } });
    expect(await clearProbing(desk, found)).toMatchObject({
      refusal: { code: 'privacy.probing-cleared-already' },
    });
    expect(await clearProbing(desk, { ...found, institution: parties.bankB.id })).toMatchObject({
      refusal: { code: 'privacy.probing-not-found' },
    });
    expect(await ask(atLeast(240n))).toMatchObject({ refusal: { code: 'privacy.probing-narrowing' } });
    expect(await shown()).toMatchObject({ times: 2, isOpen: true });
    expect(await clearProbing(desk, found)).toMatchObject({ refusal: { code: 'privacy.probing-again' } });
    expect(await shown()).toMatchObject({ isOpen: true });
  });

  test('the probing guard counts every question about the firm', async () => {
    const outcomes = [];
    for (let yuan = 1n; yuan <= 8n; yuan += 1n) outcomes.push(await ask(atLeast(yuan)));
    const refused = outcomes.filter(({ ok }) => !ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ refusal: { code: 'privacy.probing-item' } });
    expect(seen.length).toBe(outcomes.length - refused.length);
  });
});

test('an address that the platform may not call is refused, and a new one needs a credential', async () => {
  const save = (more: object) => saveEndpoint(liaison, { url, credential: '', timeoutMs: 500, ...more });
  expect(await save({ url: 'http://10.0.0.5/ask', credential: 'x' })).toMatchObject({
    refusal: { code: 'record.endpoint-address' },
  });
  expect(await save({ url: 'https://verify.example.gov.cn/ask' })).toMatchObject({
    refusal: { code: 'record.endpoint-credential' },
  });
  insist(await save({ timeoutMs: 900 }));
  expect(insist(await tryEndpoint(liaison)).tookMs).toBeGreaterThanOrEqual(0);
});

test('nothing leaves for a department that is suspended, and it is asked again afterwards', async () => {
  const provider = liaison.institutionId as InstitutionId;
  const setState = (state: string) =>
    withActor(system('test'), (tx) => tx.institution.update({ where: { id: provider }, data: { state } }));
  await setState('suspended');
  expect(insist(await ask())).toBe('unavailable');
  expect(seen).toEqual([]);
  expect(await answers()).toMatchObject([{ cause: 'suspended', attempts: 0 }]);
  await setState('approved');
  expect(insist(await ask())).toBe('yes');
});
