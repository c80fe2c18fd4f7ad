import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, approvalOf, createApplicants, submissionOf, submitOne } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { system } from '~/server/access/actor.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { answerSecondLook } from '~/server/application/answer-second-look.ts';
import { askDocuments } from '~/server/application/ask-documents.ts';
import { assignApplications } from '~/server/application/assign-applications.ts';
import { attachDocuments } from '~/server/application/attach-documents.ts';
import { declareInterest } from '~/server/application/declare-interest.ts';
import {
  delegateAuthority,
  setAuthority,
  showAuthority,
  takeBackAuthority,
} from '~/server/application/manage-authority.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { returnLapsedApplications } from '~/server/application/return-lapsed.ts';
import { askSecondLook } from '~/server/application/second-look.ts';
import { showApplication } from '~/server/application/show-application.ts';
import { showFile } from '~/server/application/show-file.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

const look = looker(freshDatabase());
const pdf = { name: '流水.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.7 flows')) };
const why = '欠税已于本月缴清，完税证明已上传，请再看一次。';

let parties: Awaited<ReturnType<typeof createApplicants>>;
let admin: Person;
let second: Person;

beforeAll(async () => {
  parties = await createApplicants();
  const institutionId = parties.bankA.id;
  admin = await makePerson('institution-admin', { institutionId });
  second = await makePerson('reviewer', { institutionId, name: '何审批' });
});

const apply = async (): Promise<ApplicationId> => submitOne({ ...parties, needId: await addNeed(parties) });

async function proposed(outcome: 'approve' | 'decline'): Promise<ApplicationId> {
  const id = await apply();
  insist(await pickUpApplication(parties.bankA.officer, id));
  const proposal = outcome === 'approve' ? approvalOf() : ({ outcome, reasons: ['tax-arrears'] } as const);
  insist(await proposeDecision(parties.bankA.officer, id, proposal));
  return id;
}
const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.refusal?.code ?? null;

describe('limits of approval', () => {
  test('an amount beyond the limit waits for a higher reviewer, or for a limit that is lent', async () => {
    const { reviewer } = parties.bankA;
    const id = await proposed('approve');
    insist(await setAuthority(admin, { user: reviewer.userId, most: wan(50) }));
    expect(await confirmProposal(reviewer, id)).toMatchObject({
      refusal: { code: 'application.beyond-authority', mostFen: wan(50) },
    });
    const days = { firstDay: clock.today(), lastDay: addDays(clock.today(), 3) };
    expect(codeOf(await delegateAuthority(second, { to: second.userId, ...days }))).toBe(
      'application.no-reviewer',
    );
    insist(await setAuthority(admin, { user: second.userId, most: wan(200) }));
    insist(await delegateAuthority(second, { to: reviewer.userId, ...days }));
    const { reviewers, delegations } = await showAuthority(reviewer);
    expect(reviewers.find(({ id: each }) => each === reviewer.userId)).toMatchObject({
      ownFen: String(wan(50)),
      todayFen: String(wan(200)),
    });
    expect(codeOf(await takeBackAuthority(reviewer, delegations[0]?.id ?? ''))).toBe(
      'application.delegation-not-found',
    );
    insist(await confirmProposal(reviewer, id));
    insist(await withdrawApplication(parties.owner, id));
    const other = await proposed('approve');
    const lender = (state: string) =>
      look(`update user_account set state = '${state}' where id = '${second.userId}' returning 1`);
    await lender('disabled');
    expect(codeOf(await confirmProposal(reviewer, other))).toBe('application.beyond-authority');
    await lender('active');
    const novice = await makePerson('reviewer', { institutionId: parties.bankA.id });
    expect(await confirmProposal(novice, other)).toMatchObject({
      refusal: { code: 'application.beyond-authority', mostFen: 0n },
    });
    expect(
      (await showAuthority(reviewer)).reviewers.find(({ id: each }) => each === novice.userId),
    ).toMatchObject({
      isUnset: true,
      todayFen: '0',
    });
    insist(await confirmProposal(reviewer, other));
    insist(await takeBackAuthority(second, delegations[0]?.id ?? ''));
    insist(await setAuthority(admin, { user: reviewer.userId, most: null }));
    insist(await withdrawApplication(parties.owner, other));
  });

  test('another bank sees and sets nothing', async () => {
    const stranger = await makePerson('institution-admin', { institutionId: parties.bankB.id });
    const set = await setAuthority(stranger, { user: second.userId, most: wan(1) });
    expect(codeOf(set)).toBe('application.no-reviewer');
    expect(JSON.stringify(await showAuthority(stranger))).not.toContain(second.userId);
  });
});

test('whoever declared an interest has no hand in the firm’s applications any more', async () => {
  const { colleague, officer, reviewer } = parties.bankA;
  const id = await apply();
  insist(await declareInterest(colleague, id, '配偶在该企业任职。'));
  expect(codeOf(await pickUpApplication(colleague, id))).toBe('application.interest');
  expect(codeOf(await assignApplications(reviewer, [id], colleague.userId))).toBe('application.interest');
  expect(insist(await showFile(colleague, id, 'timeline')).may).toMatchObject({ pickUp: false });
  expect(codeOf(await declareInterest(parties.bankB.officer, id, '无'))).toBe('application.not-found');
  insist(await assignApplications(reviewer, [id], officer.userId));
  expect(await look(`select state, maker_id from application where id = '${id}'`)).toEqual([
    { state: 'in-review', maker_id: officer.userId },
  ]);
  insist(await withdrawApplication(parties.owner, id));
});

test('many are assigned together, or none', async () => {
  const { reviewer, officer } = parties.bankA;
  const ids = insist(await submitApplications(parties.owner, submissionOf(parties)));
  const [ofA, ofB] = ids as [ApplicationId, ApplicationId];
  expect(codeOf(await assignApplications(reviewer, [ofA, ofB], officer.userId))).toBe(
    'application.not-found',
  );
  expect(await look(`select state from application where id = '${ofA}'`)).toEqual([{ state: 'submitted' }]);
  expect(codeOf(await assignApplications(reviewer, [], officer.userId))).toBe('application.nobody-chosen');
  expect(codeOf(await assignApplications(reviewer, [ofA], reviewer.userId))).toBe('application.no-officer');
  expect(insist(await assignApplications(reviewer, [ofA, ofA], officer.userId))).toBe(1);
  for (const id of [ofA, ofB]) insist(await withdrawApplication(parties.owner, id));
});

/** A night that looks at the cases one by one, so that none hides behind those that are not due yet. */
const nightOf = (days: number) =>
  onDay(addDays(clock.today(), days), () =>
    withActor(system('test'), (tx) => returnLapsedApplications(tx, system('test'), 1)),
  );

test('documents that never come and contracts that are never signed end an application, and both sides are told', async () => {
  const { officer, reviewer } = parties.bankA;
  const paused = await apply();
  insist(await pickUpApplication(officer, paused));
  insist(await askDocuments(officer, paused, '近三个月银行流水'));
  await nightOf(16);
  expect(insist(await showApplication(parties.owner, paused))).toMatchObject({
    isPaused: false,
    application: { state: 'in-review' },
  });
  await nightOf(45);
  const accepted = await proposed('approve');
  insist(await confirmProposal(reviewer, accepted));
  const answer = { answer: 'accept', closeOthers: false, monitoring: false } as const;
  insist(await answerOffer(parties.owner, { applicationId: accepted, ...answer }));
  const offer = async () =>
    (await look(`select state, answered_at as at from offer where application_id = '${accepted}'`))[0];
  const answered = (await offer()) as { at: Date };
  await nightOf(59);
  expect(insist(await showApplication(parties.owner, accepted)).application.state).toBe('accepted');
  await nightOf(62);
  expect(await offer()).toEqual({ state: 'lapsed', at: answered.at });
  const ends = [paused, accepted].map(async (id) => {
    const { application, events } = insist(await showApplication(parties.owner, id));
    return [application.state, ...events.map(({ kind }) => kind).slice(-2)];
  });
  expect(await Promise.all(ends)).toEqual([
    ['returned', 'pause-ended', 'returned'],
    ['lapsed', 'accepted', 'lapsed'],
  ]);
  for (const of of [{ enterpriseId: parties.enterpriseId }, { institutionId: parties.bankA.id }])
    expect(
      await withActor(system('test'), (tx) =>
        tx.notification.count({ where: { ...of, kind: 'application.pause-ended' } }),
      ),
    ).toBe(1);
});

test('asking for documents stops the clock once, and uploading sets it going', async () => {
  const { officer } = parties.bankA;
  const id = await apply();
  insist(await pickUpApplication(officer, id));
  const due = async () => {
    const [row] = (await look(`select decision_due_at as due from application where id = '${id}'`)) as {
      due: Date;
    }[];
    return row?.due.getTime() ?? 0;
  };
  const before = await due();
  insist(await askDocuments(officer, id, '近三个月银行流水'));
  const shown = insist(await showApplication(parties.owner, id));
  expect(shown).toMatchObject({ isPaused: true, application: { dueAt: null } });
  expect(JSON.stringify(shown.events)).toContain('近三个月银行流水');
  await nightOf(13);
  expect(insist(await showApplication(parties.owner, id)).application.state).toBe('in-review');
  await onDay(addDays(clock.today(), 10), async () =>
    insist(await attachDocuments(parties.owner, id, [pdf])),
  );
  const after = await due();
  expect(after).toBeGreaterThan(before);
  insist(await askDocuments(officer, id, '还有合同'));
  expect(insist(await showApplication(parties.owner, id)).isPaused).toBe(false);
  expect(await due()).toBe(after);
  insist(await withdrawApplication(parties.owner, id));
});

describe('a second look', () => {
  test('is another person’s, once, and reopens for others', async () => {
    const { officer, reviewer, colleague } = parties.bankA;
    const id = await proposed('decline');
    insist(await confirmProposal(reviewer, id));
    expect(insist(await showApplication(parties.owner, id)).secondLookUntil).toBe(addDays(clock.today(), 30));
    insist(await askSecondLook(parties.owner, id, why));
    expect(codeOf(await answerSecondLook(reviewer, id, { answer: 'uphold', why }))).toBe(
      'application.already-judged',
    );
    expect(insist(await showFile(second, id, 'timeline'))).toMatchObject({
      secondLookReason: why,
      may: { secondLook: true },
    });
    insist(await answerSecondLook(second, id, { answer: 'reopen', why: '证明属实。' }));
    for (const by of [officer, reviewer])
      expect(codeOf(await pickUpApplication(by, id))).toBe('application.already-judged');
    const third = await makePerson('officer', { institutionId: parties.bankA.id });
    insist(await pickUpApplication(third, id));
    insist(await proposeDecision(third, id, { outcome: 'decline', reasons: ['debt-too-high'] }));
    expect(codeOf(await confirmProposal(reviewer, id))).toBe('application.already-judged');
    insist(await confirmProposal(second, id));
    expect(codeOf(await askSecondLook(parties.owner, id, why))).toBe('application.second-look-used');
    expect(codeOf(await pickUpApplication(colleague, id))).toMatch(/interest|wrong-state/);
  });

  test('is not asked for after applying for the same product again', async () => {
    const id = await proposed('decline');
    insist(await confirmProposal(parties.bankA.reviewer, id));
    const again = await apply();
    expect(codeOf(await askSecondLook(parties.owner, id, why))).toBe('application.applied-again');
    insist(await withdrawApplication(parties.owner, again));
    insist(await askSecondLook(parties.owner, id, why));
    insist(await answerSecondLook(second, id, { answer: 'uphold', why: '欠税仍在。' }));
    const shown = insist(await showApplication(parties.owner, id));
    expect(shown).toMatchObject({ application: { state: 'declined' }, secondLookUntil: null });
    expect(shown.events.at(-1)).toMatchObject({ kind: 'second-look-refused', signed: true });
  });
});

test('a contract that brings no money lapses after its days, and no ended application leaves an accepted offer', async () => {
  const { officer, reviewer } = parties.bankA;
  const accept = async () => {
    const id = await proposed('approve');
    insist(await confirmProposal(reviewer, id));
    const answer = { answer: 'accept', closeOthers: false, monitoring: false } as const;
    insist(await answerOffer(parties.owner, { applicationId: id, ...answer }));
    return id;
  };
  await nightOf(400); // whatever the tests before left open
  const withdrawn = await accept();
  insist(await withdrawApplication(parties.owner, withdrawn));
  const signed = await accept();
  const contract = { contractNo: 'LATE-1', contractOn: clock.today() };
  insist(await recordContract(officer, signed, contract));
  const until = addDays(clock.today(), 180);
  expect(insist(await showApplication(parties.owner, signed))).toMatchObject({ disburseUntil: until });
  await nightOf(180);
  expect(insist(await showApplication(parties.owner, signed)).application.state).toBe('contracted');
  await nightOf(181);
  expect(insist(await showApplication(parties.owner, signed))).toMatchObject({
    application: { state: 'lapsed' },
    disburseUntil: null,
    offer: { state: 'lapsed' },
  });
  expect(
    await look(
      `select o.state from offer o where o.application_id in ('${withdrawn}', '${signed}') order by 1`,
    ),
  ).toEqual([{ state: 'declined' }, { state: 'lapsed' }]);
  expect(
    await look(`select count(*)::int as n from offer o join application a on a.id = o.application_id
                where o.state in ('open', 'accepted') and a.closed_at is not null and a.state <> 'disbursed'`),
  ).toEqual([{ n: 0 }]);
});
