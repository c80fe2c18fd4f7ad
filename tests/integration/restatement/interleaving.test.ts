import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makePerson } from '#tests/factories/people.ts';
import { makeRights, type Rights } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, addMonths, type Day, startOf } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { repairDuties } from '~/domain/repair/regime.ts';
import { decisionLastDay } from '~/domain/restatement/decision-clock.ts';
import { system } from '~/server/access/actor.ts';
import { responseClocks } from '~/server/application/store.ts';
import { clock, onDay } from '~/server/clock.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { amendRecord } from '~/server/objection/amend-record.ts';
import { answerObjection } from '~/server/objection/answer-objection.ts';
import { appealObjection } from '~/server/objection/appeal-objection.ts';
import { fileObjection } from '~/server/objection/file-objection.ts';
import { forwardObjection } from '~/server/objection/forward-objection.ts';
import { reviewAppeal } from '~/server/objection/review-appeal.ts';
import { fileRepair } from '~/server/repair/file-repair.ts';
import { showRecord } from '~/server/repair/show-record.ts';
import { restate } from '~/server/restatement/restate.ts';
import { setDecisionClocks } from '~/server/restatement/set-clocks.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { latestSheet } from '~/server/score/store.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
const asPlatform = <T>(work: (tx: Parameters<Parameters<typeof withActor>[1]>[0]) => Promise<T>) =>
  withActor(platform, work as never) as Promise<T>;

/** The five events of domain.md edge case 15, each through the use case that carries it out. */
const events = {
  objects: (rights: Rights, factId: FactId) =>
    fileObjection(rights.owner, { factId, ground: 'wrong-content', body: '处罚决定已撤销。' }),
  'is revoked': async (rights: Rights, factId: FactId) => {
    const about = { enterpriseId: rights.enterpriseId, providerId: rights.liaison.institutionId as never };
    const record = { item: 'penalty.decision', factId, caseId: randomUUID() };
    const ref = await withActor(rights.liaison, (tx) =>
      amendRecord(tx, rights.liaison, { ...about, ...record, op: 'revoke', cause: 'revocation' }),
    );
    const order = { enterpriseId: rights.enterpriseId, ref: ref as string, cause: 'revocation' } as const;
    await asPlatform((tx) => restate(tx, platform, order));
  },
  'asks for repair': (rights: Rights, factId: FactId) =>
    fileRepair(rights.owner, {
      factId,
      kind: 'repair',
      duties: repairDuties.map((duty) => ({ duty, proof: '凭证' })),
      promise: '依法经营。',
      courtOrder: null,
    }),
  'sheet expires': (rights: Rights) =>
    asPlatform((tx) => scoreFirm(tx, platform, { enterpriseId: rights.enterpriseId, cause: 'on-demand' })),
  'clock runs': (rights: Rights) => asPlatform((tx) => setDecisionClocks(tx, platform, rights.enterpriseId)),
} as const;

type Event = keyof typeof events;
const names = Object.keys(events) as Event[];

/** Where everything about the record stands in the end. */
async function endState(rights: Rights, factId: FactId) {
  await events['clock runs'](rights);
  await events['sheet expires'](rights);
  const shown = await showRecord(rights.owner, factId);
  if (!shown.ok) throw new Error(shown.refusal.code);
  const { record, standing, objections, repairs } = shown.value;
  const sheet = await asPlatform((tx) => latestSheet(tx, rights.enterpriseId, 'public'));
  const [application] = await asPlatform((tx) =>
    tx.application.findMany({ where: { enterpriseId: rights.enterpriseId } }),
  );
  return {
    record: record.state,
    disclosure: standing.disclosure,
    pending: [...objections, ...repairs].filter(({ state }) => state !== 'moot').length,
    moot: objections.every(({ state }) => state === 'moot') && repairs.every(({ state }) => state === 'moot'),
    grade: sheet?.grade,
    points: sheet?.milliPoints,
    decisionDue: application?.decisionDueAt.toISOString(),
  };
}

async function openApplication(rights: Rights) {
  const at = new Date('2026-11-20T02:00:00Z');
  const consentId = randomUUID();
  await withActor(rights.owner, (tx) =>
    tx.consent.create({
      data: {
        enterpriseId: rights.enterpriseId,
        id: consentId,
        recipientKind: 'institution',
        institutionId: rights.officer.institutionId,
        purpose: 'pre-loan',
        items: ['penalty.decision'],
        detail: 'detail',
        mode: 'view',
        fetchType: 'one-time',
        validFrom: at,
        validTo: new Date('2027-11-20T02:00:00Z'),
        readsPerDay: 20,
        retentionDays: 365,
        grantedBy: rights.owner.userId,
        grantedAt: at,
        body: '{}',
        previousHash: '0',
        hash: consentId,
        signature: '-',
        keyId: 'test',
      },
    }),
  );
  await asPlatform(async (tx) => {
    await tx.application.create({
      data: {
        enterpriseId: rights.enterpriseId,
        id: randomUUID(),
        institutionId: rights.officer.institutionId as string,
        productId: randomUUID(),
        needId: randomUUID(),
        consentId,
        amountFen: 1_000_000n,
        termMonths: 12,
        purpose: 'working-capital',
        collateral: [],
        state: 'in-review',
        submittedBy: rights.owner.userId,
        submittedAt: at,
        pickupDueAt: at,
        decisionDueAt: new Date('2026-12-05T00:00:00Z'),
      },
    });
  });
}

test('any interleaving of the five events ends in the same state', async () => {
  const orders = fc.sample(fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length }), {
    numRuns: 8,
    seed: 15,
  });
  orders.push(names, [...names].reverse());
  const ends = new Map<string, string>();
  for (const order of orders) {
    const rights = await makeRights('640104');
    const factId = await rights.penalty({ on: addMonths(clock.today(), -5) });
    await openApplication(rights);
    for (const event of order) await events[event](rights, factId);
    ends.set(order.join(', '), JSON.stringify(await endState(rights, factId)));
  }
  expect(ends.size).toBeGreaterThan(5);
  expect(new Set(ends.values()).size, [...ends].join('\n')).toBe(1);
  expect(JSON.parse([...ends.values()][0] ?? '{}')).toMatchObject({
    record: 'revoked',
    disclosure: 'hidden',
    pending: 0,
    moot: true,
  });
});

/** At which moves the clocks of a firm's applications were asked to follow, in their order. */
const clocksOrdered = async ({ enterpriseId }: Rights) =>
  (
    await asPlatform(
      (tx) => tx.$queryRaw<{ at: string }[]>`
        select payload->>'at' as at from outbox
        where job = 'restatement.set-clocks' and payload->>'enterpriseId' = ${enterpriseId} order by id`,
    )
  ).map(({ at }) => at);

test('handed on to the department, an objection holds the decision back until the department’s last day', async () => {
  const rights = await makeRights('310104');
  const factId = await rights.penalty({ on: addMonths(clock.today(), -5) });
  await openApplication(rights);
  const id = insist(await onDay('2026-11-23' as Day, () => events.objects(rights, factId)));
  const lastDayOf = async () =>
    dayOfDate(
      (await asPlatform((tx) => tx.objection.findFirstOrThrow({ where: { id } }))).dueOn ?? new Date(0),
    );
  const first = await lastDayOf();
  const desk = await makePerson('data-operator', {});
  insist(await onDay('2026-11-24' as Day, () => forwardObjection(desk, id, '与来源一致')));
  const last = await lastDayOf();
  expect(last > first).toBe(true);
  expect(await clocksOrdered(rights)).toEqual(['filed', 'forwarded']);
  await onDay('2026-11-24' as Day, () => events['clock runs'](rights));
  const { decisionWorkingDays } = await asPlatform((tx) => responseClocks(tx, '2026-11-20' as Day));
  const due = decisionLastDay('2026-11-20' as Day, decisionWorkingDays, [
    { from: '2026-11-23' as Day, to: last },
  ]);
  const { decisionDueAt } = await asPlatform((tx) =>
    tx.application.findFirstOrThrow({ where: { enterpriseId: rights.enterpriseId } }),
  );
  expect(decisionDueAt).toEqual(startOf(addDays(due, 1)));
});

test('a record that is sealed while it is disputed holds no decision back, and the objection can still be upheld', async () => {
  const rights = await makeRights('640104');
  const factId = await rights.penalty({ on: addMonths(clock.today(), -5) });
  await openApplication(rights);
  const id = insist(await onDay('2026-11-23' as Day, () => events.objects(rights, factId)));
  await onDay('2026-11-25' as Day, async () => {
    const about = { enterpriseId: rights.enterpriseId, providerId: rights.liaison.institutionId as never };
    const seal = {
      item: 'penalty.decision',
      factId,
      caseId: randomUUID(),
      op: 'seal',
      cause: 'repair',
    } as const;
    const ref = await withActor(rights.liaison, (tx) =>
      amendRecord(tx, rights.liaison, { ...about, ...seal }),
    );
    const order = { enterpriseId: rights.enterpriseId, ref: ref as string, cause: 'repair' } as const;
    await asPlatform((tx) => restate(tx, platform, order));
    expect(await clocksOrdered(rights)).toEqual(['filed', 'sealed']);
    await events['clock runs'](rights);
  });
  const { decisionWorkingDays } = await asPlatform((tx) => responseClocks(tx, '2026-11-20' as Day));
  const still = [{ from: '2026-11-23' as Day, to: '2026-11-24' as Day }];
  const lastDay = decisionLastDay('2026-11-20' as Day, decisionWorkingDays, still);
  const due = () =>
    asPlatform((tx) => tx.application.findFirstOrThrow({ where: { enterpriseId: rights.enterpriseId } }));
  expect((await due()).decisionDueAt).toEqual(startOf(addDays(lastDay, 1)));
  const upheld = {
    verdict: 'upheld',
    answer: '决定已撤销。',
    evidence: '撤字4号',
    change: 'revoke',
  } as const;
  insist(await onDay('2026-11-26' as Day, () => answerObjection(rights.liaison, id, upheld)));
  await onDay('2026-11-26' as Day, () => events['clock runs'](rights));
  expect((await due()).decisionDueAt).toEqual(startOf(addDays(lastDay, 1)));
  expect(insist(await showRecord(rights.owner, factId)).record.state).toBe('revoked');
});

test('the bank’s clock runs between an answer and the appeal against it, and stands still again from the appeal', async () => {
  const rights = await makeRights('640104');
  const factId = await rights.penalty({ on: addMonths(clock.today(), -5) });
  await openApplication(rights);
  const file = () => events.objects(rights, factId);
  const id = insist(await onDay('2026-11-23' as Day, file));
  const answer = { verdict: 'refused', answer: '决定有效。', evidence: '3号', change: 'none' } as const;
  insist(await onDay('2026-11-25' as Day, () => answerObjection(rights.liaison, id, answer)));
  insist(await onDay('2026-12-09' as Day, () => appealObjection(rights.owner, id, '请复核。')));
  const dismissed = { outcome: 'dismiss', reason: '答复无误。' } as const;
  insist(await onDay('2026-12-11' as Day, () => reviewAppeal(rights.operator, id, dismissed)));
  const jobs = await rights.orders('restatement.set-clocks');
  expect(jobs.map((job) => (job as unknown as { at: string }).at)).toEqual([
    ...['filed', 'ended', 'appealed', 'ended-again'],
  ]);
  const { decisionWorkingDays } = await asPlatform((tx) => responseClocks(tx, '2026-11-20' as Day));
  await onDay('2026-12-12' as Day, () => events['clock runs'](rights));
  const [application] = await asPlatform((tx) =>
    tx.application.findMany({ where: { enterpriseId: rights.enterpriseId } }),
  );
  const still = [
    { from: '2026-11-23' as Day, to: '2026-11-24' as Day },
    { from: '2026-12-09' as Day, to: '2026-12-10' as Day },
  ];
  const lastDay = decisionLastDay('2026-11-20' as Day, decisionWorkingDays, still);
  expect(application?.decisionDueAt).toEqual(startOf(addDays(lastDay, 1)));
  const { standing } = insist(await showRecord(rights.owner, factId));
  expect(standing.disputes).toEqual([
    { from: '2026-11-23', to: '2026-11-25' },
    { from: '2026-12-09', to: '2026-12-11' },
  ]);
});
