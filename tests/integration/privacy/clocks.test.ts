import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { escalateClocks } from '~/server/privacy/escalate-clocks.ts';
import { listGlass } from '~/server/privacy/list-glass.ts';
import { escalateSecondLooks } from '~/server/restatement/escalate-second-looks.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
const today = clock.today();
const at = startOf(today);
const asPlatform = <T>(work: (tx: Parameters<Parameters<typeof withActor>[1]>[0]) => Promise<T>) =>
  withActor(platform, work as never) as Promise<T>;
const on = (ahead: number) => {
  const day = addDays(today, ahead);
  return onDay(day, () => asPlatform((tx) => escalateClocks(tx, day)));
};
const told = (kind: string) =>
  asPlatform(async (tx) =>
    (await tx.notification.findMany({ where: { kind }, orderBy: { createdAt: 'asc' } })).map(
      ({ params }) => (params as { what: string }).what,
    ),
  );

beforeAll(async () => {
  const enterpriseId = await makeFirm();
  const [risk, security] = [await makePerson('risk-operator'), await makePerson('security-admin')];
  await asPlatform(async (tx) => {
    await tx.glassBreak.create({
      data: {
        ...{ enterpriseId, id: randomUUID(), reason: '排查', minutes: 30, askedBy: risk.userId },
        ...{ askerName: risk.name, askedAt: at, decidedBy: security.userId, deciderName: security.name },
        ...{ decidedAt: at, decision: 'granted', opensUntil: at },
      },
    });
    await tx.breach.create({
      data: { id: randomUUID(), title: '误发', discoveredAt: at, registeredBy: security.userId },
    });
    await tx.personObjection.create({
      data: {
        ...{
          enterpriseId,
          id: randomUUID(),
          personId: randomUUID(),
          subjectId: randomUUID(),
          factId: randomUUID(),
        },
        ...{ item: 'provident.person-account', providerId: randomUUID(), sealed: new Uint8Array([1]) },
        ...{ filedAt: at, dueOn: new Date(`${addDays(today, 20)}T00:00:00Z`) },
      },
    });
  });
});

test('each clock that runs out is reported once to those whom it concerns, and its page shows it late', async () => {
  expect([await on(1), await on(1)]).toEqual([1, 0]); // eight hours to assess the breach
  expect([await on(2), await on(3), await on(4)]).toEqual([0, 1, 0]); // three days to review the access
  expect([await on(20), await on(21), await on(22)]).toEqual([0, 1, 0]); // twenty days to answer the person
  expect(await told('privacy.clock-over')).toEqual(['breach-assessed', 'glass-review', 'person-objection']);
  const audit = await makePerson('audit-admin');
  const late = async (ahead: number) =>
    onDay(addDays(today, ahead), async () =>
      (await listGlass(audit)).rows.map(({ isReviewLate }) => isReviewLate),
    );
  expect([await late(2), await late(3)]).toEqual([[false], [true]]);
});

test('a second look that waits too long is told to the bank again and to the platform, once', async () => {
  const institutionId = await makeInstitution();
  const dueOn = addDays(today, 10);
  await asPlatform(async (tx) =>
    tx.restatementNotice.create({
      data: {
        ...{
          enterpriseId: await makeFirm(),
          id: randomUUID(),
          refId: randomUUID(),
          institutionId,
          kind: 'second-look',
        },
        ...{ cause: 'repair', item: 'penalty.decision', state: 'open', at, applicationId: randomUUID() },
        dueOn: new Date(`${dueOn}T00:00:00Z`),
      },
    }),
  );
  const escalate = (day: Day) => asPlatform((tx) => escalateSecondLooks(tx, day));
  expect([
    await escalate(dueOn),
    await escalate(addDays(dueOn, 1)),
    await escalate(addDays(dueOn, 2)),
  ]).toEqual([0, 1, 0]);
  expect((await told('privacy.clock-over')).filter((what) => what === 'second-look')).toHaveLength(2);
  expect(await told('restatement.second-look-overdue')).toHaveLength(1);
});
