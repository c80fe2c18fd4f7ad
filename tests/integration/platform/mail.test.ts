import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { raiseCase } from '#tests/factories/alert-cases.ts';
import { makeBranches } from '#tests/factories/branches.ts';
import { looker } from '#tests/factories/delivery.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { startMailServer } from '#tests/factories/mail-server.ts';
import { createParties } from '#tests/factories/parties.ts';
import { makeInstitution, makePerson } from '#tests/factories/people.ts';
import { type MailWish, silentWish } from '~/domain/institution/mail-wish.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { BranchId, EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { confirmMail } from '~/server/access/confirm-mail.ts';
import { setMailWish } from '~/server/access/set-mail-wish.ts';
import { showMail } from '~/server/access/show-mail.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listNotifications } from '~/server/overview/list-notifications.ts';
import { markAllRead } from '~/server/overview/mark-all-read.ts';
import { deliverMail } from '~/server/platform/deliver-mail.ts';
import { type Notice, notify } from '~/server/platform/notify.ts';
import { releaseMails } from '~/server/platform/release-mails.ts';
import { spreadMail } from '~/server/platform/spread-mail.ts';

const look = looker(freshDatabase());
const platform = system('test.worker');
let server: Awaited<ReturnType<typeof startMailServer>>;
let bank: InstitutionId;
let officer: Person;
let carried = 0n;

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = 'Xinqiao <bridge@xinqiao.example>';
  process.env.XINQIAO_SITE = 'https://xinqiao.example/';
});
afterAll(async () => {
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'XINQIAO_SITE']) delete process.env[name];
  await server.close();
});
beforeEach(async () => {
  bank = await makeInstitution();
  officer = await makePerson('officer', { institutionId: bank });
  server.received.length = 0;
  server.answers.length = 0;
});

type Order = { id: bigint; job: string; payload: Record<string, string>; wait: number };

/** Does what is ordered, whatever pause it asks for, as a worker would; returns the pauses of the sendings in seconds. */
async function work(rounds = 2): Promise<number[]> {
  const pauses: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const orders = (await look(
      `select id, job, payload, coalesce(extract(epoch from not_before - created_at), 0)::float as wait
       from outbox where id > ${carried} and job like 'platform.%mail' order by id`,
    )) as Order[];
    for (const { id, job, payload, wait } of orders) {
      carried = BigInt(id);
      if (job === 'platform.spread-mail')
        await withActor(platform, (tx) => spreadMail(tx, platform, payload.notificationId ?? ''));
      else {
        pauses.push(wait);
        await deliverMail(platform, payload.mailId ?? '', (write) => withActor(platform, write));
      }
    }
  }
  return pauses;
}

const open: MailWish = { ...silentWish, mode: 'at-once', quietFrom: 0, quietTo: 0 };

/** Asks for mail and confirms the address by the code that comes. */
async function subscribe(person: Person, wish: Partial<MailWish> = {}) {
  const address = `${person.userId}@bank.example`;
  insist(await setMailWish(person, { ...open, ...wish, address }));
  await work();
  const code = /\d{6}/.exec(server.received.at(-1)?.text ?? '')?.[0] ?? '';
  insist(await confirmMail(person, code));
  server.received.length = 0;
  return address;
}

const tell = (over: Partial<Notice> = {}) =>
  withActor(platform, (tx) =>
    notify(tx, {
      to: { institutionId: bank },
      kind: 'consent.granted',
      params: { firm: '机密企业' },
      href: '/bank',
      ...over,
    }),
  );

test('an address gets mail once its code came back, and wrong codes run out', async () => {
  insist(await setMailWish(officer, { ...open, address: 'someone@bank.example' }));
  await tell();
  await work();
  expect(server.received.map(({ subject }) => subject)).toEqual(['信桥：邮箱验证码']);
  const code = /\d{6}/.exec(server.received[0]?.text ?? '')?.[0] ?? '';
  const wrong = code === '000000' ? '000001' : '000000';
  expect(await confirmMail(officer, wrong)).toMatchObject({
    refusal: { code: 'access.mail-code-wrong', left: 4 },
  });
  for (let i = 0; i < 4; i += 1) await confirmMail(officer, wrong);
  expect(await confirmMail(officer, code)).toMatchObject({ refusal: { code: 'access.mail-code-over' } });
  expect(JSON.stringify(await look('select * from mail_setting'))).not.toContain(code);
});

test('a message is told once, without what it says, to whom it is meant', async () => {
  const address = await subscribe(officer);
  const reviewer = await makePerson('reviewer', { institutionId: bank });
  await subscribe(reviewer);
  await tell({ roles: ['officer'] });
  await work();
  expect(server.received).toHaveLength(1);
  const [letter] = server.received;
  expect(letter).toMatchObject({ to: address, subject: '信桥：您有一条新消息' });
  expect(letter?.messageId).toMatch(/^<[0-9a-f-]{36}@xinqiao\.example>$/);
  expect(letter?.text).toContain('https://xinqiao.example/inbox');
  expect(`${letter?.subject}${letter?.text}`).not.toContain('机密企业');
  const seen = async (person: Person) => (await listNotifications(person)).messages.length;
  expect([await seen(officer), await seen(reviewer)]).toEqual([1, 0]);
});

test('a branch gets no mail about what lies with another, also when somebody moves before it goes out', async () => {
  const { enterpriseId, bankA } = await createParties();
  const { east, west } = await makeBranches(bankA.id);
  const people = [bankA.officer, east.officer, west.officer];
  const addresses = [];
  for (const person of people) addresses.push(await subscribe(person));
  const loanId = await createLoan({
    enterpriseId,
    institutionId: bankA.id,
    disbursedOn: addDays(clock.today(), -20),
  });
  const { id } = await raiseCase({ enterpriseId, institutionId: bankA.id }, { loanId });
  const applicationId = await lieWith(east.id, loanId, enterpriseId, bankA.id);
  const about = [`/bank/alerts/${id}`, `/bank/loans/${loanId}`, `/bank/applications/${applicationId}`];
  const sentTo = async (rounds: number) => {
    await work(rounds);
    return [...new Set(server.received.splice(0).map(({ to }) => to))].sort();
  };
  for (const href of about) {
    await tell({ to: { institutionId: bankA.id }, kind: 'monitoring.raised', params: {}, href });
    expect(await sentTo(2), href).toEqual([addresses[0], addresses[1]].sort());
    for (const person of people) await markAllRead(person);
  }
  const branch = { branch: west.id };
  await tell({ to: { institutionId: bankA.id }, kind: 'need.posted', params: branch, href: '/bank/needs' });
  expect(await sentTo(2)).toEqual([addresses[0], addresses[2]].sort());
  for (const person of people) await markAllRead(person);
  await tell({
    to: { institutionId: bankA.id },
    kind: 'monitoring.raised',
    params: {},
    href: about[0] ?? '',
  });
  expect(await sentTo(1), 'mails are ordered').toEqual([]);
  await withActor(platform, (tx) =>
    tx.userAccount.updateMany({ where: { id: east.officer.userId }, data: { branchId: west.id } }),
  );
  expect(await sentTo(1)).toEqual([addresses[0]]);
});

/** Puts the loan with a branch, by the application that it came of. */
async function lieWith(
  branchId: BranchId,
  loanId: string,
  enterpriseId: EnterpriseId,
  institutionId: InstitutionId,
) {
  const id = randomUUID();
  const at = clock.now();
  await withActor(platform, async (tx) => {
    await tx.application.create({
      data: {
        ...{ enterpriseId, id, institutionId, branchId, productId: randomUUID(), needId: randomUUID() },
        ...{ consentId: randomUUID(), amountFen: 1_000_000n, termMonths: 12, purpose: 'working-capital' },
        ...{ collateral: [], submittedAt: at, pickupDueAt: at, decisionDueAt: at, closedAt: at },
        ...{ submittedBy: randomUUID(), state: 'disbursed', declineReasons: [] },
      },
    });
    await tx.loan.updateMany({ where: { id: loanId }, data: { applicationId: id } });
  });
  return id;
}

test('a server that puts us off gets the same letter again later; a refusal is final', async () => {
  await subscribe(officer);
  server.answers.push(451, 451);
  await tell();
  const pauses = await work(5);
  expect(pauses.map((pause) => Math.round(pause / 10) * 10)).toEqual([0, 60, 300]);
  expect(server.received).toHaveLength(1);
  server.answers.push(550);
  await tell();
  await work(5);
  expect(server.received).toHaveLength(1);
  expect((await showMail(officer))?.mails.slice(0, 2)).toMatchObject([
    { state: 'failed', outcome: 'refused', attempts: 1 },
    { state: 'sent', outcome: 'delivered', attempts: 3 },
  ]);
});

test('a crash between sending and writing it down sends the same Message-ID again, and never a third', async () => {
  await subscribe(officer);
  await tell();
  const orders = () =>
    look(`select id, payload from outbox where id > ${carried} and job = 'platform.send-mail' order by id`);
  const [spread] = (await look(
    `select payload from outbox where id > ${carried} and job = 'platform.spread-mail'`,
  )) as Order[];
  await withActor(platform, (tx) => spreadMail(tx, platform, spread?.payload.notificationId ?? ''));
  await withActor(platform, (tx) => spreadMail(tx, platform, spread?.payload.notificationId ?? ''));
  const waiting = (await orders()) as Order[];
  expect(waiting).toHaveLength(1);
  const mailId = waiting[0]?.payload.mailId ?? '';
  const crash = () => Promise.reject(new Error('killed'));
  await expect(deliverMail(platform, mailId, crash)).rejects.toThrow('killed');
  await deliverMail(platform, mailId, (write) => withActor(platform, write));
  await deliverMail(platform, mailId, (write) => withActor(platform, write));
  carried = BigInt(waiting[0]?.id ?? 0);
  expect(server.received).toHaveLength(2);
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1);
});

test('a digest gathers, leaves out what was read and does not go out where nothing is left', async () => {
  await subscribe(officer, { mode: 'daily' });
  await tell();
  await tell({ kind: 'application.submitted' });
  await tell({ kind: 'monitoring.raised', urgent: true });
  await work();
  expect(server.received.map(({ subject }) => subject).sort()).toEqual([
    '信桥：您有 2 条新消息',
    '信桥：有消息需要尽快处理',
  ]);
  const digest = server.received.find(({ subject }) => subject.includes('2'))?.text;
  expect(digest).toContain('贷款申请：1');
  expect(digest).toContain('授权：1');
  server.received.length = 0;
  await tell();
  await markAllRead(officer);
  await work();
  expect(server.received).toEqual([]);
  expect((await showMail(officer))?.mails[0]).toMatchObject({ state: 'skipped' });
});

test('nothing goes to a person whose institution is suspended, or to another house, until it may read again', async () => {
  await subscribe(officer);
  const stranger = await makePerson('officer');
  await subscribe(stranger);
  await tell();
  const setState = (state: string) =>
    withActor(platform, (tx) => tx.institution.update({ where: { id: bank }, data: { state } }));
  await setState('suspended');
  await work();
  expect(server.received).toEqual([]);
  expect((await showMail(officer))?.mails[0]).toMatchObject({ state: 'pending' });
  await setState('approved');
  expect(await withActor(platform, (tx) => releaseMails(tx, platform, bank))).toBe(1);
  await work();
  expect(server.received).toHaveLength(1);
  expect(await withActor(platform, (tx) => releaseMails(tx, platform, bank))).toBe(0);
});

test('an operator has the inbox of the platform, not everybody’s', async () => {
  const house = await makeInstitution({ kind: 'platform' });
  const operator = await makePerson('risk-operator', { institutionId: house });
  await tell();
  await tell({ to: { institutionId: house } });
  expect((await listNotifications(operator)).messages).toHaveLength(1);
  await markAllRead(operator);
  expect((await listNotifications(officer)).messages).toMatchObject([{ read: false }]);
});
