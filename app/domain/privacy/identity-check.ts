import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PrivacyDuties } from '../consent/duties.ts';

/** The documents by which a resident shows who they are (居民身份证法 and 户口登记条例). */
export const identityDocuments = ['identity-card', 'temporary-card', 'household-register'] as const;
export type IdentityDocument = (typeof identityDocuments)[number];

/** A check of who somebody is, as far as the rule cares. */
export type IdentityCheck = {
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decision: string | null;
  readonly expiresAt: Date | null;
};

export type IdentityState = 'waiting' | 'lapsed' | 'refused' | 'open' | 'over';

type IdentityDuties = PrivacyDuties['identities'];

const hour = 3_600_000;

/** Where a check stands: a second person has some hours, the link some days. */
export function identityState(
  check: IdentityCheck,
  at: Date,
  { decideWithinHours }: Pick<IdentityDuties, 'decideWithinHours'>,
): IdentityState {
  if (check.decision === 'refused') return 'refused';
  if (check.expiresAt) return check.expiresAt > at ? 'open' : 'over';
  return at.getTime() - check.askedAt.getTime() < decideWithinHours * hour ? 'waiting' : 'lapsed';
}

/** Until when a link that is handed out now opens. */
export const identityLinkEnds = (at: Date, { linkDays }: Pick<IdentityDuties, 'linkDays'>): Date =>
  new Date(at.getTime() + linkDays * 24 * hour);

export type IdentityRefusal = {
  readonly code: 'privacy.identity-own' | 'privacy.identity-decided' | 'privacy.identity-lapsed';
};

/** Somebody other than who asked decides, once and in time. */
export function checkIdentityDecision(
  check: IdentityCheck,
  by: string,
  at: Date,
  duties: Pick<IdentityDuties, 'decideWithinHours'>,
): Result<null, IdentityRefusal> {
  const state = identityState(check, at, duties);
  if (state === 'lapsed') return refuse({ code: 'privacy.identity-lapsed' });
  if (state !== 'waiting') return refuse({ code: 'privacy.identity-decided' });
  return check.askedBy === by ? refuse({ code: 'privacy.identity-own' }) : accept(null);
}
