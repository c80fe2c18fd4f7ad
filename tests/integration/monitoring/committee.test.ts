import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addMonths } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerCall } from '~/server/monitoring/committee/answer-call.ts';
import { answerInvitation } from '~/server/monitoring/committee/answer-invitation.ts';
import { callCommittee } from '~/server/monitoring/committee/call-committee.ts';
import { closeCommittee } from '~/server/monitoring/committee/close-committee.ts';
import { listCommittees } from '~/server/monitoring/committee/list-committees.ts';
import { proposeMeasure } from '~/server/monitoring/committee/propose-measure.ts';
import { showCommittee, showOwnCommittee } from '~/server/monitoring/committee/show-committee.ts';
import { voteMeasure } from '~/server/monitoring/committee/vote-measure.ts';
import { listNotifications } from '~/server/overview/list-notifications.ts';

freshDatabase({ template: referenceTemplate });

const names = ['甲银行', '乙银行', '丙银行', '丁银行'];
let firm: EnterpriseId;
let owner: Person;
let desk: Person;
let banks: InstitutionId[];
let officers: Person[];
let alertId: string;
let committeeId: string;

/** A firm with loans at three banks and a red case at the first; the fourth has nothing to do with it. */
beforeAll(async () => {
  firm = await makeFirm({ name: '两岸纺织' });
  owner = await makePerson('owner', { enterpriseId: firm });
  desk = await makePerson('risk-operator');
  banks = [];
  officers = [];
  const loans: string[] = [];
  for (const [i, name] of names.entries()) {
    banks.push(await makeInstitution({ name }));
    officers.push(await makePerson('officer', { institutionId: banks[i] as InstitutionId }));
    if (i < 3)
      loans.push(
        await createLoan({
          enterpriseId: firm,
          institutionId: banks[i] as InstitutionId,
          disbursedOn: addMonths(clock.today(), -2),
          principalYuan: 7_770_000 + i,
        }),
      );
  }
  alertId = randomUUID();
  await withActor(system('test'), (tx) =>
    tx.alert.createMany({
      data: [
        {
          enterpriseId: firm,
          id: alertId,
          institutionId: banks[0] as string,
          loanId: loans[0] as string,
          signalCode: 'credit-overdue',
          signalVersion: 1,
          severity: 'red',
          groupKey: 'g',
          raisedAt: clock.now(),
          dueAt: clock.now(),
          evidence: { figures: {}, records: [] },
        },
      ],
    }),
  );
});

const officer = (i: number) => officers[i] as Person;
const seenBy = async (i: number) => (await listCommittees(officer(i))).committees;

test('the firm is asked first, and until it agrees no bank hears of anything', async () => {
  expect(await callCommittee(desk, alertId, '合计授信 2300 万元，请共同商量。')).toMatchObject({
    refusal: { code: 'monitoring.committee-terms' },
  });
  committeeId = insist(await callCommittee(desk, alertId, '多家银行有贷款，请共同商量，避免各自抽贷。'));
  expect(await callCommittee(desk, alertId, '再召集一次，请共同商量。')).toMatchObject({
    refusal: { code: 'monitoring.committee-exists' },
  });
  for (const i of [0, 1, 2, 3]) expect(await seenBy(i)).toEqual([]);
  expect(await answerInvitation(officer(0), committeeId, 'joined')).toMatchObject({
    refusal: { code: 'monitoring.committee-not-found' },
  });
  expect(await showOwnCommittee(owner)).toMatchObject({ id: committeeId, state: 'asked' });
  const stranger = await makePerson('owner', { enterpriseId: await makeFirm() });
  expect(await answerCall(stranger, committeeId, 'agreed')).toMatchObject({
    refusal: { code: 'monitoring.committee-not-found' },
  });
  insist(await answerCall(owner, committeeId, 'agreed'));
});

test('an invited bank sees that there is a committee and why, and of the others nothing before it joins', async () => {
  expect(await seenBy(3)).toEqual([]);
  insist(await answerInvitation(officer(0), committeeId, 'joined'));
  const [invited] = await seenBy(1);
  expect(invited).toMatchObject({ firm: '两岸纺织', own: 'invited', members: [], measures: [], minutes: [] });
  for (const name of names) expect(JSON.stringify(invited)).not.toContain(name);
  insist(await answerInvitation(officer(1), committeeId, 'joined'));
  insist(await answerInvitation(officer(2), committeeId, 'declined'));
  expect(await proposeMeasure(officer(2), committeeId, keep)).toMatchObject({
    refusal: { code: 'monitoring.committee-not-joined' },
  });
  const [joined] = await seenBy(1);
  expect(joined?.members.map(({ zh }) => zh).sort()).toEqual(['乙银行', '甲银行'].sort());
  expect(JSON.stringify(joined)).not.toContain('丙银行');
  const { notifications } = await inboxOf(0);
  expect(notifications).not.toContain('丙');
});

const keep = { kind: 'keep-lending', untilDay: null, text: '三个月内各行不抽贷、不压贷。' } as const;
const inboxOf = async (i: number) => ({
  notifications: JSON.stringify(await listNotifications(officer(i), undefined)),
});

test('members vote, the decisive vote adopts, the firm reads what was agreed; no answer holds an amount of anybody', async () => {
  expect(await proposeMeasure(officer(0), committeeId, { ...keep, text: '利率统一降到 3.2%' })).toMatchObject(
    {
      refusal: { code: 'monitoring.committee-terms' },
    },
  );
  expect(await proposeMeasure(officer(0), committeeId, { ...keep, untilDay: '2020-01-01' })).toMatchObject({
    refusal: { code: 'monitoring.committee-until-past' },
  });
  const measureId = insist(await proposeMeasure(officer(0), committeeId, keep));
  expect(await voteMeasure(officer(0), committeeId, { measureId, isFor: true })).toMatchObject({
    refusal: { code: 'monitoring.committee-voted' },
  });
  expect(await voteMeasure(officer(3), committeeId, { measureId, isFor: true })).toMatchObject({
    refusal: { code: 'monitoring.committee-not-found' },
  });
  expect(insist(await voteMeasure(officer(1), committeeId, { measureId, isFor: true }))).toBe('adopted');
  expect(await showOwnCommittee(owner)).toMatchObject({ adopted: [{ kind: 'keep-lending' }] });
  const [member] = await seenBy(0);
  expect(member?.measures).toMatchObject([{ state: 'adopted', votes: 2, inFavour: 2, own: true }]);
  const [outside] = await seenBy(2);
  expect(outside).toMatchObject({ own: 'declined', measures: [], minutes: [] });
  const all = JSON.stringify([await seenBy(0), await seenBy(1), await seenBy(2)]);
  expect(all).not.toMatch(/7770|43500|4\.35|C-/);
});

test('nothing of a committee can be read past the platform, and its minutes stay as they are', async () => {
  for (const reader of [officer(0), owner])
    await withActor(reader, async (tx) => {
      expect(await tx.creditorCommittee.count()).toBe(0);
      expect(await tx.committeeStep.count()).toBe(0);
    });
  await expect(
    withActor(system('test'), (tx) => tx.$executeRaw`update committee_step set text = 'x'`),
  ).rejects.toThrow();
});

test('the desk follows and closes it; nothing is done in a closed one', async () => {
  const { committee, mayCall } = await showCommittee(desk, firm);
  expect(mayCall).toBe(false);
  expect(committee?.members.map(({ state }) => state).sort()).toEqual(['declined', 'joined', 'joined']);
  insist(await closeCommittee(desk, committeeId, '企业恢复正常还款，风险化解。'));
  expect(await proposeMeasure(officer(0), committeeId, keep)).toMatchObject({
    refusal: { code: 'monitoring.committee-over' },
  });
  expect((await showCommittee(desk, firm)).mayCall).toBe(true);
});
