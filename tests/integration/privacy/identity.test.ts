import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { looker } from '#tests/factories/delivery.ts';
import { idNumberOf } from '#tests/factories/id-number.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { synthesiseUscc } from '~/domain/enterprise/uscc.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { keysIn } from '~/server/platform/vault.ts';
import { askIdentity } from '~/server/privacy/ask-identity.ts';
import { askPerson } from '~/server/privacy/ask-person.ts';
import { decideIdentity } from '~/server/privacy/decide-identity.ts';
import { erasePerson } from '~/server/privacy/erase-person.ts';
import { listIdentities } from '~/server/privacy/list-identities.ts';
import { namePerson } from '~/server/privacy/name-person.ts';
import { objectAsPerson } from '~/server/privacy/object-as-person.ts';
import { openPersonReport } from '~/server/privacy/open-person-report.ts';
import { showPersonDoor } from '~/server/privacy/show-person-door.ts';
import { exportPersonReport } from '~/server/privacy/show-person-report.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';
import { takeInPersonRecords } from '~/server/privacy/take-in-person-records.ts';
import type { PersonOrder } from '~/server/restatement/restate-person.ts';

const look = looker(freshDatabase());
const item = 'provident.person-account';
const idNumber = idNumberOf(71);
let firms: readonly [Parties, Parties];
let named: { readonly id: string; readonly token: string }[];
let first: Person;
let second: Person;

const seen = { idNumber, document: 'identity-card', reason: '本人到场，人证比对一致。' } as const;
const agreed = { decision: 'confirmed', idNumber, note: '再次比对一致。' } as const;
const link = async (wish = seen) =>
  insist(
    await decideIdentity(second, {
      ...agreed,
      id: insist(await askIdentity(first, wish)),
      idNumber: wish.idNumber,
    }),
  ) ?? '';
const report = async (token: string, number: string = idNumber) => {
  const key = insist(await openPersonReport(token, number));
  return insist(await showPersonDoor(token, key)).report;
};
const ask = (at: number) =>
  askPerson((firms[at] as Parties).bankA.officer, {
    ...{ enterpriseId: (firms[at] as Parties).enterpriseId, personId: named[at]?.id as never, item },
    question: { kind: 'any' },
  });
const chains = (action: string) =>
  withActor(system('test'), (tx) => tx.auditEntry.findMany({ where: { action }, orderBy: { at: 'asc' } }));

/** The first firm's book holds another item, which another bank had answered through the second firm. */
const heldAndAsked = async (other: string, asker: string) => {
  await look(
    `insert into person_fact select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'item', $1::text))).*
     from person_fact f where f.enterprise_id = $2`,
    [other, firms[0].enterpriseId],
  );
  await look(
    `insert into yes_no_question select (jsonb_populate_record(q, jsonb_build_object('id', gen_random_uuid(), 'item', $1::text,
       'institution_id', $3::uuid))).*
     from yes_no_question q where q.enterprise_id = $2 and q.answer is not null limit 1`,
    [other, firms[1].enterpriseId, asker],
  );
};
beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-identity-'));
  firms = [await createParties(), await createParties()];
  first = await makePerson('data-operator');
  second = await makePerson('security-admin');
  named = [];
  for (const [index, { enterpriseId, owner, bankA }] of firms.entries()) {
    const uscc = synthesiseUscc({ regionCode: '640104', serial: 7_100 + index });
    await withActor(system('test'), (tx) =>
      tx.enterprise.update({
        where: { id: enterpriseId },
        data: { uscc, name: index === 0 ? '河畔面包坊' : '河畔面包坊二店' },
      }),
    );
    const row = { uscc, idNumber, from: `202${index}-03-01`, to: '', category: '', amount: '100.00' };
    insist(await takeInPersonRecords(system('test'), item, [row]));
    const wish = { name: '顾南枝', relation: 'spouse', sharePpm: null, purpose: 'pre-loan' } as const;
    const one = insist(await namePerson(owner, { ...wish, institutionId: bankA.id }));
    insist(await signPersonConsent(one.token, { name: wish.name, idNumber, items: [item], validMonths: 6 }));
    named.push(one);
  }
});

test('two people read the document: nobody confirms alone, with another number, twice or too late', async () => {
  expect(await askIdentity(first, { ...seen, idNumber: idNumberOf(99) })).toMatchObject({
    refusal: { code: 'privacy.subject-unknown', field: 'idNumber' },
  });
  expect(await askIdentity(first, { ...seen, idNumber: '123' })).toMatchObject({
    refusal: { code: 'privacy.id-unreadable' },
  });
  const id = insist(await askIdentity(first, seen));
  const decide = (more: object, actor = second) => decideIdentity(actor, { ...agreed, id, ...more });
  expect(await decide({}, first)).toMatchObject({ refusal: { code: 'privacy.identity-own' } });
  expect(await decide({ idNumber: idNumberOf(72) })).toMatchObject({
    refusal: { code: 'privacy.identity-differs' },
  });
  expect(await decide({ idNumber: '' })).toMatchObject({ refusal: { code: 'privacy.id-unreadable' } });
  await onDay(addDays(clock.today(), 2), async () =>
    expect(await decide({})).toMatchObject({ refusal: { code: 'privacy.identity-lapsed' } }),
  );
  expect(insist(await decide({ decision: 'refused', idNumber: '' }))).toBeNull();
  expect(await decide({})).toMatchObject({ refusal: { code: 'privacy.identity-decided' } });
  const [row] = (await listIdentities(second)).rows;
  expect(row).toMatchObject({ state: 'refused', askerName: first.name, deciderName: second.name });
  expect((await chains('privacy.identity-asked')).map(({ enterpriseId }) => enterpriseId)).toEqual([null]);
  expect(await chains('privacy.identity-decided')).toHaveLength(1);
  const sql = `update identity_check set reason = 'x'`;
  await expect(withActor(second, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow();
  const stored = await withActor(system('test'), (tx) => tx.identityCheck.findMany());
  expect(JSON.stringify(stored)).not.toContain(idNumber);
});

test('the platform’s link opens every book, a firm’s link its own; the number is asked for all the same', async () => {
  const token = await link();
  expect(await openPersonReport(token, idNumberOf(72))).toMatchObject({
    refusal: { code: 'privacy.id-differs' },
  });
  insist(await ask(0));
  insist(await ask(1));
  const whole = await report(token);
  expect(whole?.records.map(({ from }) => from).sort()).toEqual(['2020-03-01', '2021-03-01']);
  expect(whole?.looked).toHaveLength(2);
  const door = insist(await showPersonDoor(token, whole?.key));
  expect(door).toMatchObject({ scope: 'whole', isErased: false, reports: { used: 1 } });
  expect(door).toMatchObject({ firms: ['河畔面包坊', '河畔面包坊二店'] });
  const file = insist(await exportPersonReport(token, whole?.key ?? ''));
  expect(JSON.parse(file.body)).toMatchObject({ scope: 'every-firm', records: [{}, {}], looked: [{}, {}] });
  for (const [index, { token: own }] of named.entries()) {
    const book = await report(own);
    expect(book?.records.map(({ from }) => from)).toEqual([`202${index}-03-01`]);
    expect(book?.looked).toHaveLength(1);
    expect(await exportPersonReport(own, whole?.key ?? '')).toMatchObject({
      refusal: { code: 'privacy.report-closed' },
    });
  }
  const firmsTold = (await chains('privacy.person-reported')).map(({ enterpriseId }) => enterpriseId);
  expect(firmsTold).toEqual([null, firms[0].enterpriseId, firms[1].enterpriseId]);
  await onDay(addDays(clock.today(), 8), async () =>
    expect(await showPersonDoor(token)).toMatchObject({ refusal: { code: 'privacy.link-not-found' } }),
  );
});

test('behind the platform’s link a record of any firm can be objected to; no bank gets an answer meanwhile', async () => {
  expect(await ask(1)).toMatchObject({ ok: true });
  const token = await link();
  const whole = await report(token);
  const held = whole?.records.find(({ from }) => from === '2021-03-01');
  const words = { report: whole?.key ?? '', record: held?.id ?? '', body: '账户已销户。' };
  insist(await objectAsPerson(token, words));
  for (const at of [0, 1])
    expect(await ask(at)).toMatchObject({ refusal: { code: 'privacy.record-disputed' } });
});

test('erasing behind a firm’s link takes that firm’s book and leaves the others readable', async () => {
  await heldAndAsked('mobility.person-vehicle', firms[1].bankB.id);
  const before = keysIn().length;
  insist(await erasePerson(named[0]?.token ?? '', idNumber));
  expect(keysIn()).toHaveLength(before - 1);
  expect(insist(await showPersonDoor(named[0]?.token ?? ''))).toMatchObject({ state: 'erased', name: null });
  expect(insist(await showPersonDoor(named[1]?.token ?? ''))).toMatchObject({
    state: 'active',
    name: '顾南枝',
  });
  expect((await report(await link()))?.records.map(({ from }) => from)).toEqual(['2021-03-01']);
  const erased = await chains('privacy.erased');
  expect(erased.map(({ enterpriseId }) => enterpriseId)).toEqual([firms[0].enterpriseId]);
});

test('a bank that was answered through another firm from the book that is gone is to be told there', async () => {
  const platform = system('test');
  const orders = await withActor(platform, (tx) =>
    tx.outbox.findMany({ where: { job: 'restatement.restate-person' } }),
  );
  const elsewhere = orders
    .map(({ payload }) => payload as unknown as PersonOrder)
    .filter(({ cause, answered }) => cause === 'erasure' && answered);
  const { enterpriseId, bankA, bankB } = firms[1];
  expect(elsewhere).toMatchObject([
    { enterpriseId, answered: { item: 'mobility.person-vehicle', askers: [bankB.id] } },
    { enterpriseId, answered: { item, askers: [bankA.id] } },
  ]);
});

test('erasing behind the platform’s link takes every book, and the link no longer knows whom it was for', async () => {
  const { owner, bankB } = firms[0];
  const wish = { name: '顾南枝', relation: 'spouse', sharePpm: null, purpose: 'pre-loan' } as const;
  const again = insist(await namePerson(owner, { ...wish, institutionId: bankB.id }));
  insist(await signPersonConsent(again.token, { name: wish.name, idNumber, items: [item], validMonths: 6 }));
  const token = await link();
  insist(await erasePerson(token, idNumber));
  expect(insist(await showPersonDoor(token))).toMatchObject({ isErased: true, firms: [], report: null });
  for (const { token: own } of [again, ...named])
    expect(insist(await showPersonDoor(own))).toMatchObject({ state: 'erased', name: null });
  expect(await openPersonReport(token, idNumber)).toMatchObject({ ok: false });
  expect(await askIdentity(first, seen)).toMatchObject({ refusal: { code: 'privacy.subject-unknown' } });
  expect(await ask(1)).toMatchObject({ refusal: { code: 'privacy.erased' } });
  expect(keysIn()).toEqual([]);
  const left = await withActor(system('test'), (tx) =>
    tx.identityCheck.count({ where: { tag: { not: null } } }),
  );
  expect(left).toBe(0);
  const orders = await withActor(system('test'), (tx) =>
    tx.outbox.findMany({ where: { job: 'restatement.restate-person' } }),
  );
  const erasures = orders.map(
    ({ payload }) => payload as { cause: string; enterpriseId: string; answered?: object },
  );
  const restated = erasures
    .filter(({ cause, answered }) => cause === 'erasure' && !answered)
    .map((each) => each.enterpriseId);
  expect(restated.sort()).toEqual(
    [firms[0].enterpriseId, firms[0].enterpriseId, firms[1].enterpriseId].sort(),
  );
});

test('with the last book, erased behind a firm’s link, the checks of the person’s identity forget them too', async () => {
  const { owner, bankB } = firms[0];
  const wish = { name: '顾南枝', relation: 'spouse', sharePpm: null, purpose: 'pre-loan' } as const;
  const again = insist(await namePerson(owner, { ...wish, institutionId: bankB.id }));
  insist(await signPersonConsent(again.token, { name: wish.name, idNumber, items: [item], validMonths: 6 }));
  await link();
  const known = () =>
    withActor(system('test'), (tx) => tx.identityCheck.count({ where: { tag: { not: null } } }));
  expect(await known()).toBeGreaterThan(0);
  insist(await erasePerson(again.token, idNumber));
  expect(await known()).toBe(0);
});
