import { type InvitationState, invitationState } from '~/domain/institution/invitation.ts';
import type { BranchId, EnterpriseId, Id, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Role } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';

export type InvitationId = Id<'invitation'>;

export type NewInvitation = {
  readonly id: InvitationId;
  readonly tokenHash: string;
  readonly role: Role;
  readonly name: string;
  readonly enterpriseId: EnterpriseId | null;
  readonly institutionId: InstitutionId | null;
  readonly branchId: BranchId | null;
  readonly invitedBy: UserId;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export const addInvitation = (tx: Tx, invitation: NewInvitation) =>
  tx.invitation.createMany({ data: [invitation] });

const waiting = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } });

/** Invitations of the actor's organisation that can still be accepted. */
export async function listWaiting(tx: Tx, home: Home, now: Date) {
  const rows = await tx.invitation.findMany({
    where: { ...home, ...waiting(now) },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map((r) => ({ id: r.id, name: r.name, role: r.role as Role, expiresAt: r.expiresAt }));
}

export const countWaiting = (tx: Tx, home: Home, now: Date) =>
  tx.invitation.count({ where: { ...home, ...waiting(now) } });

/** Kills an invitation of the actor's organisation; false when there is no such waiting one. */
export async function revokeWaiting(tx: Tx, id: InvitationId, home: Home, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, ...home, ...waiting(now) },
    data: { revokedAt: now },
  });
  return count === 1;
}

export type Invitation = {
  readonly id: InvitationId;
  readonly name: string;
  readonly role: Role;
  readonly enterpriseId: EnterpriseId | null;
  readonly institutionId: InstitutionId | null;
  readonly branchId: BranchId | null;
  readonly expiresAt: Date;
  readonly state: InvitationState;
  readonly firm: string | null;
  readonly institutionZh: string | null;
  readonly institutionEn: string | null;
};

type Row = {
  id: string;
  name: string;
  role: string;
  enterprise_id: string | null;
  institution_id: string | null;
  branch_id: string | null;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
  firm: string | null;
  zh: string | null;
  en: string | null;
};

/** The invitation of a token, with whoever invites, locked, so that two acceptances of one link wait for each other. */
export async function findInvitation(tx: Tx, tokenHash: string, now: Date): Promise<Invitation | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select v.id, v.name, v.role, v.enterprise_id, v.institution_id, v.branch_id, v.expires_at, v.accepted_at, v.revoked_at,
           e.name as firm, i.name_zh as zh, i.name_en as en
    from invitation v
    left join enterprise e on e.id = v.enterprise_id
    left join institution i on i.id = v.institution_id
    where v.token_hash = ${tokenHash}
    for update of v`;
  if (!row) return null;
  return {
    id: row.id as InvitationId,
    name: row.name,
    role: row.role as Role,
    enterpriseId: row.enterprise_id as EnterpriseId | null,
    institutionId: row.institution_id as InstitutionId | null,
    branchId: row.branch_id as BranchId | null,
    expiresAt: row.expires_at,
    state: invitationState(
      { acceptedAt: row.accepted_at, revokedAt: row.revoked_at, expiresAt: row.expires_at },
      now,
    ),
    firm: row.firm,
    institutionZh: row.zh,
    institutionEn: row.en,
  };
}

export const markAccepted = (tx: Tx, id: InvitationId, now: Date) =>
  tx.invitation.update({ where: { id }, data: { acceptedAt: now } });

/** The organisation that people belong to: a firm or an institution. */
export type Home = { readonly enterpriseId: EnterpriseId } | { readonly institutionId: InstitutionId };

export type Colleague = {
  readonly id: UserId;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly isActive: boolean;
  readonly lastLoginAt: Date | null;
};

export async function listColleagues(tx: Tx, home: Home): Promise<Colleague[]> {
  const rows = await tx.userAccount.findMany({
    where: home,
    orderBy: [{ state: 'asc' }, { createdAt: 'asc' }, { login: 'asc' }],
  });
  return rows.map((r) => ({
    id: r.id as UserId,
    login: r.login,
    name: r.name,
    role: r.role as Role,
    isActive: r.state === 'active',
    lastLoginAt: r.lastLoginAt,
  }));
}

/** Disables or restores a person of the organisation; false when no such person is in the other state. */
export async function storeStanding(
  tx: Tx,
  id: UserId,
  home: Home,
  to: 'active' | 'disabled',
): Promise<boolean> {
  const { count } = await tx.userAccount.updateMany({
    where: { id, ...home, NOT: { state: to } },
    data: { state: to },
  });
  return count === 1;
}

export async function institutionKindOf(tx: Tx, id: InstitutionId): Promise<string> {
  const { kind } = await tx.institution.findUniqueOrThrow({ where: { id }, select: { kind: true } });
  return kind;
}
