import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { factoryPassword, makePerson } from '#tests/factories/people.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { changePassword } from '~/server/access/change-password.ts';
import { endOtherSessions } from '~/server/access/end-other-sessions.ts';
import { showAccount } from '~/server/access/show-account.ts';
import { signIn } from '~/server/access/sign-in.ts';
import { updateAccount } from '~/server/access/update-account.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  currentSessionId,
  endSession,
  readSession,
  sessionAbsoluteMs,
  sessionIdleMs,
  startSession,
} from '~/server/http/session.ts';

freshDatabase();

const asking = (cookie?: string) => new Request('http://localhost/', cookie ? { headers: { cookie } } : {});
const cookieOf = (header: string) => header.split(';')[0] ?? '';
const open = async (person: Person, before?: string) =>
  cookieOf(await startSession(asking(before), person.userId));
const reader = (cookie: string) => readSession(asking(cookie), {});
const moveBack = (ms: number) =>
  withActor(
    system('test'),
    (tx) => tx.$executeRaw`
    update session set last_seen_at = last_seen_at - make_interval(secs => ${ms / 1000}),
                       expires_at = expires_at - make_interval(secs => ${ms / 1000})`,
  );

test('a session names its person, and the cookie is http-only, same-site and not the stored id', async () => {
  const person = await makePerson('reviewer');
  const header = await startSession(asking(), person.userId);
  expect(header).toMatch(/HttpOnly/);
  expect(header).toMatch(/SameSite=Lax/);
  const signed = await reader(cookieOf(header));
  expect(signed).toMatchObject({ actor: { userId: person.userId, role: 'reviewer' }, standing: 'good' });
  expect(cookieOf(header)).not.toContain(signed?.sessionId);
  expect(await startSession(new Request('https://localhost/'), person.userId)).toMatch(/Secure/);
});

test('signing in again closes the session the browser came with', async () => {
  const person = await makePerson('owner');
  const first = await open(person);
  const second = await open(person, first);
  expect(second).not.toBe(first);
  expect(await reader(first)).toBeNull();
  expect(await reader(second)).not.toBeNull();
});

test('a session ends by signing out, by idling and by age', async () => {
  const person = await makePerson('owner');
  const left = await open(person);
  await endSession(asking(left));
  expect(await reader(left)).toBeNull();
  const idle = await open(person);
  await moveBack(sessionIdleMs + 1000);
  expect(await reader(idle)).toBeNull();
  const old = await open(person);
  await moveBack(sessionAbsoluteMs + 1000);
  await withActor(system('test'), (tx) => tx.session.updateMany({ data: { lastSeenAt: clock.now() } }));
  expect(await reader(old)).toBeNull();
});

test('a session of a demo account dies when the server listens beyond loopback', async () => {
  const cookie = await open(await makePerson('owner', { demo: true }));
  expect(await reader(cookie)).not.toBeNull();
  process.env.HOST = '0.0.0.0';
  try {
    expect(await reader(cookie)).toBeNull();
  } finally {
    delete process.env.HOST;
  }
});

test('a suspended institution or an expired assessment shows at the very next request', async () => {
  const person = await makePerson('officer');
  const cookie = await open(person);
  const set = (data: object) =>
    withActor(system('test'), (tx) =>
      tx.institution.update({ where: { id: person.institutionId ?? '' }, data }),
    );
  await set({ state: 'suspended' });
  expect((await reader(cookie))?.standing).toBe('suspended');
  await set({ state: 'approved', assessmentExpiresOn: new Date('2026-11-22') });
  expect((await reader(cookie))?.standing).toBe('assessment-expired');
  await set({ assessmentExpiresOn: new Date('2026-11-23') });
  expect((await reader(cookie))?.standing).toBe('good');
});

test('one’s own name and language', async () => {
  const person = await makePerson('clerk');
  await updateAccount(person, { name: '新名字', locale: 'en' });
  expect(await showAccount(person, null)).toMatchObject({ name: '新名字', locale: 'en', sessions: [] });
});

test('other sessions end and this one stays', async () => {
  const person = await makePerson('officer');
  const stranger = await open(await makePerson('officer'));
  const [here, there, elsewhere] = [await open(person), await open(person), await open(person)];
  const id = await currentSessionId(asking(here));
  expect((await showAccount(person, id)).sessions.filter((s) => s.isThis)).toHaveLength(1);
  expect(await endOtherSessions(person, id)).toEqual({ ok: true, value: 2 });
  expect(await reader(here)).not.toBeNull();
  for (const gone of [there, elsewhere]) expect(await reader(gone)).toBeNull();
  expect(await reader(stranger)).not.toBeNull();
});

test('a new password needs the old one, obeys the rules and ends every session', async () => {
  const person = await makePerson('officer', { login: 'changer' });
  const cookie = await open(person);
  const change = (current: string, next: string) => changePassword(person, { current, next });
  expect(await change('not-it', 'Another-Way-9')).toMatchObject({
    refusal: { code: 'access.wrong-current' },
  });
  expect(await change(factoryPassword, 'short')).toMatchObject({
    refusal: { code: 'access.password-short' },
  });
  expect(await change(factoryPassword, 'Changer-2026!')).toMatchObject({
    refusal: { code: 'access.password-names-you' },
  });
  expect(await reader(cookie)).not.toBeNull();
  expect((await change(factoryPassword, 'Another-Way-9')).ok).toBe(true);
  expect(await reader(cookie)).toBeNull();
  expect((await signIn({ login: 'changer', password: 'Another-Way-9' }, '10.2.0.1')).ok).toBe(true);
  expect((await signIn({ login: 'changer', password: factoryPassword }, '10.2.0.1')).ok).toBe(false);
});

test('the current password cannot be guessed from an open session', async () => {
  const person = await makePerson('officer');
  const guess = (n: number) => changePassword(person, { current: `guess-${n}`, next: 'Another-Way-9' });
  const codes = [];
  for (let n = 0; n < 6; n += 1) {
    const result = await guess(n);
    codes.push(result.ok ? null : result.refusal.code);
  }
  expect(codes.at(4)).toBe('access.wrong-current');
  expect(codes.at(5)).toBe('access.too-many');
});

test('the shared password of demo accounts stays as published', async () => {
  const demo = await makePerson('owner', { demo: true });
  expect(await changePassword(demo, { current: factoryPassword, next: 'Another-Way-9' })).toMatchObject({
    refusal: { code: 'access.demo-fixed' },
  });
});
