import { randomUUID } from 'node:crypto';
import { type ClosedInvitation, openInvitation } from '~/domain/institution/invitation.ts';
import { checkPassword, type PasswordRefusal } from '~/domain/institution/password.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Role, system } from '~/server/access/actor.ts';
import { type TooMany, takeAttempt } from '~/server/access/attempt-limits.ts';
import { hashPassword } from '~/server/access/passwords.ts';
import { addAccount } from '~/server/access/store.ts';
import { findInvitation, type Invitation, markAccepted } from '~/server/access/store-invitation.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { holdOpen } from '~/server/institution/store-branch.ts';
import type { Locale } from '~/text/define.ts';

type AcceptInput = {
  readonly token: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly locale: Locale;
};
type AcceptRefusal =
  | ClosedInvitation
  | PasswordRefusal
  | TooMany
  | { readonly code: 'access.login-taken' | 'access.invitation-not-found' };
type NewPerson = { readonly userId: UserId; readonly role: Role; readonly name: string };

/**
 * Makes the invited person's account in the organisation and role of the link, which is thereby used up. A link to a branch
 * that was closed since counts as revoked.
 */
export async function acceptInvitation(
  input: AcceptInput,
  address: string,
): Promise<Result<NewPerson, AcceptRefusal>> {
  const allowed = await takeAttempt('invitation', address);
  if (!allowed.ok) return allowed;
  const checked = checkPassword(input.password, input.login);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(checked.value);
  return withActor(system('invitation'), async (tx): Promise<Result<NewPerson, AcceptRefusal>> => {
    const invitation = await findInvitation(tx, sha256(input.token), clock.now());
    if (!invitation) return refuse({ code: 'access.invitation-not-found' });
    const open = openInvitation(invitation);
    if (!open.ok) return open;
    const { branchId } = invitation;
    if (branchId && (await holdOpen(tx, [branchId])).length === 0)
      return refuse({ code: 'access.invitation-revoked' });
    return join(tx, invitation, { ...input, passwordHash });
  });
}

async function join(
  tx: Tx,
  invitation: Invitation,
  input: AcceptInput & { readonly passwordHash: string },
): Promise<Result<NewPerson, AcceptRefusal>> {
  const { role, enterpriseId, institutionId, branchId } = invitation;
  const { name, login, locale, passwordHash } = input;
  const id = randomUUID() as UserId;
  const now = clock.now();
  if (
    !(await addAccount(tx, {
      ...{ id, login, name, passwordHash, role, enterpriseId, institutionId, branchId, locale, now },
    }))
  )
    return refuse({ code: 'access.login-taken' });
  await markAccepted(tx, invitation.id, now);
  const person = {
    kind: 'person',
    userId: id,
    name,
    role,
    enterpriseId,
    institutionId,
    institutionName: null,
    branchId,
    demo: false,
  } as const;
  await recordChange(tx, person, {
    kind: 'access.invitation-accepted',
    enterpriseId,
    institutionId,
    subjectId: id,
  });
  await appendAudit(tx, person, {
    action: 'access.invitation-accepted',
    detail: { invitation: invitation.id },
  });
  return accept({ userId: id, role, name });
}
