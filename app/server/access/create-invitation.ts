import { randomBytes, randomUUID } from 'node:crypto';
import { invitationDays } from '~/domain/institution/invitation.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { BranchId, EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Person, Role } from '~/server/access/actor.ts';
import { addInvitation, type InvitationId } from '~/server/access/store-invitation.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';

export type InvitationOrder = {
  readonly name: string;
  readonly role: Role;
  readonly enterpriseId?: EnterpriseId;
  readonly institutionId?: InstitutionId;
  readonly branchId?: BranchId | null;
};

/** Adds an invitation in the caller's transaction; the returned token exists nowhere else, only its hash is kept. */
export async function createInvitation(tx: Tx, actor: Person, order: InvitationOrder): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const id = randomUUID() as InvitationId;
  const now = clock.now();
  const { name, role, enterpriseId = null, institutionId = null, branchId = null } = order;
  await addInvitation(tx, {
    id,
    tokenHash: sha256(token),
    role,
    name,
    enterpriseId,
    institutionId,
    branchId,
    invitedBy: actor.userId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
  });
  await recordChange(tx, actor, {
    kind: 'access.person-invited',
    enterpriseId,
    institutionId,
    subjectId: id,
    payload: { role },
  });
  await appendAudit(tx, actor, {
    action: 'access.person-invited',
    detail: { invitation: id, role, institution: institutionId },
  });
  return token;
}
