import { checkPassword, type PasswordRefusal } from '~/domain/institution/password.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { forgetAttempts, type TooMany, takeAttempt } from '~/server/access/attempt-limits.ts';
import { hashPassword, isPassword } from '~/server/access/passwords.ts';
import { findAccount, removeSessionsOf, storePassword } from '~/server/access/store.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

type ChangeRefusal =
  | PasswordRefusal
  | TooMany
  | { readonly code: 'access.wrong-current' | 'access.demo-fixed' };

/**
 * Replaces a person's password, given the current one, and ends every session of theirs: the caller opens a fresh one.
 * The shared password of demo accounts stays as published.
 */
export async function changePassword(
  actor: Person,
  input: { readonly current: string; readonly next: string },
): Promise<Result<null, ChangeRefusal>> {
  if (actor.demo) return refuse({ code: 'access.demo-fixed' });
  const allowed = await takeAttempt('password', actor.userId);
  if (!allowed.ok) return allowed;
  const account = await withActor(actor, (tx) => findAccount(tx, actor.userId));
  if (!account || !(await isPassword(account.passwordHash, input.current)))
    return refuse({ code: 'access.wrong-current' });
  await forgetAttempts('password', actor.userId);
  const checked = checkPassword(input.next, account.login);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(checked.value);
  await withActor(actor, async (tx) => {
    await storePassword(tx, actor.userId, passwordHash);
    await removeSessionsOf(tx, actor.userId, null);
    const { enterpriseId, institutionId, userId } = actor;
    await recordChange(tx, actor, {
      kind: 'access.password-changed',
      enterpriseId,
      institutionId,
      subjectId: userId,
    });
    await appendAudit(tx, actor, { action: 'access.password-changed' });
  });
  return accept(null);
}
