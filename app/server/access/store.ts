import type { BranchId, EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Role } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';

export type Account = {
  readonly id: UserId;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly isActive: boolean;
  readonly isDemo: boolean;
  readonly locale: string | null;
  readonly enterpriseId: EnterpriseId | null;
  readonly institutionId: InstitutionId | null;
  readonly branchId: BranchId | null;
};

type AccountRow = NonNullable<Awaited<ReturnType<Tx['userAccount']['findUnique']>>>;

const accountOf = (row: AccountRow): Account => ({
  id: row.id as UserId,
  login: row.login,
  name: row.name,
  role: row.role as Role,
  passwordHash: row.passwordHash,
  isActive: row.state === 'active',
  isDemo: row.demo,
  locale: row.locale,
  enterpriseId: row.enterpriseId as EnterpriseId | null,
  institutionId: row.institutionId as InstitutionId | null,
  branchId: row.branchId as BranchId | null,
});

export async function findAccountByLogin(tx: Tx, login: string): Promise<Account | null> {
  const row = await tx.userAccount.findUnique({ where: { login } });
  return row && accountOf(row);
}

export async function findAccount(tx: Tx, id: UserId): Promise<Account | null> {
  const row = await tx.userAccount.findUnique({ where: { id } });
  return row && accountOf(row);
}

export const noteSignIn = (tx: Tx, id: UserId, at: Date) =>
  tx.userAccount.update({ where: { id }, data: { lastLoginAt: at } });

export const storePassword = (tx: Tx, id: UserId, passwordHash: string) =>
  tx.userAccount.update({ where: { id }, data: { passwordHash } });

export const storePersonalSettings = (tx: Tx, id: UserId, name: string, locale: string) =>
  tx.userAccount.update({ where: { id }, data: { name, locale } });

export type NewAccount = {
  readonly id: UserId;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly enterpriseId: EnterpriseId | null;
  readonly institutionId: InstitutionId | null;
  readonly branchId?: BranchId | null;
  readonly locale: string;
  readonly now: Date;
};

/** Adds the account unless the sign-in name is taken; says whether it did. */
export async function addAccount(tx: Tx, a: NewAccount): Promise<boolean> {
  const added = await tx.$executeRaw`
    insert into user_account (id, login, name, password_hash, role, enterprise_id, institution_id, branch_id, locale, created_at)
    values (${a.id}::uuid, ${a.login}, ${a.name}, ${a.passwordHash}, ${a.role}, ${a.enterpriseId}::uuid,
            ${a.institutionId}::uuid, ${a.branchId ?? null}::uuid, ${a.locale}, ${a.now})
    on conflict (login) do nothing`;
  return added === 1;
}

export type OpenSession = { readonly id: string; readonly createdAt: Date; readonly lastSeenAt: Date };

/** Sessions of a person that are neither past their end nor idle. */
export const listSessions = (tx: Tx, userId: UserId, now: Date, idleSince: Date): Promise<OpenSession[]> =>
  tx.session.findMany({
    where: { userId, expiresAt: { gt: now }, lastSeenAt: { gt: idleSince } },
    select: { id: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: 'desc' },
  });

/** Ends every session of a person but the one named; returns how many. */
export async function removeSessionsOf(tx: Tx, userId: UserId, except: string | null): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { userId, ...(except && { NOT: { id: except } }) },
  });
  return count;
}

type DemoRow = {
  login: string;
  name: string;
  role: string;
  firm: string | null;
  zh: string | null;
  en: string | null;
};

/** The accounts of the demo province with the firm or institution they belong to. */
export async function listDemoRows(tx: Tx) {
  const rows = await tx.$queryRaw<DemoRow[]>`
    select u.login, u.name, u.role, e.name as firm, i.name_zh as zh, i.name_en as en
    from user_account u
    left join enterprise e on e.id = u.enterprise_id
    left join institution i on i.id = u.institution_id
    where u.demo and u.state = 'active'
    order by u.enterprise_id is null, i.kind, u.created_at, u.login`;
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}
