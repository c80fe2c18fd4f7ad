import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { raiseCase } from '#tests/factories/alert-cases.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerAlert } from '~/server/monitoring/answer-alert.ts';
import { closeAlert } from '~/server/monitoring/close-alert.ts';
import { confirmMeasure } from '~/server/monitoring/confirm-measure.ts';
import { dropMeasure } from '~/server/monitoring/drop-measure.ts';
import { reverseVerdict } from '~/server/monitoring/reverse-verdict.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { takeMeasure } from '~/server/monitoring/take-measure.ts';
import { listNotifications } from '~/server/overview/list-notifications.ts';

const urls = freshDatabase();
const platform = system('test');
const today = clock.today();
let parties: Parties;

beforeAll(async () => {
  await withActor(platform, (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
});

const raise = (wish: Parameters<typeof raiseCase>[1]) =>
  raiseCase({ enterpriseId: parties.enterpriseId, institutionId: parties.bankA.id }, wish);

const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code ?? null;
const told = async (person: Person, kind: string) =>
  (await listNotifications(person)).messages.filter((m) => m.kind === kind).length;

const measure = (kind: 'visit' | 'limit-reduced', more: object = {}) => ({
  ...{ kind, onDay: today, amount: kind === 'visit' ? null : yuan(1000), emergency: null },
  ...{ reason: '核对回款', proportionality: '更轻的不够', ...more },
});

test('what limits the firm waits for its answer; an emergency waits for a second person, unseen', async () => {
  const { officer, reviewer } = parties.bankA;
  const { id } = await raise({});
  insist(await takeMeasure(officer, id, measure('visit')));
  expect(codeOf(await takeMeasure(officer, id, measure('limit-reduced')))).toBe(
    'monitoring.measure-before-reply',
  );
  const emergency = { emergency: '资产正在转移' };
  expect(insist(await takeMeasure(officer, id, measure('limit-reduced', emergency)))).toBe('awaiting-second');
  const seen = async () => insist(await showAlert(parties.owner, id)).measures.map(({ kind }) => kind);
  expect(await seen()).toEqual(['visit']);
  const waiting = insist(await showAlert(reviewer, id)).measures.at(-1)?.id ?? '';
  expect(codeOf(await confirmMeasure(officer, id, waiting))).toBe('monitoring.measure-second-person');
  expect(codeOf(await confirmMeasure(parties.bankB.reviewer, id, waiting))).toBe('monitoring.not-found');
  const before = await told(parties.owner, 'monitoring.measured');
  insist(await confirmMeasure(reviewer, id, waiting));
  expect(await seen()).toEqual(['visit', 'limit-reduced']);
  expect(await told(parties.owner, 'monitoring.measured')).toBe(before + 1);
  await expect(
    withClient(urls.ownerUrl, (client) => client.query(`update alert_measure set reason = 'x'`)),
  ).rejects.toThrow();
  const other = await raise({});
  insist(await answerAlert(parties.owner, other.id, '已经还清。'));
  expect(insist(await takeMeasure(officer, other.id, measure('limit-reduced')))).toBe('taken');
});

test('no case is closed while an emergency measure waits; the bank drops it, unseen by others', async () => {
  const { officer, reviewer } = parties.bankA;
  const { id } = await raise({});
  insist(await takeMeasure(officer, id, measure('limit-reduced', { emergency: '资产正在转移' })));
  const close = () => closeAlert(officer, id, { verdict: 'false-alarm', note: '重名', wrong: 'wrong-firm' });
  expect(codeOf(await close())).toBe('monitoring.measure-waits');
  const measureId = insist(await showAlert(reviewer, id)).measures[0]?.id ?? '';
  const drop = (by: Person) => dropMeasure(by, id, { measureId, reason: '资产未转移' });
  expect(codeOf(await drop(parties.bankB.reviewer))).toBe('monitoring.not-found');
  expect(insist(await drop(reviewer))).toBe('refused');
  expect(codeOf(await drop(officer))).toBe('monitoring.measure-dropped');
  expect(codeOf(await confirmMeasure(reviewer, id, measureId))).toBe('monitoring.measure-dropped');
  expect(insist(await showAlert(officer, id)).measures).toMatchObject([
    { confirmedAt: null, droppedName: reviewer.name, dropReason: '资产未转移' },
  ]);
  const audits = await withActor(platform, (tx) =>
    tx.auditEntry.findMany({ where: { action: 'monitoring.measure-dropped' } }),
  );
  expect(audits.map(({ enterpriseId }) => enterpriseId)).toEqual([null]);
  insist(await close());
  const firm = insist(await showAlert(parties.owner, id));
  expect([firm.measures, firm.events.map(({ kind }) => kind)]).toEqual([[], ['closed']]);
});

test('a merger of the borrower forgets no measure and no case of the loan', async () => {
  const { officer, reviewer } = parties.bankA;
  const before = await raise({ dueIn: -1, raisedAgo: 9 });
  insist(await takeMeasure(officer, before.id, measure('visit')));
  insist(await closeAlert(officer, before.id, { verdict: 'false-alarm', note: '重名', wrong: 'wrong-firm' }));
  await withActor(platform, (tx) =>
    tx.alert.updateMany({ where: { id: before.id }, data: { closedAt: startOf(addDays(today, -100)) } }),
  );
  const heir = await makePerson('owner');
  const after = await raise({ loanId: before.loan, dueIn: -1, raisedAgo: 1 });
  const taken = { enterpriseId: heir.enterpriseId ?? '', borrowerId: parties.enterpriseId };
  await withClient(urls.ownerUrl, (client) =>
    client.query('update alert set enterprise_id = $1, borrower_id = $2 where id = $3', [
      ...Object.values(taken),
      after.id,
    ]),
  );
  const call = { ...measure('visit'), kind: 'acceleration' } as const;
  expect(insist(await takeMeasure(officer, after.id, call))).toBe('taken');
  expect(insist(await showAlert(officer, after.id)).matter.map(({ id }) => id)).toEqual([
    before.id,
    after.id,
  ]);
  expect(insist(await showAlert(heir, after.id)).matter.map(({ id }) => id)).toEqual([after.id]);
  const reversal = { verdict: 'confirmed', note: '确有其事', reason: '补看凭证' } as const;
  insist(await reverseVerdict(reviewer, before.id, reversal));
});
