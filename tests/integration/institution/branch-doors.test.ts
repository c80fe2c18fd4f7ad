import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, approvalOf, createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { makeBranches } from '#tests/factories/branches.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { ApplicationId, BranchId } from '~/domain/kernel/id.ts';
import { insist, type Result } from '~/domain/kernel/result.ts';
import { acceptInvitation } from '~/server/access/accept-invitation.ts';
import { inviteColleague } from '~/server/access/invite-colleague.ts';
import { listPeople } from '~/server/access/list-people.ts';
import { revokeInvitation } from '~/server/access/revoke-invitation.ts';
import { setPersonStanding } from '~/server/access/set-person-standing.ts';
import type { InvitationId } from '~/server/access/store-invitation.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { compareOffers } from '~/server/application/compare-offers.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { transferApplication } from '~/server/application/transfer-application.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addBranch, closeBranch, placePerson } from '~/server/institution/manage-branches.ts';
import { holdOpen } from '~/server/institution/store-branch.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
let parties: Awaited<ReturnType<typeof createApplicants>>;
let bank: Awaited<ReturnType<typeof makeBranches>>;
let serial = 0;

beforeAll(async () => {
  parties = await createApplicants();
  bank = await makeBranches(parties.bankA.id);
});

const codeOf = (result: Result<unknown, { readonly code: string }>) =>
  result.ok ? null : result.refusal.code;
const newBranch = async (): Promise<BranchId> => {
  serial += 1;
  const name = `第${serial}支行`;
  return insist(await addBranch(bank.admin, { nameZh: name, nameEn: name, areaCode: null }));
};
const submission = async (branch: BranchId) => {
  await look(`update application set state = 'withdrawn', closed_at = submitted_at where closed_at is null`);
  const only = [parties.bankA.product];
  const own = { ...parties, needId: await addNeed(parties) };
  return submissionOf(own, { productIds: only, consented: only, branchIds: [branch] });
};

/** An offer of the east branch that the firm has yet to answer. */
async function offered() {
  const input = await submission(bank.east.id);
  const [id] = insist(await submitApplications(parties.owner, input));
  insist(await pickUpApplication(bank.east.officer, id as ApplicationId));
  insist(await proposeDecision(bank.east.officer, id as ApplicationId, approvalOf()));
  insist(await confirmProposal(bank.east.reviewer, id as ApplicationId));
  return { id: id as ApplicationId, needId: input.needId };
}
const accepting = (applicationId: ApplicationId) =>
  ({ applicationId, answer: 'accept', closeOthers: false, monitoring: true }) as const;
const watchers = () =>
  look<{ branch_id: string | null }>(
    `select branch_id from consent where purpose = 'post-loan' and revoked_at is null order by granted_at`,
  );

test('the consent to monitoring names the branch where the application lies by then, which the firm was shown', async () => {
  const { id, needId } = await offered();
  const leaving = { branch: bank.west.id, reason: '企业迁址' };
  insist(await transferApplication(parties.bankA.reviewer, id, leaving));
  const stale = await answerOffer(parties.owner, { ...accepting(id), watchedBy: bank.east.id });
  expect(codeOf(stale)).toBe('institution.branch-not-found');
  const [shown] = insist(await compareOffers(parties.owner, needId)).offers;
  expect(shown).toMatchObject({ state: 'approved', watchedBy: { id: bank.west.id, zh: '城西支行' } });
  insist(await answerOffer(parties.owner, { ...accepting(id), watchedBy: bank.west.id }));
  expect(await watchers()).toEqual([{ branch_id: bank.west.id }]);
});

test('a consent to monitoring that cannot be signed stops the acceptance with its reason, and it can be left out', async () => {
  const { id } = await offered();
  await look(`update branch set closed_at = now() where id = $1`, [bank.east.id]);
  await look(`update institution set state = 'suspended' where id = $1`, [parties.bankA.id]);
  expect(codeOf(await answerOffer(parties.owner, accepting(id)))).toBe('consent.recipient-suspended');
  const [row] = await look<{ state: string }>('select state from application where id = $1', [id]);
  expect(row?.state).toBe('approved');
  await look(`update institution set state = 'approved' where id = $1`, [parties.bankA.id]);
  await look(`update branch set closed_at = null where id = $1`, [bank.east.id]);
  insist(await answerOffer(parties.owner, { ...accepting(id), monitoring: false }));
});

test('a waiting invitation keeps a branch open; a link to a closed one no longer opens', async () => {
  const { admin } = bank;
  const branch = await newBranch();
  const token = insist(await inviteColleague(admin, { name: '新人', role: 'officer', branch }));
  expect(codeOf(await closeBranch(admin, branch))).toBe('institution.branch-holds');
  await look(`update branch set closed_at = now() where id = $1`, [branch]);
  const typed = { token, name: '新人', login: 'late-comer', password: 'Bridge-2026-new' } as const;
  expect(codeOf(await acceptInvitation({ ...typed, locale: 'zh-CN' }, '127.0.0.8'))).toBe(
    'access.invitation-revoked',
  );
  await look(`update branch set closed_at = null where id = $1`, [branch]);
  const [waits] = (await listPeople(admin)).invitations;
  insist(await revokeInvitation(admin, waits?.id as InvitationId));
  insist(await closeBranch(admin, branch));
});

test('nobody is restored to a branch that was closed meanwhile', async () => {
  const { admin } = bank;
  const branch = await newBranch();
  const officer = await makePerson('officer', { institutionId: parties.bankA.id, branchId: branch });
  insist(await setPersonStanding(admin, officer.userId, 'disabled'));
  insist(await closeBranch(admin, branch));
  expect(codeOf(await setPersonStanding(admin, officer.userId, 'active'))).toBe('access.branch-closed');
});

test('whoever puts something into a branch and whoever closes it wait for each other', async () => {
  const { admin } = bank;
  const officer = await makePerson('officer', { institutionId: parties.bankA.id });
  const branch = await newBranch();
  let closing: Promise<unknown> = Promise.resolve();
  await withActor(parties.owner, async (tx) => {
    expect(await holdOpen(tx, [branch])).toEqual([branch]);
    let isClosed = false;
    closing = closeBranch(admin, branch).then(() => {
      isClosed = true;
    });
    await until(async () => (await waiting()) > 0);
    expect(isClosed).toBe(false);
  });
  await closing;
  expect(codeOf(await placePerson(admin, { person: officer.userId, branch }))).toBe(
    'institution.branch-not-found',
  );
  await withActor(parties.owner, async (tx) => expect(await holdOpen(tx, [branch])).toEqual([]));
});

test('of closing a branch and putting something into it at the same moment only one is done', async () => {
  const { admin } = bank;
  const officer = await makePerson('officer', { institutionId: parties.bankA.id });
  for (const put of ['place', 'invite', 'submit'] as const) {
    const branch = await newBranch();
    const input = await submission(branch);
    const doing = {
      place: () => placePerson(admin, { person: officer.userId, branch }),
      invite: () => inviteColleague(admin, { name: '新人', role: 'officer', branch }),
      submit: () => submitApplications(parties.owner, input),
    }[put];
    const [closed, done] = await Promise.all([closeBranch(admin, branch), doing()]);
    expect([closed.ok, done.ok].filter(Boolean), put).toHaveLength(1);
  }
});

const waiting = async () => (await look('select 1 from pg_locks where not granted')).length;

async function until(is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400 && !(await is()); tries += 1)
    await new Promise((done) => setTimeout(done, 25));
}
