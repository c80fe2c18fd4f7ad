import { z } from 'zod';
import { roles } from '~/domain/institution/role.ts';
import { locales } from '~/text/define.ts';

const personName = z.string('access.name-missing').trim().min(1, 'access.name-missing').max(40);

/** A sign-in name as it is chosen; signing in itself is more lenient. */
export const loginName = z
  .string('access.login-missing')
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, 'access.login-form');

/** Long enough for any passphrase, short enough that hashing it is no burden; the rule itself is `checkPassword`. */
export const typedPassword = z.string('access.password-missing').max(512);

/** Only an address within this site. */
export const localPath = z.string().regex(/^\/(?![/\\])[^\\\s]*$/);

export const signInForm = z.object({
  login: z.string('access.login-missing').max(64),
  password: typedPassword,
  next: localPath.optional().catch(undefined),
});

export const accountForm = z.object({ name: personName, locale: z.enum(locales) });

export const passwordForm = z.object({ current: typedPassword, next: typedPassword });

export const inviteForm = z.object({ name: personName, role: z.enum(roles) });

export const standingForm = z.object({ id: z.uuid(), to: z.enum(['active', 'disabled']) });

export const joinForm = z.object({ name: personName, login: loginName, password: typedPassword });
