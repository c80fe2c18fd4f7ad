import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeInstitution, makePerson } from '#tests/factories/people.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { shutOutSince } from '~/server/access/why-shut-out.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { authorise } from '~/server/http/authorise.ts';
import { problem } from '~/server/http/problem.ts';
import { startSession } from '~/server/http/session.ts';

freshDatabase();

const today = clock.today();
const reason = '未按约定用途查询，限期整改。';
const suspend = (id: InstitutionId) =>
  withActor(system('test'), (tx) =>
    tx.institution.update({
      where: { id },
      data: { state: 'suspended', suspendedAt: startOf(addDays(today, -2)), suspendedReason: reason },
    }),
  );

/** What a person hears who asks for a page behind a permission. */
async function heardBy(person: Person) {
  const [cookie = ''] = (await startSession(new Request('http://localhost/'), person.userId)).split(';');
  const asked = new Request('http://localhost/bank', { headers: { cookie } });
  const answer = await authorise(asked, {}, 'overview.loan-quality').catch((thrown: Response) => thrown);
  if (!(answer instanceof Response)) throw new Error('let in');
  expect(answer.status).toBe(403);
  const { refusal, words } = await answer.json();
  return { refusal, words };
}

test('people of a suspended institution learn since when and what to do, its administrator the reason as well', async () => {
  const institutionId = await makeInstitution();
  await withActor(system('test'), async (tx) => {
    const id = await makeInstitution({ kind: 'platform' });
    await tx.institution.update({ where: { id }, data: { contact: '0951-000 0000' } });
  });
  await suspend(institutionId);
  const officer = await heardBy(await makePerson('officer', { institutionId }));
  expect(officer.refusal).toEqual({
    ...{ code: 'institution.suspended', since: addDays(today, -2), contact: '0951-000 0000' },
    ...{ reason: null, isAdmin: false },
  });
  expect(officer.words['zh-CN']).toMatch(/自 2026年11月21日 起被暂停/);
  const admin = await heardBy(await makePerson('institution-admin', { institutionId }));
  expect(admin.refusal).toMatchObject({ reason, isAdmin: true });
});

test('after the last day of its assessment they learn which day that was', async () => {
  const institutionId = await makeInstitution();
  await withActor(system('test'), (tx) =>
    tx.institution.update({
      where: { id: institutionId },
      data: { assessmentExpiresOn: dateOfDay(addDays(today, -1)) },
    }),
  );
  const { refusal } = await heardBy(await makePerson('reviewer', { institutionId }));
  expect(refusal).toMatchObject({ code: 'institution.assessment-expired', since: today, reason: null });
  expect(await shutOutSince(institutionId, 'assessment-expired')).toBe(today);
  expect(await shutOutSince(institutionId, 'not-admitted')).toBeNull();
});

test('a machine gets a code to branch on, the day, and no reason', async () => {
  const institutionId = await makeInstitution();
  await suspend(institutionId);
  const since = await shutOutSince(institutionId, 'suspended');
  const answer = await problem(new Request('http://localhost/api'), {
    ...{ code: 'institution.suspended', status: 403 },
    ...({ since } as object),
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const body = await answer.json();
  expect(body).toMatchObject({ code: 'institution.suspended', status: 403, since: addDays(today, -2) });
  expect(JSON.stringify(body)).not.toContain('整改');
});
