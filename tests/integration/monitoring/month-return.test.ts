import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, addMonths, day, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { onDay } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { correctReturn } from '~/server/monitoring/month-return/correct-return.ts';
import { fileReturn } from '~/server/monitoring/month-return/file-return.ts';
import { listReturns, readReturn } from '~/server/monitoring/month-return/list-returns.ts';
import { makeReturn } from '~/server/monitoring/month-return/make-return.ts';

freshDatabase({ template: referenceTemplate });

const month = '2026-10';
const first = day('2026-11-01');
let desk: Person;
let regulator: Person;
let loans: string[];

/** Six firms in one prefecture and two in another, each with a loan; one case was raised and one closed in the month. */
beforeAll(async () => {
  desk = await makePerson('risk-operator');
  regulator = await makePerson('regulator');
  const institutionId = await makeInstitution();
  loans = [];
  for (let i = 0; i < 8; i += 1) {
    const enterpriseId = await makeFirm();
    const regionCode = i < 6 ? '640104' : '640221';
    await withActor(system('test'), (tx) =>
      tx.enterprise.updateMany({ where: { id: enterpriseId }, data: { regionCode } }),
    );
    loans.push(await createLoan({ enterpriseId, institutionId, disbursedOn: day('2026-08-10') }));
    if (i < 2) await raise(enterpriseId, institutionId, loans[i] as string, i === 1);
  }
  await withActor(system('test'), (tx) =>
    tx.loan.updateMany({ data: { recordedAt: startOf(day('2026-08-10')) } }),
  );
});

const raise = (enterpriseId: string, institutionId: string, loanId: string, isClosed: boolean) =>
  withActor(system('test'), (tx) =>
    tx.alert.createMany({
      data: [
        {
          ...{ enterpriseId, institutionId, loanId, id: randomUUID(), groupKey: 'g', signalVersion: 1 },
          ...{ signalCode: 'court-cases', severity: isClosed ? 'orange' : 'red' },
          raisedAt: startOf(day('2026-10-12')),
          dueAt: startOf(day('2026-10-20')),
          evidence: { figures: {}, records: [] },
          ...(isClosed && { state: 'closed', verdict: 'cured', closedAt: startOf(day('2026-10-25')) }),
        },
      ],
    }),
  );

const dayRuns = (on: string) =>
  onDay(day(on), () => withActor(system('test'), (tx) => makeReturn(tx, day(on))));
const seenOn = (on: string, who = desk) => onDay(day(on), () => listReturns(who, {}));

test('the return is made once, by place, with small places together, and the store gives the same again', async () => {
  await dayRuns(first);
  await dayRuns(addDays(first, 1));
  const { returns, shown } = await seenOn('2026-11-02');
  expect(returns).toMatchObject([{ month, version: 1, status: 'due', dueOn: '2026-11-09', filedAt: null }]);
  expect(shown?.again).toBe(true);
  expect(shown?.total).toMatchObject({
    ...{ firms: 8, loans: 8, live: 1, overdueAnswers: 1 },
    raised: { yellow: 0, orange: 1, red: 1 },
    closed: { cured: 1, confirmed: 0 },
  });
  expect(shown?.total.balanceFen).toBe((8n * 12_000_000n).toString());
  expect(shown?.lines.map(({ code }) => code)).toEqual(['']);
  expect(shown?.signals).toEqual([{ code: 'court-cases', raised: 2, closed: 1, right: 1 }]);
});

test('unfiled it is late after the 9th, a working day; a regulator reads nothing before a person filed it', async () => {
  expect((await seenOn('2026-11-09')).returns[0]?.status).toBe('due');
  expect((await seenOn('2026-11-10')).returns[0]?.status).toBe('late');
  expect((await seenOn('2026-11-10', regulator)).returns).toEqual([]);
  const pressed = () =>
    withActor(system('test'), (tx) => tx.notification.count({ where: { kind: 'monitoring.return-due' } }));
  await dayRuns('2026-11-08');
  expect(await pressed()).toBe(0);
  await dayRuns('2026-11-10'); // the day itself was missed
  await dayRuns('2026-11-11');
  expect(await pressed()).toBe(1);
  const early = await onDay(first, () => correctReturn(desk, month, '补记还款。'));
  expect(early).toMatchObject({ refusal: { code: 'monitoring.return-not-filed' } });
  insist(await onDay(day('2026-11-09'), () => fileReturn(desk, month, 1)));
  expect(await fileReturn(desk, month, 1)).toMatchObject({ refusal: { code: 'monitoring.return-not-open' } });
  const { returns, shown } = await seenOn('2026-11-20', regulator);
  expect(returns).toMatchObject([{ version: 1, status: 'filed', filedBy: null }]);
  expect(shown).toMatchObject({ again: null, isFiled: true });
  // Two firms stand behind its cases, eight behind its loans.
  expect(shown?.total).toMatchObject({ firms: 8, loans: 8, live: null, raised: { yellow: 0, red: null } });
  expect(shown?.signals).toEqual([{ code: 'court-cases', raised: null, closed: null, right: null }]);
  expect(await readReturn(regulator, { month })).toMatchObject({
    total: { live: null, closed: { cured: null } },
  });
  expect((await seenOn('2026-11-20')).shown?.total).toMatchObject({ live: 1, raised: { red: 1 } });
});

test('a payment entered late leaves the filed version as it was and goes into a correction, filed apart', async () => {
  const unchanged = await onDay(day('2026-11-10'), () => correctReturn(desk, month, '再核对一遍。'));
  expect(unchanged).toMatchObject({ refusal: { code: 'monitoring.return-unchanged' } });
  await withActor(system('test'), async (tx) => {
    const loan = await tx.loan.findFirstOrThrow({ where: { id: loans[0] as string } });
    await tx.repayment.createMany({
      data: [
        {
          ...{
            enterpriseId: loan.enterpriseId,
            id: randomUUID(),
            loanId: loan.id,
            institutionId: loan.institutionId,
          },
          ...{ paidOn: new Date('2026-10-15'), principalFen: 1_000_001n, interestFen: 0n },
          ...{ recordedBy: randomUUID(), recordedAt: startOf(day('2026-11-12')) },
        },
      ],
    });
  });
  const kept = await seenOn('2026-11-13');
  expect(kept.shown?.again).toBe(true);
  const both = await onDay(day('2026-11-13'), () =>
    Promise.all([1, 2].map(() => correctReturn(desk, month, '10 月 15 日还款补记。'))),
  );
  expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, value: 2 }]); // two at once: one is refused
  expect((await seenOn('2026-11-13', regulator)).shown?.version).toBe(1);
  insist(await onDay(day('2026-11-13'), () => fileReturn(desk, month, 2)));
  const { shown, returns } = await seenOn('2026-11-20', regulator);
  expect(shown).toMatchObject({ version: 2, total: { balanceFen: (96_000_000n - 1_000_001n).toString() } });
  expect(returns.map(({ status, reason }) => [status, reason])).toEqual([
    ['filed', '10 月 15 日还款补记。'],
    ['filed', null],
  ]);
});

test('a filed version can be changed by nobody', async () => {
  const write = (change: (tx: Tx) => Promise<number>) => expect(withActor(system('test'), change)).rejects;
  await write(
    (tx) => tx.$executeRaw`update monitoring_return set filed_at = now() where version = 1`,
  ).toThrow(/filed once and never changed/);
  await write((tx) => tx.$executeRaw`update monitoring_return set body = '{}' where version = 1`).toThrow(
    /permission denied/,
  );
  expect(await withActor(regulator, (tx) => tx.monitoringReturn.count())).toBe(0);
});

test('a named month is found however many came after it', async () => {
  const later = Array.from({ length: 60 }, (_, n) => addMonths(day('2027-01-01'), n));
  await withActor(system('test'), (tx) =>
    tx.monitoringReturn.createMany({
      data: later.map((on) => ({
        ...{ month: on.slice(0, 7), version: 1, body: {}, sha256: '0'.repeat(64) },
        ...{ dueOn: new Date(on), knownAt: new Date(on) },
      })),
    }),
  );
  const { shown, returns } = await listReturns(desk, { month });
  expect(shown).toMatchObject({ month, version: 2, isFiled: true });
  expect(returns.slice(-2).map((each) => [each.month, each.version, each.status])).toEqual([
    [month, 2, 'filed'],
    [month, 1, 'filed'],
  ]);
  expect(await readReturn(regulator, { month, version: 1 })).toMatchObject({ month, version: 1 });
  expect(await readReturn(regulator, { month: '2027-01' })).toBeNull();
});
