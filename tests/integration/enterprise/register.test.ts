import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { synthesiseUscc } from '~/domain/enterprise/uscc.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { signIn } from '~/server/access/sign-in.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type RegisterFields, registerForm } from '~/server/enterprise/forms.ts';
import { readRegistration } from '~/server/enterprise/read-registration.ts';
import { registerEnterprise } from '~/server/enterprise/register-enterprise.ts';

freshDatabase({ template: referenceTemplate });

let serial = 100;
const nextUscc = (kind: 'company' | 'sole-trader' = 'company') => {
  serial += 1;
  return synthesiseUscc({ regionCode: '640104', serial, kind });
};
const fields = (over: Record<string, string> = {}): RegisterFields => {
  const uscc = over.uscc ?? nextUscc();
  return registerForm.parse({
    uscc,
    name: '桥头市清泉面包有限公司',
    region: '640104 兴庆区',
    industry: '1411 糕点、面包制造',
    employees: '18',
    revenue: '520.5',
    figuresYear: '2025',
    establishedOn: '2021-03-08',
    ownerName: '林晓禾',
    login: `owner-${uscc.toLowerCase()}`,
    password: 'Bread-and-Tea-7',
    ...over,
  });
};
let place = 0;
const register = (input: RegisterFields) => {
  place += 1;
  return registerEnterprise(input, { address: `10.3.0.${place % 250}`, locale: 'zh-CN' });
};
const refusalOf = (result: Awaited<ReturnType<typeof register>>) => (result.ok ? null : result.refusal);
const firmOf = (id: EnterpriseId | null) =>
  withActor(system('test'), async (tx) => ({
    firm: await tx.enterprise.findUnique({ where: { id: id ?? '' } }),
    profile: await tx.enterpriseProfile.findUnique({ where: { enterpriseId: id ?? '' } }),
    identities: await tx.enterpriseIdentity.findMany({
      where: { enterpriseId: id ?? '' },
      orderBy: { scheme: 'asc' },
    }),
  }));
const counts = () =>
  withActor(system('test'), async (tx) => [
    await tx.enterprise.count(),
    await tx.userAccount.count(),
    await tx.eventLog.count(),
    await tx.outbox.count(),
    await tx.enterpriseIdentity.count(),
    await tx.enterpriseProfile.count(),
    await tx.auditEntry.count(),
  ]);

test('a firm registers with its owner, who can sign in; class, history, event, audit and first score are in', async () => {
  const input = fields();
  const { owner, claimed } = insist(await register(input));
  expect(claimed).toBe(false);
  const { firm, profile, identities } = await firmOf(owner.enterpriseId);
  expect(firm).toMatchObject({
    uscc: input.uscc,
    source: 'registered',
    kind: 'company',
    regionCode: '640104',
    industryCode: '1411',
  });
  expect(profile).toMatchObject({
    employees: 18,
    revenueFen: 520_500_000n,
    sizeClass: 'micro',
    figuresYear: 2025,
  });
  expect(identities.map((i) => [i.scheme, i.value])).toEqual([
    ['name', input.name],
    ['uscc', input.uscc],
  ]);
  expect((await signIn({ login: input.login, password: input.password }, '10.3.1.1')).ok).toBe(true);
  const kept = await withActor(system('test'), async (tx) => ({
    events: await tx.eventLog.findMany({ where: { enterpriseId: owner.enterpriseId } }),
    orders: await tx.outbox.findMany({ where: { job: 'score.refresh-firm' } }),
    audit: await tx.auditEntry.findMany({ where: { stream: `firm:${owner.enterpriseId}` } }),
  }));
  expect(kept.events.map((e) => e.kind)).toEqual(['enterprise.registered']);
  expect(kept.orders.map((o) => o.payload)).toContainEqual(
    expect.objectContaining({ enterpriseId: owner.enterpriseId }),
  );
  expect(kept.audit).toMatchObject([{ action: 'enterprise.registered', userName: '林晓禾', seq: 1n }]);
});

test('the same code again is explained, by its present or a former code, and names nobody', async () => {
  const input = fields();
  const { owner } = insist(await register(input));
  const again = refusalOf(await register(fields({ uscc: input.uscc, login: 'somebody-else' })));
  expect(again).toEqual({ code: 'enterprise.already-registered', field: 'uscc' });
  const renewed = nextUscc();
  await withActor(system('test'), (tx) =>
    tx.enterprise.update({ where: { id: owner.enterpriseId ?? '' }, data: { uscc: renewed } }),
  );
  expect(refusalOf(await register(fields({ uscc: input.uscc, login: 'somebody-else' })))?.code).toBe(
    'enterprise.already-registered',
  );
});

test('a firm on record without an account is claimed and keeps its id and facts', async () => {
  const uscc = nextUscc();
  const id = await makeFirm({ uscc, name: '桥头市清泉面包有限公司', source: 'demo' });
  await withActor(system('test'), (tx) =>
    tx.enterprise.update({
      where: { id },
      data: { industryCode: '5121', industryVersion: 'GB/T 4754-2017' },
    }),
  );
  expect(refusalOf(await register(fields({ uscc, name: '别的名字有限公司' })))).toEqual({
    code: 'enterprise.name-differs',
    field: 'name',
  });
  const { owner, claimed } = insist(await register(fields({ uscc })));
  expect([owner.enterpriseId, claimed]).toEqual([id, true]);
  expect((await firmOf(id)).firm).toMatchObject({
    source: 'demo',
    industryCode: '5121',
    regionCode: '640104',
  });
});

test('two registrations of one code at the same moment make one firm', async () => {
  const uscc = nextUscc();
  const both = await Promise.all(['race-a', 'race-b'].map((login) => register(fields({ uscc, login }))));
  expect(both.filter((result) => result.ok)).toHaveLength(1);
  expect(both.map((r) => refusalOf(r)?.code ?? null)).toContain('enterprise.already-registered');
});

test('a doubtful code is taken once somebody has compared it with the licence, and the warnings are kept', async () => {
  const uscc = '91350203M0001QAY9B';
  const first = refusalOf(await register(fields({ uscc, region: '350203', login: 'pilot' })));
  expect(first).toMatchObject({
    code: 'enterprise.uscc-unconfirmed',
    warnings: expect.arrayContaining(['check-digit', 'legacy-pilot-code']),
  });
  const { owner } = insist(
    await register(fields({ uscc, region: '350203', login: 'pilot', confirmed: 'yes' })),
  );
  const { identities } = await firmOf(owner.enterpriseId);
  expect(identities.find((i) => i.scheme === 'uscc')?.warnings).toContain('legacy-pilot-code');
});

test('an unknown region is a warning, a code seen outside GB/T 2260 is none', async () => {
  const unknown = synthesiseUscc({ regionCode: '999999', serial: 1 });
  expect(refusalOf(await register(fields({ uscc: unknown })))).toMatchObject({
    warnings: ['unknown-region'],
  });
  const outside = synthesiseUscc({ regionCode: '440101', serial: 1 });
  expect((await register(fields({ uscc: outside }))).ok).toBe(true);
});

test('a sole trader reads the notice first, is a natural person and gets no size class', async () => {
  const uscc = nextUscc('sole-trader');
  expect(refusalOf(await register(fields({ uscc })))).toEqual({
    code: 'enterprise.notice-unread',
    field: 'notice',
  });
  const { owner } = insist(await register(fields({ uscc, notice: 'yes' })));
  const { firm, profile } = await firmOf(owner.enterpriseId);
  expect([firm?.kind, profile?.sizeClass]).toEqual(['sole-trader', 'undetermined']);
});

test.each([
  [{ uscc: '91640100MAXX0001' }, 'enterprise.uscc-length', 'uscc'],
  [{ uscc: '91640100MAXXOOO15K' }, 'enterprise.uscc-alphabet', 'uscc'],
  [{ industry: '9999' }, 'enterprise.industry-unknown', 'industry'],
  [{ industry: '制造' }, 'enterprise.industry-unknown', 'industry'],
  [{ region: '001122' }, 'enterprise.region-unknown', 'region'],
  [{ password: 'short' }, 'access.password-short', 'password'],
  [{ password: 'alllettersonly' }, 'access.password-plain', 'password'],
])('%j is refused at its field and writes nothing', async (over, code, field) => {
  const before = await counts();
  expect(refusalOf(await register({ ...fields(), ...over }))).toMatchObject({ code, field });
  expect(await counts()).toEqual(before);
});

test('a form says all that is wrong with it at once, from the top of the page', () => {
  const { error } = registerForm.safeParse({
    ...{ uscc: '9164', establishedOn: '2021-13-01', employees: '-5', login: 'A B', password: 'short' },
    ...{ name: '某厂', region: '640104', industry: '1411', ownerName: '林晓禾' },
  });
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['uscc', 'enterprise.uscc-length'],
    ['establishedOn', 'enterprise.day-unreadable'],
    ['employees', 'enterprise.employees-unreadable'],
    ['login', 'access.login-form'],
    ['password', 'access.password-short'],
  ]);
});

test('a taken sign-in name leaves no half-made firm behind', async () => {
  insist(await register(fields({ login: 'taken-name' })));
  const before = await counts();
  expect(refusalOf(await register(fields({ login: 'taken-name' })))).toEqual({
    code: 'access.login-taken',
    field: 'login',
  });
  expect(await counts()).toEqual(before);
});

test('one address cannot try codes without end', async () => {
  const codes = [];
  for (let n = 0; n < 21; n += 1) {
    const result = await registerEnterprise(
      { ...fields(), uscc: '91640100MAXX0001' },
      {
        address: '10.3.9.9',
        locale: 'en',
      },
    );
    codes.push(result.ok ? null : result.refusal.code);
  }
  expect(codes.at(19)).toBe('enterprise.uscc-length');
  expect(codes.at(20)).toBe('access.too-many');
});

test('what was typed so far is read: the code, and choices for region and industry', async () => {
  const read = await readRegistration({ uscc: ' 9164 0104-maxx 0001', industry: '面包', region: '兴庆' });
  expect(read.code).toBeNull();
  expect(read.industries[0]).toMatchObject({ code: '1411', sectionZh: '制造业' });
  expect(read.regions[0]).toMatchObject({ code: '640104', namesZh: ['宁夏回族自治区', '银川市', '兴庆区'] });
  const code = synthesiseUscc({ regionCode: '440101', serial: 3 });
  expect((await readRegistration({ uscc: code.toLowerCase() })).code).toMatchObject({
    uscc: code,
    kind: 'company',
    warnings: [],
    region: { standing: 'outside', namesZh: ['广东省', '广州市'] },
  });
  expect((await readRegistration({ industry: '1411 糕点、面包制造' })).industries[0]?.code).toBe('1411');
  expect((await readRegistration({ industry: '%' })).industries).toEqual([]);
});
