import type { ServingBranch } from '~/domain/institution/branch.ts';
import type { BranchId, EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Role } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';

/** A branch by its names; closed ones keep them. */
export type BranchName = { readonly id: BranchId; readonly zh: string; readonly en: string };

export type OpenBranch = ServingBranch & { readonly zh: string; readonly en: string };

/** The open branches of some banks, by name. */
export async function openBranches(
  tx: Tx,
  institutionIds: readonly string[],
): Promise<(OpenBranch & { readonly institutionId: InstitutionId })[]> {
  const rows = await tx.branch.findMany({
    where: { institutionId: { in: [...institutionIds] }, closedAt: null },
    orderBy: [{ nameZh: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, institutionId, areaCode, nameZh, nameEn }) => ({
    id: id as BranchId,
    institutionId: institutionId as InstitutionId,
    areaCode,
    zh: nameZh,
    en: nameEn,
  }));
}

/** A branch of the bank that is open, and stays so until the transaction ends; null is none. */
export async function openBranch(
  tx: Tx,
  institutionId: InstitutionId,
  id: string,
): Promise<BranchName | null> {
  const [held] = await holdOpen(tx, [id]);
  const row = held && (await tx.branch.findFirst({ where: { institutionId, id: held } }));
  return row ? { id: row.id as BranchId, zh: row.nameZh, en: row.nameEn } : null;
}

/** Those of some branches that are open: until the transaction ends none of them is closed. */
export async function holdOpen(tx: Tx, ids: readonly string[]): Promise<BranchId[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: BranchId }[]>`select id from branches_held(${[...ids]}::uuid[])`;
  return rows.map(({ id }) => id);
}

/** The region of a firm and those above it, the smallest first; empty where its region is not known. */
export async function placesOf(tx: Tx, enterpriseId: EnterpriseId): Promise<string[]> {
  const rows = await tx.$queryRaw<{ code: string }[]>`
    with recursive r as (
      select g.code, g.parent_code, 0 as up from region g
      join enterprise e on e.region_code = g.code where e.id = ${enterpriseId}::uuid
      union all select g.code, g.parent_code, up + 1 from region g join r on g.code = r.parent_code
    ) select code from r order by up`;
  return rows.map(({ code }) => code);
}

/** Whether the code is that of a current region. */
export const isRegion = async (tx: Tx, code: string): Promise<boolean> =>
  (await tx.region.count({ where: { code, current: true } })) > 0;

export type BranchRow = OpenBranch & {
  readonly area: string | null;
  readonly isOpen: boolean;
  readonly people: number;
};

/** Every branch of a bank with its area by name and how many of its people are active; open ones first. */
export const branchesOf = (tx: Tx, institutionId: InstitutionId): Promise<BranchRow[]> =>
  tx.$queryRaw<BranchRow[]>`
    select b.id, b.name_zh as zh, b.name_en as en, b.area_code as "areaCode",
           nullif(concat_ws(' ', case when p.level <> 'province' then p.name_zh end, r.name_zh), '') as area,
           b.closed_at is null as "isOpen",
           (select count(*)::int from user_account u
            where u.institution_id = b.institution_id and u.branch_id = b.id and u.state = 'active') as people
    from branch b left join region r on r.code = b.area_code left join region p on p.code = r.parent_code
    where b.institution_id = ${institutionId}::uuid order by b.closed_at is not null, b.name_zh, b.id`;

export type PlacedPerson = {
  readonly id: UserId;
  readonly name: string;
  readonly role: Role;
  readonly branchId: BranchId | null;
};

/** The active people of a bank and where they work. */
export async function placedPeople(tx: Tx, institutionId: InstitutionId): Promise<PlacedPerson[]> {
  const rows = await tx.userAccount.findMany({
    where: { institutionId, state: 'active' },
    select: { id: true, name: true, role: true, branchId: true },
    orderBy: [{ role: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows as PlacedPerson[];
}

type NewBranch = {
  readonly institutionId: InstitutionId;
  readonly id: BranchId;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly areaCode: string | null;
  readonly addedBy: UserId;
  readonly addedAt: Date;
};

/** Adds the branch unless the bank has one of that name; says whether it did. */
export const insertBranch = async (tx: Tx, branch: NewBranch): Promise<boolean> =>
  (await tx.branch.createMany({ data: [branch], skipDuplicates: true })).count === 1;

export const closeBranchAt = (tx: Tx, institutionId: InstitutionId, id: string, at: Date) =>
  tx.branch.updateMany({ where: { institutionId, id, closedAt: null }, data: { closedAt: at } });

/** What still lies with a branch: its active people, waiting invitations, and applications that are not closed. */
export async function heldByBranch(
  tx: Tx,
  institutionId: InstitutionId,
  id: string,
  now: Date,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ held: number }[]>`
    select ((select count(*) from user_account where institution_id = ${institutionId}::uuid and branch_id = ${id}::uuid and state = 'active')
          + (select count(*) from invitation where institution_id = ${institutionId}::uuid and branch_id = ${id}::uuid
             and accepted_at is null and revoked_at is null and expires_at > ${now})
          + (select count(*) from application where institution_id = ${institutionId}::uuid and branch_id = ${id}::uuid and closed_at is null)
           )::int as held`;
  return row?.held ?? 0;
}

/** The branch at which a person of a bank works, or worked; null at its head office and for nobody. */
export async function branchOfPerson(
  tx: Tx,
  institutionId: InstitutionId,
  id: string,
): Promise<string | null> {
  const row = await tx.userAccount.findFirst({ where: { id, institutionId }, select: { branchId: true } });
  return row?.branchId ?? null;
}

export const placePersonAt = (tx: Tx, institutionId: InstitutionId, id: string, branchId: BranchId | null) =>
  tx.userAccount.updateMany({ where: { id, institutionId }, data: { branchId } });
