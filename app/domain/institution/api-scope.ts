/**
 * What a machine of a department may do: hand records over, read what became of them, read its part of the catalogue. What
 * one of a recipient may: read what it has to stop and delete, and acknowledge that it did.
 */
export const providerScopes = ['records:write', 'records:read', 'catalogue:read'] as const;
export const recipientScopes = ['withdrawals:read', 'withdrawals:acknowledge'] as const;

/**
 * What a machine of a bank may do with its own applications: read them, take the officer's steps, decide as the second person;
 * with needs that firms put before it: read them, take them up and answer; with early-warning cases on its loans: read them, note,
 * measure and close; and read the public records of the firms of a region and an industry.
 */
export const bankScopes = [
  'applications:read',
  'applications:handle',
  'applications:decide',
  'needs:read',
  'needs:answer',
  'cases:read',
  'cases:handle',
  'public-records:read',
] as const;
export const apiScopes = [...providerScopes, ...recipientScopes, ...bankScopes] as const;
export type ApiScope = (typeof apiScopes)[number];

/** One client never proposes and decides: the two persons of a decision are two clients of the bank (domain.md row F3). */
export const holdsBothHands = (scopes: readonly ApiScope[]): boolean =>
  scopes.includes('applications:handle') && scopes.includes('applications:decide');

export const isApiScope = (text: string): text is ApiScope => (apiScopes as readonly string[]).includes(text);

/** How long a token holds; a client asks for another when it ends (RFC 6749 4.4: no refresh token). */
export const tokenSeconds = 1_800;

/** A client is made anew at least once a year; ours. */
export const longestClientDays = 366;

/**
 * The scopes of a token: those that are asked for, as far as the client has them; all of the client's when nothing is
 * asked. Null when something is asked that the client does not have (RFC 6749 5.2 `invalid_scope`).
 */
export function grantedScopes(
  of: readonly ApiScope[],
  asked: string | undefined,
): readonly ApiScope[] | null {
  const wanted = (asked ?? '').split(/\s+/).filter((scope) => scope !== '');
  if (wanted.length === 0) return of;
  return wanted.every((scope) => isApiScope(scope) && of.includes(scope)) ? (wanted as ApiScope[]) : null;
}
