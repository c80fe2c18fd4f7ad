import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, createApplicants, submitOne } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { addDays, day, startOf } from '~/domain/kernel/day.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { answerSecondLook } from '~/server/application/answer-second-look.ts';
import { askDocuments } from '~/server/application/ask-documents.ts';
import { assignApplications } from '~/server/application/assign-applications.ts';
import { attachDocuments } from '~/server/application/attach-documents.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { askSecondLook } from '~/server/application/second-look.ts';
import { showApplication } from '~/server/application/show-application.ts';
import { answeredCases } from '~/server/application/store-clock.ts';
import { onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

const look = looker(freshDatabase());
const pdf = { name: '流水.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.7 flows')) };
const declined = { outcome: 'decline', reasons: ['tax-arrears'] } as const;
const why = '欠税已缴清，请另一位审批人再看一次。';
const first = day('2026-11-02');
let parties: Awaited<ReturnType<typeof createApplicants>>;
let second: Person;
let third: Person;

beforeAll(async () => {
  parties = await onDay(first, createApplicants);
  const institutionId = parties.bankA.id;
  second = await makePerson('reviewer', { institutionId });
  third = await makePerson('officer', { institutionId });
});

const on = <T>(days: number, work: () => Promise<T>) => onDay(addDays(first, days), work);

test('an application that a supervisor gives to its first officer is picked up, and the firm is told', async () => {
  const { reviewer, officer, colleague } = parties.bankA;
  const id = await onDay(first, async () => submitOne({ ...parties, needId: await addNeed(parties) }), 500);
  await on(1, async () => insist(await assignApplications(reviewer, [id], officer.userId)));
  await on(2, async () => insist(await assignApplications(reviewer, [id], colleague.userId)));
  const { events } = insist(await showApplication(parties.owner, id));
  expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'picked-up', 'reassigned']);
  expect(
    await look(
      `select kind from notification where enterprise_id = '${parties.enterpriseId}' and href like '%${id}'`,
    ),
  ).toEqual([{ kind: 'application.picked-up' }]);
  await on(3, () => decline(colleague, id));
  expect(await measured(id)).toMatchObject({ pickedUpOn: addDays(first, 1), decidedOn: addDays(first, 3) });
});

test('a bank is measured by its first decision, without the days on which it waited for the firm', async () => {
  const { reviewer, officer } = parties.bankA;
  const id = await on(0, async () => submitOne({ ...parties, needId: await addNeed(parties) }));
  await on(1, async () => insist(await assignApplications(reviewer, [id], officer.userId)));
  await on(2, async () => insist(await askDocuments(officer, id, '近三个月银行流水')));
  await on(9, async () => insist(await attachDocuments(parties.owner, id, [pdf])));
  await on(10, () => decline(officer, id));
  const answered = {
    submittedOn: first,
    pickedUpOn: addDays(first, 1),
    decidedOn: addDays(first, 10),
    paused: { from: addDays(first, 2), to: addDays(first, 9) },
    wasReturned: false,
  };
  expect(await measured(id)).toMatchObject(answered);
  await on(11, async () => insist(await askSecondLook(parties.owner, id, why)));
  await on(12, async () => insist(await answerSecondLook(second, id, { answer: 'reopen', why })));
  await on(14, async () => insist(await assignApplications(second, [id], third.userId)));
  await on(15, async () => insist(await proposeDecision(third, id, declined)));
  await on(16, async () => insist(await confirmProposal(second, id)));
  expect(await measured(id)).toMatchObject(answered);
});

async function decline(officer: Person, id: ApplicationId): Promise<void> {
  insist(await proposeDecision(officer, id, declined));
  insist(await confirmProposal(parties.bankA.reviewer, id));
}

/** The case of an application that is the last one sent so far. */
async function measured(id: ApplicationId) {
  const [row] = await look(`select submitted_at as at from application where id = '${id}'`);
  const { at } = row as { at: Date };
  const cases = await withActor(system('test'), (tx) => answeredCases(tx, at));
  expect(cases).toHaveLength(1);
  expect(at.getTime()).toBeGreaterThan(startOf(first).getTime());
  return cases[0];
}
