import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { idNumberOf } from '#tests/factories/id-number.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { command as listRights } from '~/cli/commands/rights.ts';
import { synthesiseUscc } from '~/domain/enterprise/uscc.ts';
import { addDays, addMonths } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerAsPlatform } from '~/server/privacy/answer-as-platform.ts';
import { askPerson } from '~/server/privacy/ask-person.ts';
import { erasePerson } from '~/server/privacy/erase-person.ts';
import { listPersonObjections } from '~/server/privacy/list-person-objections.ts';
import { listWaitingObjections } from '~/server/privacy/list-waiting-objections.ts';
import { namePerson, type PersonWish } from '~/server/privacy/name-person.ts';
import { objectAsPerson } from '~/server/privacy/object-as-person.ts';
import { openPersonReport } from '~/server/privacy/open-person-report.ts';
import { refuseRequest } from '~/server/privacy/refuse-request.ts';
import { showPersonDoor } from '~/server/privacy/show-person-door.ts';
import { exportPersonReport } from '~/server/privacy/show-person-report.ts';
import { showPersons } from '~/server/privacy/show-persons.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';
import { takeInPersonRecords } from '~/server/privacy/take-in-person-records.ts';

freshDatabase({ template: referenceTemplate });
const item = 'provident.person-account';
const idNumber = idNumberOf(7);
let parties: Parties;
let desk: Person;
let token = '';
let personId = '';

const wish = (): PersonWish => ({
  ...{ name: '顾南枝', relation: 'spouse' as const, sharePpm: null },
  ...{ purpose: 'pre-loan' as const, institutionId: parties.bankA.id },
});
const ask = () =>
  askPerson(parties.bankA.officer, {
    ...{ enterpriseId: parties.enterpriseId, personId: personId as never, item },
    question: { kind: 'any' },
  });
const overdue = async () => {
  const answer = await listRights.run({ options: { overdue: true }, argument: '', locale: 'en' } as never);
  return (answer as { json: { cases: { case: string }[] } }).json.cases;
};
const report = async () => insist(await openPersonReport(token, idNumber));
const opened = async (key: string) => insist(await showPersonDoor(token, key)).report;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-person-rights-'));
  parties = await createParties();
  desk = await makePerson('data-operator');
  const uscc = synthesiseUscc({ regionCode: '640104', serial: 7_001 });
  await withActor(system('test'), (tx) =>
    tx.enterprise.update({ where: { id: parties.enterpriseId }, data: { uscc } }),
  );
  const row = { uscc, idNumber, from: '2021-03-01', to: '', category: '', amount: '86400.00' };
  insist(await takeInPersonRecords(system('test'), item, [row]));
});

describe('a refusal', () => {
  test('keeps the firm from asking the same person for the same bank and purpose, and no other', async () => {
    const named = insist(await namePerson(parties.owner, wish()));
    const until = insist(await refuseRequest(named.token));
    expect(until).toBe(addMonths(clock.today(), 6));
    expect(insist(await refuseRequest(named.token))).toBe(until);
    expect(insist(await showPersonDoor(named.token))).toMatchObject({
      state: 'refused',
      refusalHolds: until,
    });
    expect((await showPersons(parties.owner)).people).toMatchObject([
      { state: 'refused', refusalHolds: until },
    ]);
    expect(await namePerson(parties.owner, { ...wish(), name: '顾 南枝' })).toMatchObject({
      refusal: { code: 'privacy.person-refused', until },
    });
    insist(await namePerson(parties.owner, { ...wish(), purpose: 'renewal' }));
    insist(await namePerson(parties.owner, { ...wish(), institutionId: parties.bankB.id }));
    token = named.token;
    personId = named.id;
  });

  test('does not bind the person, who may still sign; what was signed is withdrawn, not refused', async () => {
    const form = { name: wish().name, idNumber, items: [item], validMonths: 6 };
    insist(await signPersonConsent(token, form));
    expect(insist(await showPersonDoor(token))).toMatchObject({ state: 'active', refusalHolds: null });
    expect(await refuseRequest(token)).toMatchObject({ refusal: { code: 'privacy.signed-already' } });
  });
});

describe('everything held about a person', () => {
  test('is shown behind the link and the number only, with who asked, and counted', async () => {
    expect(await ask()).toMatchObject({ ok: true, value: 'yes' });
    expect(await openPersonReport(token, idNumberOf(8))).toMatchObject({
      refusal: { code: 'privacy.id-differs' },
    });
    expect(insist(await showPersonDoor(token))).toMatchObject({
      report: null,
      reports: { used: 0, free: 2 },
    });
    const key = await report();
    expect(await opened(key)).toMatchObject({
      records: [{ item, from: '2021-03-01', to: null, amountFen: '8640000', standing: 'used' }],
      looked: [{ item, answer: true, userName: parties.bankA.officer.name }],
    });
    const file = insist(await exportPersonReport(token, key));
    expect(JSON.parse(file.body)).toMatchObject({ format: 'xinqiao-person-report/1', records: [{ item }] });
    expect(file.body).not.toContain(idNumber);
    const other = insist(await namePerson(parties.owner, { ...wish(), name: '别人' }));
    expect(insist(await showPersonDoor(other.token, key))).toMatchObject({
      report: null,
      isReportClosed: true,
    });
    expect(await exportPersonReport(other.token, key)).toMatchObject({
      refusal: { code: 'privacy.report-closed' },
    });
    await report();
    expect(insist(await showPersonDoor(token)).reports).toMatchObject({ used: 2, nextFreeOn: '2027-01-01' });
  });

  test('stays with the firm that asked: another one that signs with the same number sees nothing of it', async () => {
    const stranger = await createParties();
    const wished = { ...wish(), institutionId: stranger.bankA.id };
    const named = insist(await namePerson(stranger.owner, wished));
    const form = { name: wish().name, idNumber, items: [item], validMonths: 6 };
    insist(await signPersonConsent(named.token, form));
    const key = insist(await openPersonReport(named.token, idNumber));
    const seen = insist(await showPersonDoor(named.token, key)).report;
    expect(seen).toMatchObject({ records: [], looked: [] });
    const file = insist(await exportPersonReport(named.token, key));
    expect(JSON.parse(file.body)).toMatchObject({ records: [], looked: [] });
    const [held] = (await opened(await report()))?.records ?? [];
    const words = { report: key, record: held?.id ?? '', body: '不实。' };
    expect(held && (await objectAsPerson(named.token, words))).toMatchObject({
      refusal: { code: 'privacy.record-not-found' },
    });
  });

  test('can be objected to: nothing is answered meanwhile, and an upheld objection ends the use of the record', async () => {
    const key = await report();
    const [held] = (await opened(key))?.records ?? [];
    const words = { report: key, record: held?.id ?? '', body: '账户已销户，金额不实。' };
    const nobody = '00000000-0000-4000-8000-000000000001';
    expect(await objectAsPerson(token, { ...words, record: nobody })).toMatchObject({
      refusal: { code: 'privacy.record-not-found' },
    });
    expect(await objectAsPerson(token, { ...words, report: nobody })).toMatchObject({
      refusal: { code: 'privacy.report-closed' },
    });
    insist(await objectAsPerson(token, words));
    expect(await objectAsPerson(token, words)).toMatchObject({
      refusal: { code: 'privacy.record-objected' },
    });
    expect(await ask()).toMatchObject({ refusal: { code: 'privacy.record-disputed' } });

    await expect(overdue()).resolves.toEqual([]);
    const dueOn = addDays(clock.today(), 20);
    await onDay(addDays(dueOn, 1), async () => {
      expect(await overdue()).toMatchObject([{ case: 'person-objection', dueOn, state: 'waiting' }]);
      expect(await listWaitingObjections(desk)).toMatchObject([{ dueOn, isOverdue: true }]);
      expect(JSON.stringify(await overdue())).not.toMatch(`${wish().name}|${words.body}|${idNumber}`);
    });
    const [waiting] = await listPersonObjections(desk);
    expect(waiting).toMatchObject({ words: words.body, verdict: null, record: { amountFen: '8640000' } });
    const refused = {
      id: waiting?.id ?? '',
      verdict: 'refused',
      answer: '公积金中心答复：账户未销户。',
    } as const;
    insist(await answerAsPlatform(desk, refused));
    expect(await answerAsPlatform(desk, refused)).toMatchObject({
      refusal: { code: 'privacy.objection-answered' },
    });
    expect(await ask()).toMatchObject({ ok: true, value: 'yes' });

    insist(await objectAsPerson(token, words));
    const [again] = await listPersonObjections(desk);
    insist(await answerAsPlatform(desk, { ...refused, id: again?.id ?? '', verdict: 'upheld' }));
    expect(await ask()).toMatchObject({ ok: true, value: 'no' });
    expect(await opened(key)).toMatchObject({
      records: [{ standing: 'struck', objection: { verdict: 'upheld' } }],
    });
    const told = await withActor(parties.bankA.officer, (tx) =>
      tx.notification.count({ where: { kind: 'privacy.answer-void' } }),
    );
    expect(told).toBe(1);
  });

  test('goes with the key: words, answers and records are read by nobody after an erasure', async () => {
    insist(await erasePerson(token, idNumber));
    expect(await listPersonObjections(desk)).toMatchObject([
      { words: null, answer: null, record: null },
      { words: null, answer: null, record: null },
    ]);
    expect(await openPersonReport(token, idNumber)).toMatchObject({ ok: false });
  });
});

test('nothing of it is ever changed, and nobody but the platform reads it', async () => {
  const attempt = (sql: string, actor: Person = desk) => withActor(actor, (tx) => tx.$executeRawUnsafe(sql));
  for (const sql of [
    `update person_objection set verdict = 'refused'`,
    'delete from person_objection',
    'delete from person_refusal',
    'delete from person_report',
  ])
    await expect(attempt(sql)).rejects.toThrow();
  for (const actor of [parties.owner, parties.bankA.officer]) {
    const seen = await withActor(
      actor,
      (tx) => tx.$queryRaw<{ n: bigint }[]>`select count(*) as n from person_objection`,
    );
    expect(seen[0]?.n).toBe(0n);
  }
});
