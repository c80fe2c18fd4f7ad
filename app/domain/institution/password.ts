import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** GB/T 22239-2019 8.1.4.1 a) asks for complexity without figures; these are ours. Length does the work. */
export const passwordLength = { least: 10, most: 128 } as const;

export type PasswordRefusal =
  | { readonly code: 'access.password-short'; readonly least: number }
  | { readonly code: 'access.password-long'; readonly most: number }
  | { readonly code: 'access.password-plain' }
  | { readonly code: 'access.password-names-you' };

const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];

/**
 * Whether a person may choose this password: long enough, at least two of letters, digits and other characters,
 * not one character repeated, and without their sign-in name in it.
 */
export function checkPassword(password: string, login: string): Result<string, PasswordRefusal> {
  const length = [...password].length;
  if (length < passwordLength.least)
    return refuse({ code: 'access.password-short', least: passwordLength.least });
  if (length > passwordLength.most)
    return refuse({ code: 'access.password-long', most: passwordLength.most });
  if (kinds.filter((kind) => kind.test(password)).length < 2 || new Set(password).size < 4)
    return refuse({ code: 'access.password-plain' });
  if (login.length > 2 && password.toLowerCase().includes(login.toLowerCase()))
    return refuse({ code: 'access.password-names-you' });
  return accept(password);
}
