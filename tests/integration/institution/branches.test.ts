import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, approvalOf, createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { makeBranches } from '#tests/factories/branches.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { ApplicationId, UserId } from '~/domain/kernel/id.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist, type Result } from '~/domain/kernel/result.ts';
import { acceptInvitation } from '~/server/access/accept-invitation.ts';
import type { Person } from '~/server/access/actor.ts';
import { findPersonAsOf } from '~/server/access/find-person.ts';
import { inviteColleague } from '~/server/access/invite-colleague.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { assignApplications } from '~/server/application/assign-applications.ts';
import { listInbox } from '~/server/application/list-inbox.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { showApplication } from '~/server/application/show-application.ts';
import { showFile } from '~/server/application/show-file.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { transferApplication } from '~/server/application/transfer-application.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addBranch, closeBranch, placePerson, showBranches } from '~/server/institution/manage-branches.ts';
import { disburseLoan } from '~/server/loan/disburse-loan.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { findRecipients } from '~/server/platform/store-mail.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
let parties: Awaited<ReturnType<typeof createApplicants>>;
let bank: Awaited<ReturnType<typeof makeBranches>>;

beforeAll(async () => {
  parties = await createApplicants();
  bank = await makeBranches(parties.bankA.id);
});

const codeOf = (result: Result<unknown, { readonly code: string }>) =>
  result.ok ? null : result.refusal.code;

/** One product, one open application: each test ends what the one before left. */
async function apply(branchIds: readonly string[] = []): Promise<ApplicationId> {
  await look(`update application set state = 'withdrawn', closed_at = submitted_at where closed_at is null`);
  const only = [parties.bankA.product];
  const wish = { productIds: only, consented: only, branchIds };
  const own = { ...parties, needId: await addNeed(parties) };
  const [id] = insist(await submitApplications(parties.owner, submissionOf(own, wish)));
  return id as ApplicationId;
}

const inboxOf = async (person: Person): Promise<string[]> => {
  const query = { state: 'open', sort: 'due', dir: 'asc', after: null } as const;
  return (await listInbox(person, query)).rows.map(({ id }) => id);
};
const accessOf = async (person: Person, id: ApplicationId) =>
  insist(await showFile(person, id, 'records')).access;

test('an application lies with the branch that the firm chose; the head office sees it, another branch does not', async () => {
  const { east, west } = bank;
  const id = await apply([east.id]);
  expect(await inboxOf(east.officer)).toContain(id);
  expect(await inboxOf(parties.bankA.officer)).toContain(id);
  expect(await inboxOf(west.officer)).not.toContain(id);
  expect(codeOf(await showFile(west.officer, id, 'overview'))).toBe('application.not-found');
  expect(codeOf(await pickUpApplication(west.officer, id))).toBe('application.not-found');
  insist(await pickUpApplication(east.officer, id));
  expect(await accessOf(east.officer, id)).toMatchObject({ granted: true });
  expect(await accessOf(parties.bankA.reviewer, id)).toMatchObject({ granted: true });
  const [read] = await look<{ body: string }>(
    `select body from audit_entry where action = 'consent.read' and user_id = $1 order by seq desc limit 1`,
    [east.officer.userId],
  );
  expect(JSON.parse(read?.body ?? '{}').detail.branchId).toBe(east.id);
});

test('the head office sees where an application lies and lists by branch; who works at one has nothing to choose', async () => {
  const { east, west } = bank;
  const id = await apply([east.id]);
  const of = async (person: Person, branch: string) => {
    const query = { state: 'open', sort: 'due', dir: 'asc', after: null, branch } as const;
    return (await listInbox(person, query)).rows.map((row) => ({ id: row.id, branch: row.branchZh }));
  };
  const office = parties.bankA.officer;
  expect(await of(office, east.id)).toEqual([{ id, branch: '城东支行' }]);
  expect(await of(office, west.id)).toEqual([]);
  expect(await of(office, 'head-office')).toEqual([]);
  const query = { state: 'open', sort: 'due', dir: 'asc', after: null } as const;
  const whole = await listInbox(office, query);
  expect(whole.branches.map(({ zh }) => zh)).toEqual(['城东支行', '城西支行']);
  const own = await listInbox(east.officer, query);
  expect(own.branches).toEqual([]);
  const offered = own.officers.map((officer) => officer.id);
  expect(offered).toEqual(expect.arrayContaining([east.officer.userId, office.userId]));
  expect(offered).not.toContain(west.officer.userId);
});

test('where the firm chose none, its place decides; a place that no branch serves is the head office’s', async () => {
  await look(`update enterprise set region_code = '640106' where id = $1`, [parties.enterpriseId]);
  const outside = await apply();
  expect(await inboxOf(bank.east.officer)).not.toContain(outside);
  expect(await inboxOf(parties.bankA.officer)).toContain(outside);
  await look(`update branch set area_code = '640100' where id = $1`, [bank.west.id]);
  const inside = await apply();
  expect(await inboxOf(bank.west.officer)).toContain(inside);
  expect(await accessOf(bank.west.officer, inside)).toMatchObject({ granted: true });
  await look(`update branch set area_code = null where id = $1`, [bank.west.id]);
});

test('a transfer moves application and loan; the consent that named the first branch does not serve the second', async () => {
  const { east, west } = bank;
  const id = await apply([east.id]);
  insist(await pickUpApplication(east.officer, id));
  const to = { branch: west.id, reason: '企业迁址' };
  expect(codeOf(await transferApplication(east.reviewer, id, to))).toBe('application.head-office-only');
  expect(codeOf(await transferApplication(west.reviewer, id, to))).toBe('application.not-found');
  insist(await transferApplication(parties.bankA.reviewer, id, to));
  expect(codeOf(await transferApplication(parties.bankA.reviewer, id, to))).toBe('application.same-branch');
  expect(await inboxOf(east.officer)).not.toContain(id);
  expect(await inboxOf(west.officer)).toContain(id);
  expect(await accessOf(west.officer, id)).toMatchObject({ granted: false });
  expect(codeOf(await assignApplications(parties.bankA.reviewer, [id], east.officer.userId))).toBe(
    'application.officer-elsewhere',
  );
  expect(insist(await assignApplications(parties.bankA.reviewer, [id], west.officer.userId))).toBe(1);
  const seen = insist(await showApplication(parties.owner, id));
  expect(seen).toMatchObject({ branchZh: '城西支行' });
  expect(seen.events.map(({ kind }) => kind)).toContain('transferred');
  const audited = await look(`select 1 from audit_entry where action = 'application.transferred'`);
  expect(audited).toHaveLength(1);
  const told = (person: Person, href: string) =>
    withActor(person, (tx) => tx.notification.count({ where: { kind: 'application.transferred', href } }));
  expect(await told(parties.owner, `/my/applications/${id}`)).toBe(1);
  const file = `/bank/applications/${id}`;
  expect(await told(west.officer, file), 'the branch that gets it').toBe(1);
  expect(await told(east.officer, file), 'and not the one that gave it away').toBe(0);
});

const tables = [
  'application',
  'application_event',
  'offer',
  'attachment',
  'loan',
  'instalment',
  'repayment',
  'notification',
];

/** How many rows of each table a person can see. */
const seenBy = (person: Person): Promise<Record<string, number>> =>
  withActor(person, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`);
      counts[table] = row?.n ?? 0;
    }
    return counts;
  });

test('a branch carries its application to money and repayment, which no other branch sees', async () => {
  const { east, west } = bank;
  const before = { east: await seenBy(east.officer), west: await seenBy(west.officer) };
  const id = await apply([east.id]);
  insist(await pickUpApplication(east.officer, id));
  insist(await proposeDecision(east.officer, id, approvalOf()));
  insist(await confirmProposal(east.reviewer, id));
  const answer = { applicationId: id, answer: 'accept', closeOthers: false, monitoring: false } as const;
  insist(await answerOffer(parties.owner, answer));
  const day = clock.today();
  insist(await recordContract(east.officer, id, { contractNo: 'HT-1', contractOn: day }));
  const loanId = insist(await disburseLoan(east.officer, id, { disbursedOn: day, flags: [] }));
  const paid = { paidOn: day, principal: yuan(100), interest: yuan(1) };
  insist(await recordRepayment(east.officer, loanId, paid));
  const after = await seenBy(east.officer);
  for (const table of tables) expect(after[table], table).toBeGreaterThan(before.east[table] ?? 0);
  // what the firm consents to is told to the whole bank unless it names a branch, as it did here
  expect(await seenBy(west.officer)).toEqual(before.west);
});

test('a consent that served an application of the head office to its end serves no branch afterwards', async () => {
  await apply();
  const second = await apply([bank.east.id]);
  insist(
    await transferApplication(parties.bankA.reviewer, second, { branch: bank.west.id, reason: '企业迁址' }),
  );
  expect(await accessOf(bank.west.officer, second)).toMatchObject({ granted: false });
});

test('people are placed, invited to a branch and signed out when they move; administrators stay', async () => {
  const { admin, east, west } = bank;
  const officer = await makePerson('officer', { institutionId: parties.bankA.id });
  insist(await placePerson(admin, { person: officer.userId, branch: east.id }));
  const today = await withActor({ kind: 'system', task: 'test' }, (tx) =>
    findPersonAsOf(tx, officer.userId, clock.now()),
  );
  expect(today?.person.branchId).toBe(east.id);
  expect(codeOf(await placePerson(admin, { person: admin.userId, branch: east.id }))).toBe(
    'institution.admin-at-head-office',
  );
  const stranger = parties.bankB.officer.userId;
  expect(codeOf(await placePerson(admin, { person: stranger, branch: east.id }))).toBe(
    'access.person-not-found',
  );
  const token = insist(await inviteColleague(admin, { name: '新人', role: 'officer', branch: west.id }));
  const typed = { token, name: '新人', login: 'newcomer', password: 'Bridge-2026-new', locale: 'zh-CN' };
  const joined = insist(await acceptInvitation({ ...typed, locale: 'zh-CN' }, '127.0.0.9'));
  const { people } = await showBranches(admin);
  expect(people.find(({ id }) => id === joined.userId)).toMatchObject({ branchId: west.id });
});

test('a branch that holds people or open applications is not closed; an empty one is, and takes nothing more', async () => {
  const { admin, east } = bank;
  expect(codeOf(await closeBranch(admin, east.id))).toBe('institution.branch-holds');
  const id = insist(await addBranch(admin, { nameZh: '临时支行', nameEn: 'Pop-up', areaCode: '640106' }));
  expect(codeOf(await addBranch(admin, { nameZh: '临时支行', nameEn: 'Again', areaCode: null }))).toBe(
    'institution.branch-name-taken',
  );
  expect(codeOf(await addBranch(admin, { nameZh: '无此区域', nameEn: 'Nowhere', areaCode: '999999' }))).toBe(
    'institution.branch-area',
  );
  insist(await closeBranch(admin, id));
  expect(codeOf(await placePerson(admin, { person: east.officer.userId as UserId, branch: id }))).toBe(
    'institution.branch-not-found',
  );
  await expect(apply([id])).rejects.toThrow('institution.branch-not-found');
});

test('mail to a person at a branch counts what the inbox shows there, and reaches nobody at another', async () => {
  const { east, west } = bank;
  const id = await apply([east.id]);
  for (const { officer } of [east, west]) {
    await look(
      `insert into mail_setting (user_id, mode, address, confirmed_at, digest_hour, quiet_from, quiet_to, urgent_anytime, changed_at)
       values ($1, 'at-once', 'officer@bank.example', now(), 8, 0, 0, true, now())`,
      [officer.userId],
    );
    const shown = await withActor(officer, (tx) => tx.notification.findMany({ orderBy: { id: 'asc' } }));
    const mailed = await look<{ id: string }>(
      'select id from notification where institution_id = $1 and notice_is_for(href, params, $2) order by id',
      [parties.bankA.id, officer.branchId],
    );
    expect(mailed.map((notice) => notice.id)).toEqual(shown.map((notice) => notice.id));
    expect(mailed.length).toBeGreaterThan(0);
  }
  const [notice] = await look<{ id: string }>('select id from notification where href = $1', [
    `/bank/applications/${id}`,
  ]);
  const found = await withActor({ kind: 'system', task: 'test' }, (tx) =>
    findRecipients(tx, notice?.id ?? ''),
  );
  expect(found?.recipients.map(({ user_id }) => user_id)).toEqual([east.officer.userId]);
});
