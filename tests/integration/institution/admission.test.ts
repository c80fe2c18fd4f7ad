import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeInstitution, makePerson } from '#tests/factories/people.ts';
import { largestDocument } from '~/domain/institution/document-kind.ts';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { acceptInvitation } from '~/server/access/accept-invitation.ts';
import { asInstitution, system } from '~/server/access/actor.ts';
import { inviteColleague } from '~/server/access/invite-colleague.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readSession, startSession } from '~/server/http/session.ts';
import { addEvidence } from '~/server/institution/add-evidence.ts';
import { admitInstitution } from '~/server/institution/admit-institution.ts';
import { approveInstitution } from '~/server/institution/approve-institution.ts';
import { checkEvidence } from '~/server/institution/check-evidence.ts';
import { admitForm, institutionsQuery } from '~/server/institution/forms.ts';
import { listInstitutions } from '~/server/institution/list-institutions.ts';
import { readEvidence } from '~/server/institution/read-evidence.ts';
import { remindRetests } from '~/server/institution/remind-retests.ts';
import { resumeInstitution } from '~/server/institution/resume-institution.ts';
import { setAssessment } from '~/server/institution/set-assessment.ts';
import { showInstitution } from '~/server/institution/show-institution.ts';
import { showOwnAssessment } from '~/server/institution/show-own-assessment.ts';
import { suspendInstitution } from '~/server/institution/suspend-institution.ts';

freshDatabase();

const today = clock.today();
const security = () => makePerson('security-admin');
const form = (code: string) =>
  admitForm.parse({
    kind: 'bank',
    code,
    nameZh: '河洲农商银行',
    nameEn: 'Hezhou Rural Commercial Bank',
    contact: '0951-1234567',
    firstPerson: '钱管理',
  });
const refusalOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? null;
const standingOf = async (cookie: string) =>
  (await readSession(new Request('http://localhost/', { headers: { cookie } }), {}))?.standing;
const openSession = async (userId: Awaited<ReturnType<typeof makePerson>>['userId']) =>
  (await startSession(new Request('http://localhost/'), userId)).split(';')[0] ?? '';
const report = { name: '评估报告.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.4\n%%EOF\n')) };
const evidence = { assessedOn: addDays(today, -5), assessor: '某测评中心', reportNo: 'R-2026-7' };

const eventsOf = (id: InstitutionId) =>
  withActor(system('test'), (tx) =>
    tx.eventLog.findMany({ where: { institutionId: id }, orderBy: { id: 'asc' } }),
  );

test('a bank enters, its first person joins, and it reads only after approval with an assessment', async () => {
  const admin = await security();
  const { id, token } = insist(await admitInstitution(admin, form('bank-new')));
  const joined = insist(
    await acceptInvitation(
      { token, name: '钱管理', login: 'qian', password: 'Abacus-and-Ink-3', locale: 'zh-CN' },
      '10.4.0.1',
    ),
  );
  expect(joined.role).toBe('institution-admin');
  const cookie = await openSession(joined.userId);
  expect(await standingOf(cookie)).toBe('not-admitted');
  expect(refusalOf(await approveInstitution(admin, id, { until: null, evidence }))).toBe(
    'institution.assessment-missing',
  );
  expect(refusalOf(await approveInstitution(admin, id, { until: today, evidence }))).toBe(
    'institution.assessment-past',
  );
  expect(refusalOf(await approveInstitution(admin, id, { until: addDays(today, 400), evidence }))).toBe(
    'institution.assessment-too-long',
  );
  expect(refusalOf(await approveInstitution(admin, id, { until: addDays(today, 200), evidence: null }))).toBe(
    'institution.evidence-missing',
  );
  expect(refusalOf(await approveInstitution(admin, id, { until: addDays(today, 200), evidence }))).toBe(
    'institution.evidence-file-missing',
  );
  insist(await approveInstitution(admin, id, { until: addDays(today, 200), evidence }, [report]));
  expect(insist(await showInstitution(admin, id)).assessments).toMatchObject([
    { occasion: 'admission', reportNo: 'R-2026-7', by: admin.name },
  ]);
  expect(await standingOf(cookie)).toBe('good');
  expect(refusalOf(await approveInstitution(admin, id, { until: addDays(today, 200), evidence }))).toBe(
    'institution.not-applied',
  );
  expect((await eventsOf(id)).map((e) => e.kind)).toEqual([
    'institution.applied',
    'access.person-invited',
    'access.invitation-accepted',
    'institution.approved',
  ]);
});

test('a code can be given once', async () => {
  const admin = await security();
  insist(await admitInstitution(admin, form('bank-once')));
  expect(await admitInstitution(admin, form('bank-once'))).toEqual({
    ok: false,
    refusal: { code: 'institution.code-taken', field: 'code' },
  });
});

test('suspension stops reads at the next request, resuming opens them, and both are on record with their reason', async () => {
  const admin = await security();
  const officer = asInstitution(await makePerson('officer'));
  const cookie = await openSession(officer.userId);
  const id = officer.institutionId;
  expect(await standingOf(cookie)).toBe('good');
  insist(await suspendInstitution(admin, id, '超出授权用途查询'));
  expect(await standingOf(cookie)).toBe('suspended');
  expect(refusalOf(await suspendInstitution(admin, id, '再次暂停'))).toBe('institution.not-approved');
  const page = insist(await showInstitution(admin, id));
  expect(page).toMatchObject({ standing: 'suspended', suspendedReason: '超出授权用途查询' });
  expect(page.history[0]).toMatchObject({
    kind: 'institution.suspended',
    by: admin.name,
    reason: '超出授权用途查询',
  });
  insist(await resumeInstitution(admin, id));
  expect(await standingOf(cookie)).toBe('good');
  const lines = await withActor(system('test'), (tx) =>
    tx.auditEntry.findMany({ where: { userId: admin.userId }, orderBy: { seq: 'asc' } }),
  );
  expect(lines.map((l) => l.action)).toEqual(['institution.suspended', 'institution.resumed']);
});

test('the report of an assessment is scanned, sealed, opened by those who may, and each opening is on record', async () => {
  const [admin, own, stranger] = [
    await security(),
    asInstitution(await makePerson('institution-admin')),
    asInstitution(await makePerson('institution-admin')),
  ];
  const id = own.institutionId;
  const given = { until: addDays(today, 90), evidence };
  const bad = (bytes: Uint8Array) => setAssessment(admin, id, given, [{ name: '报告.pdf', bytes }]);
  expect(refusalOf(await bad(new Uint8Array([77, 90])))).toBe('institution.document-kind');
  expect(refusalOf(await bad(new Uint8Array(largestDocument + 1)))).toBe('institution.document-too-large');
  process.env.XINQIAO_SCAN_PROGRAM = 'false';
  expect(refusalOf(await bad(report.bytes))).toBe('institution.document-infected');
  delete process.env.XINQIAO_SCAN_PROGRAM;
  insist(await setAssessment(admin, id, given, [report]));
  const recorded = () => showOwnAssessment(own).then((shown) => shown?.assessments[0]);
  const one = await recorded();
  expect(insist(await addEvidence(admin, { id, assessment: one?.id ?? '' }, [report]))).toBe(1);
  expect(refusalOf(await addEvidence(admin, { id, assessment: one?.id ?? '' }, []))).toBe(
    'institution.evidence-file-missing',
  );
  const elsewhere = { id: stranger.institutionId, assessment: one?.id ?? '' };
  expect(refusalOf(await addEvidence(admin, elsewhere, [report]))).toBe('institution.not-found');
  const document = (await recorded())?.files[0]?.id ?? '';
  expect((await recorded())?.files).toHaveLength(2);
  for (const reader of [admin, own]) {
    const opened = insist(await readEvidence(reader, { id, document }));
    expect(Buffer.from(opened.body).toString()).toBe(Buffer.from(report.bytes).toString());
  }
  for (const at of [id, stranger.institutionId])
    expect(refusalOf(await readEvidence(stranger, { id: at, document }))).toBe('institution.not-found');
  const lines = await withActor(system('test'), (tx) =>
    tx.auditEntry.findMany({
      where: { userId: { in: [admin.userId, own.userId, stranger.userId] } },
      orderBy: { seq: 'asc' },
    }),
  );
  expect(lines.map((line) => line.action)).toEqual([
    'institution.assessed',
    'institution.evidence-added',
    'institution.evidence-opened',
    'institution.evidence-opened',
  ]);
  const row = (await checkEvidence(system('test'))).find((each) => each.assessments[0]?.files.length === 2);
  expect(row?.assessments[0]?.files.map(({ whole }) => whole)).toEqual([true, true]);
});

test('resuming does not revive an assessment that ended', async () => {
  const admin = await security();
  const officer = asInstitution(await makePerson('officer'));
  const cookie = await openSession(officer.userId);
  insist(await suspendInstitution(admin, officer.institutionId, '重新评估前暂停'));
  await withActor(system('test'), (tx) =>
    tx.institution.update({
      where: { id: officer.institutionId },
      data: { assessmentExpiresOn: new Date('2026-01-31') },
    }),
  );
  insist(await resumeInstitution(admin, officer.institutionId));
  expect(await standingOf(cookie)).toBe('assessment-expired');
  insist(
    await setAssessment(admin, officer.institutionId, { until: addDays(today, 100), evidence }, [report]),
  );
  expect(await standingOf(cookie)).toBe('good');
});

test('an institution hears thirty, seven and no days before its assessment ends, a missed day on the next', async () => {
  const officer = asInstitution(await makePerson('officer'));
  const until = addDays(today, 40);
  insist(await setAssessment(await security(), officer.institutionId, { until, evidence }, [report]));
  const remind = (on: Day) => withActor(system('test'), (tx) => remindRetests(tx, on));
  for (const days of [31, 29, 28, 6, 1, 0]) await remind(addDays(until, -days));
  const heard = await withActor(system('test'), (tx) =>
    tx.notification.findMany({
      where: { institutionId: officer.institutionId },
      orderBy: { createdAt: 'asc' },
    }),
  );
  expect(heard.map(({ kind, urgent }) => [kind, urgent])).toEqual([
    ['institution.retest-due', false],
    ['institution.retest-due', false],
    ['institution.retest-due', true],
  ]);
});

test('two steps at the same moment happen one after the other', async () => {
  const admin = await security();
  const id = await makeInstitution();
  const both = await Promise.all(
    ['甲乙丙丁戊', '己庚辛壬癸'].map((reason) => suspendInstitution(admin, id, reason)),
  );
  expect(both.filter((result) => result.ok)).toHaveLength(1);
});

test('the platform cannot shut itself out, and an unknown institution is not found', async () => {
  const admin = asInstitution(await security());
  expect(refusalOf(await suspendInstitution(admin, admin.institutionId, '误操作测试'))).toBe(
    'institution.is-platform',
  );
  expect(refusalOf(await resumeInstitution(admin, crypto.randomUUID() as InstitutionId))).toBe(
    'institution.not-found',
  );
});

test('the list filters and sorts by what is asked', async () => {
  const admin = await security();
  const list = async (query: object) =>
    (await listInstitutions(admin, institutionsQuery.parse(query), 'zh-CN')).rows;
  const soon = await makeInstitution({ name: '快到期银行' });
  await withActor(system('test'), (tx) =>
    tx.institution.update({
      where: { id: soon },
      data: { assessmentExpiresOn: new Date(`${addDays(today, 10)}T00:00:00Z`) },
    }),
  );
  expect((await list({ standing: 'ending-soon' })).map((r) => r.id)).toEqual([soon]);
  expect((await list({ standing: 'not-admitted' })).map((r) => r.code)).toEqual(['bank-once']);
  expect((await list({ text: '快到期' })).map((r) => [r.daysLeft, r.standing])).toEqual([[10, 'good']]);
  expect((await list({ kind: 'platform' })).every((r) => r.kind === 'platform')).toBe(true);
  const people = (await list({ sort: 'people', dir: 'desc' })).map((r) => r.people);
  expect(people).toEqual([...people].sort((a, b) => b - a));
  const untils = (await list({ sort: 'until', kind: 'bank' })).map((r) => r.until ?? '9999');
  expect(untils).toEqual([...untils].sort());
});

test('an operator without the right to admit sees everything and may change nothing', async () => {
  const admin = await makePerson('institution-admin');
  const data = await makePerson('data-operator');
  insist(await inviteColleague(admin, { name: '新人', role: 'officer' }));
  const page = insist(await showInstitution(data, asInstitution(admin).institutionId));
  expect(page.mayAdmit).toBe(false);
  expect(page.invitations).toHaveLength(1);
  expect(day(page.bounds.least) > today).toBe(true);
});
