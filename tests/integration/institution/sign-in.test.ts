import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { factoryPassword, makePerson } from '#tests/factories/people.ts';
import { system } from '~/server/access/actor.ts';
import { attemptLimits } from '~/server/access/attempt-limits.ts';
import { signIn } from '~/server/access/sign-in.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase();

let address = 0;
const somewhere = () => {
  address += 1;
  return `10.0.0.${address}`;
};
const attempt = (login: string, password: string, from = somewhere()) => signIn({ login, password }, from);
const codeOf = (result: Awaited<ReturnType<typeof signIn>>) => (result.ok ? null : result.refusal.code);
const auditLines = (action: string) =>
  withActor(system('test'), (tx) => tx.auditEntry.findMany({ where: { action }, orderBy: { seq: 'asc' } }));

test('the right password opens the door, whatever the case and spaces of the name', async () => {
  const person = await makePerson('officer', { login: 'chen' });
  const result = await attempt(' Chen ', factoryPassword);
  expect(result).toEqual({ ok: true, value: { userId: person.userId, role: 'officer', locale: null } });
  const account = await withActor(system('test'), (tx) =>
    tx.userAccount.findUnique({ where: { login: 'chen' } }),
  );
  expect(account?.lastLoginAt).not.toBeNull();
  const [line] = await auditLines('access.signed-in');
  expect(line).toMatchObject({
    userId: person.userId,
    role: 'officer',
    institutionId: person.institutionId,
    outcome: 'ok',
  });
});

test('unknown name and wrong password get one and the same answer, of a disabled account too; its own password tells that it is', async () => {
  await makePerson('officer', { login: 'known' });
  const gone = await makePerson('officer', { login: 'gone' });
  await withActor(system('test'), (tx) =>
    tx.userAccount.update({ where: { id: gone.userId }, data: { state: 'disabled' } }),
  );
  const answers = [
    await attempt('known', 'wrong-password'),
    await attempt('nobody', 'wrong-password'),
    await attempt('gone', 'wrong-password'),
  ];
  for (const answer of answers)
    expect(answer).toEqual({ ok: false, refusal: { code: 'access.wrong-credentials' } });
  expect(codeOf(await attempt('gone', factoryPassword))).toBe('access.account-disabled');
  expect(await auditLines('access.signed-in')).toHaveLength(1);
});

test.each(['locked-known', 'locked-unknown'])(
  'after five failures %s is locked, also for the right password',
  async (login) => {
    if (login === 'locked-known') await makePerson('owner', { login });
    for (let i = 0; i < attemptLimits.login.points; i += 1)
      expect(codeOf(await attempt(login, 'wrong-password'))).toBe('access.wrong-credentials');
    const locked = await attempt(login, factoryPassword);
    expect(locked).toMatchObject({
      ok: false,
      refusal: { code: 'access.too-many', kind: 'login', minutes: attemptLimits.login.minutes },
    });
    await attempt(login, factoryPassword);
  },
);

test('the log notes a lock once, and never the name that was typed', async () => {
  const lines = await auditLines('access.sign-in-refused');
  const locks = lines.filter((line) => line.body.includes('too-many-by-login'));
  expect(locks).toHaveLength(2);
  for (const line of lines) expect(line.body).not.toMatch(/locked-|nobody|wrong-password/);
});

test('a success forgets the failures before it', async () => {
  await makePerson('owner', { login: 'forgiven' });
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < attemptLimits.login.points - 1; i += 1) await attempt('forgiven', 'wrong-password');
    expect((await attempt('forgiven', factoryPassword)).ok).toBe(true);
  }
});

test('attempts in the same instant share one count', async () => {
  await makePerson('owner', { login: 'raced' });
  const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('raced', 'wrong-password')));
  const counted = answers.filter((answer) => codeOf(answer) === 'access.wrong-credentials');
  expect(counted).toHaveLength(attemptLimits.login.points);
});

test('one address that tries many names is stopped, and successes do not count against it', async () => {
  await makePerson('owner', { login: 'shared-office' });
  const from = somewhere();
  for (let i = 0; i < attemptLimits.address.points; i += 1) {
    expect((await attempt('shared-office', factoryPassword, from)).ok).toBe(true);
    expect(codeOf(await attempt(`guess-${i}`, 'wrong-password', from))).toBe('access.wrong-credentials');
  }
  expect(await attempt('shared-office', factoryPassword, from)).toMatchObject({
    refusal: { code: 'access.too-many', kind: 'address' },
  });
  expect((await attempt('shared-office', factoryPassword)).ok).toBe(true);
});

test('a demo account is refused where the server listens beyond loopback', async () => {
  await makePerson('owner', { login: 'demo', demo: true });
  expect((await attempt('demo', factoryPassword)).ok).toBe(true);
  process.env.HOST = '0.0.0.0';
  try {
    expect(codeOf(await attempt('demo', factoryPassword))).toBe('access.demo-refused');
    expect(codeOf(await attempt('demo', 'wrong-password'))).toBe('access.wrong-credentials');
  } finally {
    delete process.env.HOST;
  }
});
