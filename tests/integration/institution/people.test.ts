import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { factoryPassword, makeFirm, makePerson } from '#tests/factories/people.ts';
import { insist } from '~/domain/kernel/result.ts';
import { acceptInvitation } from '~/server/access/accept-invitation.ts';
import { asInstitution, type Person, system } from '~/server/access/actor.ts';
import { inviteColleague } from '~/server/access/invite-colleague.ts';
import { listPeople } from '~/server/access/list-people.ts';
import { revokeInvitation } from '~/server/access/revoke-invitation.ts';
import { setPersonStanding } from '~/server/access/set-person-standing.ts';
import { showInvitation } from '~/server/access/show-invitation.ts';
import { signIn } from '~/server/access/sign-in.ts';
import type { InvitationId } from '~/server/access/store-invitation.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase();

const newcomer = (token: string, login: string) => ({
  token,
  login,
  name: '何会计',
  password: 'Ledger-and-Tea-7',
  locale: 'zh-CN' as const,
});
const shift = (days: number) =>
  withActor(
    system('test'),
    (tx) =>
      tx.$executeRaw`update invitation set expires_at = expires_at + make_interval(days => ${days}::int)`,
  );
const refusalOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? null;
const onlyInvitation = async (actor: Person) => {
  const [first] = (await listPeople(actor)).invitations;
  if (!first) throw new Error('no invitation waits');
  return first.id as InvitationId;
};

test('an owner invites a clerk, who accepts once and can sign in to the same firm', async () => {
  const owner = await makePerson('owner', { enterpriseId: await makeFirm({ name: '清泉面包坊' }) });
  const token = insist(await inviteColleague(owner, { name: '何会计', role: 'clerk' }));
  expect(insist(await showInvitation(token, 'zh-CN'))).toMatchObject({
    name: '何会计',
    role: 'clerk',
    organisation: '清泉面包坊',
  });

  const joined = insist(await acceptInvitation(newcomer(token, 'he'), '10.1.0.1'));
  const { people, invitations } = await listPeople(owner);
  expect(people.map((p) => [p.login, p.role, p.isActive])).toContainEqual(['he', 'clerk', true]);
  expect(invitations).toEqual([]);
  expect(await signIn({ login: 'he', password: 'Ledger-and-Tea-7' }, '10.1.0.1')).toMatchObject({
    value: { userId: joined.userId, role: 'clerk' },
  });
  expect(refusalOf(await acceptInvitation(newcomer(token, 'he-again'), '10.1.0.1'))).toBe(
    'access.invitation-used',
  );
});

test('the token is kept only as a hash', async () => {
  const owner = await makePerson('owner');
  const token = insist(await inviteColleague(owner, { name: '甲', role: 'clerk' }));
  const rows = await withActor(
    system('test'),
    (tx) => tx.$queryRaw<{ text: string }[]>`
    select row_to_json(i)::text as text from invitation i
    union all select row_to_json(e)::text from event_log e
    union all select row_to_json(a)::text from audit_entry a`,
  );
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(row.text).not.toContain(token);
});

test('two acceptances of one link make one account', async () => {
  const owner = await makePerson('owner');
  const token = insist(await inviteColleague(owner, { name: '乙', role: 'clerk' }));
  const both = await Promise.all(
    ['twin-a', 'twin-b'].map((login) => acceptInvitation(newcomer(token, login), '10.1.0.2')),
  );
  expect(both.filter((result) => result.ok)).toHaveLength(1);
  expect((await listPeople(owner)).people).toHaveLength(2);
});

test('expired, revoked and invented links open nothing', async () => {
  const owner = await makePerson('owner');
  const expired = insist(await inviteColleague(owner, { name: '丙', role: 'clerk' }));
  await shift(-8);
  expect(refusalOf(await showInvitation(expired, 'en'))).toBe('access.invitation-expired');
  expect(refusalOf(await acceptInvitation(newcomer(expired, 'late'), '10.1.0.3'))).toBe(
    'access.invitation-expired',
  );
  const revoked = insist(await inviteColleague(owner, { name: '丁', role: 'clerk' }));
  insist(await revokeInvitation(owner, await onlyInvitation(owner)));
  expect(refusalOf(await acceptInvitation(newcomer(revoked, 'late'), '10.1.0.3'))).toBe(
    'access.invitation-revoked',
  );
  expect(refusalOf(await acceptInvitation(newcomer('invented', 'late'), '10.1.0.3'))).toBe(
    'access.invitation-not-found',
  );
});

test('a taken sign-in name leaves the link open', async () => {
  const owner = await makePerson('owner', { login: 'taken' });
  const token = insist(await inviteColleague(owner, { name: '戊', role: 'clerk' }));
  expect(refusalOf(await acceptInvitation(newcomer(token, 'taken'), '10.1.0.4'))).toBe('access.login-taken');
  expect((await showInvitation(token, 'en')).ok).toBe(true);
});

test.each([
  ['owner', 'owner', 'access.role-not-offered'],
  ['owner', 'officer', 'access.role-not-offered'],
  ['institution-admin', 'reviewer', null],
  ['institution-admin', 'institution-admin', null],
  ['institution-admin', 'security-admin', 'access.role-not-offered'],
  ['institution-admin', 'owner', 'access.role-not-offered'],
  ['system-admin', 'audit-admin', null],
  ['system-admin', 'officer', 'access.role-not-offered'],
] as const)('%s invites %s: %s', async (role, invited, code) => {
  const actor = await makePerson(role);
  expect(refusalOf(await inviteColleague(actor, { name: '己', role: invited }))).toBe(code);
});

test('an administrator manages the people of their own institution and nobody else’s', async () => {
  const admin = await makePerson('institution-admin');
  const own = await makePerson('officer', { institutionId: asInstitution(admin).institutionId });
  const foreign = await makePerson('officer');
  expect((await listPeople(admin)).people.map((p) => p.id).sort()).toEqual([admin.userId, own.userId].sort());
  expect(refusalOf(await setPersonStanding(admin, foreign.userId, 'disabled'))).toBe(
    'access.person-not-found',
  );
  expect(refusalOf(await setPersonStanding(admin, admin.userId, 'disabled'))).toBe('access.not-yourself');
  const otherAdmin = await makePerson('institution-admin');
  insist(await inviteColleague(admin, { name: '庚', role: 'officer' }));
  expect(refusalOf(await revokeInvitation(otherAdmin, await onlyInvitation(admin)))).toBe(
    'access.invitation-not-found',
  );
});

test('disabling ends every session at once and stops the next sign-in; restoring opens it again', async () => {
  const admin = await makePerson('institution-admin');
  const officer = await makePerson('officer', {
    institutionId: asInstitution(admin).institutionId,
    login: 'stopped',
  });
  const at = new Date();
  await withActor(system('test'), (tx) =>
    tx.session.createMany({
      data: [{ id: 'open', userId: officer.userId, createdAt: at, lastSeenAt: at, expiresAt: at }],
    }),
  );
  insist(await setPersonStanding(admin, officer.userId, 'disabled'));
  expect(
    await withActor(system('test'), (tx) => tx.session.count({ where: { userId: officer.userId } })),
  ).toBe(0);
  expect(refusalOf(await signIn({ login: 'stopped', password: factoryPassword }, '10.1.0.5'))).toBe(
    'access.account-disabled',
  );
  expect(refusalOf(await signIn({ login: 'stopped', password: 'not-the-password' }, '10.1.0.5'))).toBe(
    'access.wrong-credentials',
  );
  expect(refusalOf(await setPersonStanding(admin, officer.userId, 'disabled'))).toBe(
    'access.person-not-found',
  );
  insist(await setPersonStanding(admin, officer.userId, 'active'));
  expect((await signIn({ login: 'stopped', password: factoryPassword }, '10.1.0.5')).ok).toBe(true);
});
