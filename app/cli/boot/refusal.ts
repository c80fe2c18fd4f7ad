import type { LaunchRefusal } from '../../text/launch.ts';

/**
 * Carries the reason why the launcher cannot go on. Thrown, because it crosses many layers of starting and stopping;
 * caught once, where the process ends.
 */
export class LaunchRefused extends Error {
  constructor(readonly refusal: LaunchRefusal) {
    super(refusal.code);
  }
}

/** The system's error code of a thrown value (`EACCES`, `28P01`), or an empty text. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
