import { z } from 'zod';
import { mailModes } from '~/domain/institution/mail-wish.ts';
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

export const inviteForm = z.object({
  name: personName,
  role: z.enum(roles),
  /** The branch of a bank; empty is its head office. */
  branch: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .transform((id) => id || null),
});

export const standingForm = z.object({ id: z.uuid(), to: z.enum(['active', 'disabled']) });

export const joinForm = z.object({ name: personName, login: loginName, password: typedPassword });

const hour = z.coerce
  .number('access.hour-form')
  .int('access.hour-form')
  .min(0, 'access.hour-form')
  .max(23, 'access.hour-form');

export const mailForm = z
  .object({
    address: z
      .preprocess(
        (text) => (typeof text === 'string' && text.trim() === '' ? undefined : text),
        z.string().trim().max(254, 'access.mail-form').pipe(z.email('access.mail-form')).optional(),
      )
      .transform((address) => address ?? null),
    mode: z.enum(mailModes, 'access.mail-mode-missing'),
    digestHour: hour,
    quietFrom: hour,
    quietTo: hour,
    urgentAnytime: z.preprocess((value) => value === 'yes' || value === true, z.boolean()),
  })
  .refine(({ mode, address }) => mode === 'off' || address !== null, {
    path: ['address'],
    message: 'access.mail-missing',
  });

export const mailCodeForm = z.object({
  code: z
    .string('access.mail-code-form')
    .trim()
    .regex(/^\d{6}$/, 'access.mail-code-form'),
});
