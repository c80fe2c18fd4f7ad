import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** How long an invitation link can be used; ours. */
export const invitationDays = 7;

/** More open links than this are nobody's colleagues any more; ours. */
export const mostOpenInvitations = 20;

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

/** What has become of a link at an instant. Used and revoked stay so whatever the date says. */
export function invitationState(
  link: { readonly acceptedAt: Date | null; readonly revokedAt: Date | null; readonly expiresAt: Date },
  now: Date,
): InvitationState {
  if (link.acceptedAt) return 'used';
  if (link.revokedAt) return 'revoked';
  return link.expiresAt <= now ? 'expired' : 'open';
}

export type ClosedInvitation = {
  readonly code: 'access.invitation-expired' | 'access.invitation-revoked' | 'access.invitation-used';
};

/** The invitation, if its link still opens. */
export const openInvitation = <I extends { readonly state: InvitationState }>(
  invitation: I,
): Result<I, ClosedInvitation> =>
  invitation.state === 'open'
    ? accept(invitation)
    : refuse({ code: `access.invitation-${invitation.state}` });
