/**
 * Why the launcher cannot go on, with the facts its sentence quotes. Each code is worded in `app/text/cli.ts`.
 * Thrown, because it crosses many layers of starting and stopping; caught once, where the process ends.
 */
export type LaunchRefusal =
  | { readonly code: 'folder-unwritable'; readonly folder: string }
  | { readonly code: 'folder-of-another-user'; readonly folder: string; readonly uid: number }
  | { readonly code: 'folder-locked'; readonly folder: string; readonly pid: number }
  | { readonly code: 'database-address-unreadable' }
  | { readonly code: 'database-unreachable'; readonly address: string }
  | { readonly code: 'database-password-wrong'; readonly address: string; readonly role: string }
  | { readonly code: 'database-missing'; readonly address: string; readonly database: string }
  | { readonly code: 'database-refuses'; readonly address: string; readonly detail: string }
  | { readonly code: 'roles-not-allowed'; readonly sql: string }
  | { readonly code: 'roles-unknown-password'; readonly sql: string }
  | { readonly code: 'postgres-unsupported'; readonly platform: string }
  | { readonly code: 'postgres-stopped'; readonly log: string; readonly detail: string }
  | { readonly code: 'migration-changed'; readonly name: string }
  | { readonly code: 'migration-unfinished'; readonly name: string }
  | { readonly code: 'migration-failed'; readonly name: string; readonly detail: string }
  | { readonly code: 'port-busy'; readonly host: string; readonly port: number }
  | { readonly code: 'port-forbidden'; readonly host: string; readonly port: number }
  | { readonly code: 'already-running'; readonly address: string; readonly pid: number }
  | { readonly code: 'build-failed'; readonly log: string };

export class LaunchRefused extends Error {
  constructor(readonly refusal: LaunchRefusal) {
    super(refusal.code);
  }
}

/** The system's error code of a thrown value (`EACCES`, `28P01`), or an empty text. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
