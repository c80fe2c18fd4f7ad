import { addWorkingDays } from '~/domain/institution/working-days.ts';
import type { Day } from '~/domain/kernel/day.ts';

/** The three that are compared: what this platform holds, the provider's listing, a third source. */
export const parties = ['own', 'provider', 'third'] as const;
export type Party = (typeof parties)[number];

/** What each says of one record; null where it does not have it, undefined where it does not speak of the firm at all. */
export type Claims<T> = { readonly [P in Party]?: T | null };

/**
 * Whether those who speak of the firm agree: all have the record in the same words, or none has it. A source that does
 * not name a firm claims nothing about it.
 */
export function agree<T>(claims: Claims<T>, same: (a: T, b: T) => boolean): boolean {
  const said = parties.map((party) => claims[party]).filter((claim) => claim !== undefined);
  const [first] = said;
  if (first === undefined) return true;
  return said.every((claim) => (claim === null || first === null ? claim === first : same(claim, first)));
}

/** The last day to decide a conflict found on a day (policy data `reconciliation`). */
export const decideBy = (foundOn: Day, workingDays: number): Day => addWorkingDays(foundOn, workingDays);

/** What a verdict does to the record: nothing, or the next row of its history. */
export type VerdictEffect = 'none' | 'assert' | 'correct' | 'revoke';

export function effectOf<T>(held: T | null, chosen: T | null, same: (a: T, b: T) => boolean): VerdictEffect {
  if (chosen === null) return held === null ? 'none' : 'revoke';
  if (held === null) return 'assert';
  return same(held, chosen) ? 'none' : 'correct';
}
