import type { UserId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { anonymous, type Role, system } from '~/server/access/actor.ts';
import {
  forgetAttempts,
  giveBackAttempt,
  type TooMany,
  takeAttempt,
} from '~/server/access/attempt-limits.ts';
import { areDemoAccountsOpen } from '~/server/access/demo-accounts.ts';
import { isPassword } from '~/server/access/passwords.ts';
import { type Account, findAccountByLogin, noteSignIn } from '~/server/access/store.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type SignedIn = { readonly userId: UserId; readonly role: Role; readonly locale: string | null };

type SignInRefusal =
  | { readonly code: 'access.wrong-credentials' | 'access.account-disabled' | 'access.demo-refused' }
  | TooMany;

const platform = system('sign-in');

/**
 * Who may open a session with this sign-in name and password. An unknown name and a wrong password get the same answer after the same
 * work, of a disabled account too; that it is disabled is told to who knows its password; five failures by name or thirty by address pause further attempts.
 */
export async function signIn(
  input: { readonly login: string; readonly password: string },
  address: string,
): Promise<Result<SignedIn, SignInRefusal>> {
  const login = input.login.trim().toLowerCase();
  const allowed = await takeBoth(login, address);
  if (!allowed.ok) return allowed;
  const account = await withActor(platform, (tx) => findAccountByLogin(tx, login));
  const matches = await isPassword(account?.passwordHash ?? null, input.password);
  if (!account || !matches) {
    await note(account, 'wrong-credentials');
    return refuse({ code: 'access.wrong-credentials' });
  }
  if (!account.isActive) {
    await note(account, 'account-disabled');
    return refuse({ code: 'access.account-disabled' });
  }
  if (account.isDemo && !areDemoAccountsOpen()) {
    await note(account, 'demo-refused');
    return refuse({ code: 'access.demo-refused' });
  }
  await forgetAttempts('login', login);
  await giveBackAttempt('address', address);
  await open(account);
  return accept({ userId: account.id, role: account.role, locale: account.locale });
}

async function takeBoth(login: string, address: string): Promise<Result<null, TooMany>> {
  const byAddress = await takeAttempt('address', address);
  const taken = byAddress.ok ? await takeAttempt('login', login) : byAddress;
  if (!taken.ok && taken.refusal.justLocked) await note(null, `too-many-by-${taken.refusal.kind}`);
  return taken;
}

/** The account is named by id only: the sign-in name that was typed may be somebody's password. */
const note = (account: Account | null, reason: string) =>
  withActor(platform, (tx) =>
    appendAudit(tx, anonymous, {
      action: 'access.sign-in-refused',
      outcome: 'refused',
      detail: { reason, account: account?.id ?? null },
    }),
  );

const open = (account: Account) =>
  withActor(platform, async (tx) => {
    await noteSignIn(tx, account.id, clock.now());
    const { id: userId, name, role, enterpriseId, institutionId } = account;
    const person = {
      kind: 'person',
      userId,
      name,
      role,
      enterpriseId,
      institutionId,
      institutionName: null,
      branchId: account.branchId,
      demo: false,
    } as const;
    await appendAudit(tx, person, { action: 'access.signed-in' });
  });
