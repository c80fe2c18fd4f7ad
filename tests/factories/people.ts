import { randomUUID } from 'node:crypto';
import type { BranchId, EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import { houseOf, type Person, type Role, system } from '~/server/access/actor.ts';
import { hashPassword } from '~/server/access/passwords.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** The password of every person made here. */
export const factoryPassword = 'Bridge-2026-test';
const passwordHash = hashPassword(factoryPassword);

const platform = system('factory');
let made = 0;
const next = () => {
  made += 1;
  return made;
};

/** A firm without an account, as a register or a data set would have brought it. */
export async function makeFirm(
  given: { name?: string; uscc?: string; source?: string; kind?: string } = {},
): Promise<EnterpriseId> {
  const id = randomUUID() as EnterpriseId;
  const { name = `厂 ${next()}`, uscc = null, source = 'registered', kind = 'company' } = given;
  await withActor(platform, (tx) =>
    tx.enterprise.createMany({ data: [{ id, uscc, source, kind, name, createdAt: clock.now() }] }),
  );
  return id;
}

/** An institution whose security assessment runs for a year. */
export async function makeInstitution(
  given: { kind?: string; state?: string; name?: string } = {},
): Promise<InstitutionId> {
  const id = randomUUID() as InstitutionId;
  const { kind = 'bank', state = 'approved', name = `银行 ${next()}` } = given;
  const expires = new Date(clock.now().getTime() + 365 * 86_400_000);
  const data = {
    id,
    kind,
    state,
    code: `code-${id}`,
    nameZh: name,
    nameEn: name,
    assessmentExpiresOn: expires,
    lenderLists: kind === 'bank' ? ['central-subsidy'] : [],
  };
  await withActor(platform, (tx) => tx.institution.createMany({ data: [data] }));
  return id;
}

type Home = { enterpriseId?: EnterpriseId; institutionId?: InstitutionId; branchId?: BranchId };

/** A person with an account; without a home given, one is made where the role needs it. */
export async function makePerson(
  role: Role,
  given: Home & { login?: string; name?: string; demo?: boolean } = {},
): Promise<Person> {
  const userId = randomUUID() as UserId;
  const { login = `user-${next()}`, name = `人 ${made}`, demo = false } = given;
  const home = given.enterpriseId || given.institutionId ? given : await makeHome(role);
  const enterpriseId = home.enterpriseId ?? null;
  const institutionId = home.institutionId ?? null;
  const branchId = home.branchId ?? null;
  const data = {
    id: userId,
    login,
    name,
    role,
    enterpriseId,
    institutionId,
    branchId,
    demo,
    passwordHash: await passwordHash,
  };
  await withActor(platform, (tx) => tx.userAccount.createMany({ data: [data] }));
  const institutionName = null;
  return { kind: 'person', userId, name, role, enterpriseId, institutionId, institutionName, branchId, demo };
}

const kindOf = {
  institution: 'bank',
  guarantor: 'guarantor',
  provider: 'provider',
  regulator: 'regulator',
  operator: 'platform',
} as const;

async function makeHome(role: Role): Promise<Home> {
  const house = houseOf[role];
  if (house === 'enterprise') return { enterpriseId: await makeFirm() };
  return { institutionId: await makeInstitution({ kind: kindOf[house] }) };
}
