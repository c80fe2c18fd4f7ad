import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submitOne } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { answerSecondLook } from '~/server/application/answer-second-look.ts';
import { askDocuments } from '~/server/application/ask-documents.ts';
import { attachDocuments } from '~/server/application/attach-documents.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { returnLapsedApplications } from '~/server/application/return-lapsed.ts';
import { askSecondLook } from '~/server/application/second-look.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

const look = looker(freshDatabase());
const pdf = { name: '完税证明.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.7 taxes')) };
const why = '欠税已缴清，请另一位审批人再看一次。';
const declined = { outcome: 'decline', reasons: ['tax-arrears'] } as const;

let parties: Awaited<ReturnType<typeof createApplicants>>;
let second: Person;
let third: Person;

beforeAll(async () => {
  parties = await createApplicants();
  const institutionId = parties.bankA.id;
  second = await makePerson('reviewer', { institutionId });
  third = await makePerson('officer', { institutionId });
});

const later = <T>(days: number, work: () => Promise<T>) => onDay(addDays(clock.today(), days), work);
const stateOf = async (id: string) => (await look(`select state from application where id = '${id}'`))[0];
const night = () => withActor(system('test'), (tx) => returnLapsedApplications(tx, system('test')));

/** Declined, asked to be looked at again on the 28th day and reopened on the 29th: long after its first clock. */
async function reopened(): Promise<ApplicationId> {
  const { officer, reviewer } = parties.bankA;
  const id = await submitOne(parties);
  insist(await pickUpApplication(officer, id));
  insist(await proposeDecision(officer, id, declined));
  insist(await confirmProposal(reviewer, id));
  await later(28, async () => insist(await askSecondLook(parties.owner, id, why)));
  await later(29, async () => insist(await answerSecondLook(second, id, { answer: 'reopen', why })));
  await later(29, async () => insist(await pickUpApplication(third, id)));
  await later(30, async () => insist(await askDocuments(third, id, '完税证明')));
  return id;
}

test('a proposal that is refused leaves a pause for documents as it is', async () => {
  const { officer, colleague } = parties.bankA;
  const id = await submitOne(parties);
  insist(await pickUpApplication(officer, id));
  insist(await askDocuments(officer, id, '近三个月银行流水'));
  const pause = () => look(`select paused_on, resumed_on from application where id = '${id}'`);
  const [before] = await pause();
  expect(before).toMatchObject({ resumed_on: null });
  expect(await proposeDecision(colleague, id, declined)).toMatchObject({
    refusal: { code: 'application.other-officer' },
  });
  expect(await pause()).toEqual([before]);
  expect(
    await look(
      `select count(*)::int as n from application_event where application_id = '${id}' and kind = 'resumed'`,
    ),
  ).toEqual([{ n: 0 }]);
  insist(await proposeDecision(officer, id, declined));
  expect((await pause())[0]).not.toMatchObject({ resumed_on: null });
  insist(await withdrawApplication(parties.owner, id));
});

test('documents asked for after a second look leave the bank the days it has, whether they come or not', async () => {
  const sent = await reopened();
  await later(31, async () => insist(await attachDocuments(parties.owner, sent, [pdf])));
  await later(32, night);
  expect(await stateOf(sent)).toEqual({ state: 'in-review' });
  await later(33, async () => insist(await proposeDecision(third, sent, declined)));
  await later(33, async () => insist(await confirmProposal(second, sent)));

  const silent = await reopened();
  const ended = async (): Promise<Day | null> => {
    for (let days = 31; days < 60; days++) {
      await later(days, night);
      const [row] = await look(
        `select resumed_on::text as on, state, decision_due_at as due from application where id = '${silent}'`,
      );
      const { on, state, due } = row as { on: Day | null; state: string; due: Date };
      if (!on) continue;
      expect(state).toBe('in-review');
      expect(due.getTime()).toBeGreaterThan(new Date(`${on}T00:00:00Z`).getTime());
      return on;
    }
    return null;
  };
  expect(await ended()).not.toBeNull();
});
