import { type ClosedInvitation, openInvitation } from '~/domain/institution/invitation.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Role, system } from '~/server/access/actor.ts';
import { findInvitation } from '~/server/access/store-invitation.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Locale } from '~/text/define.ts';

type ShowRefusal = ClosedInvitation | { readonly code: 'access.invitation-not-found' };

export type InvitationPage = {
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly expiresAt: string;
};

/** Who invites whom with this link, for the person who holds it. */
export async function showInvitation(
  token: string,
  locale: Locale,
): Promise<Result<InvitationPage, ShowRefusal>> {
  const found = await withActor(system('invitation'), (tx) => findInvitation(tx, sha256(token), clock.now()));
  if (!found) return refuse({ code: 'access.invitation-not-found' });
  const open = openInvitation(found);
  if (!open.ok) return open;
  const institution = locale === 'en' ? found.institutionEn : found.institutionZh;
  return accept({
    name: found.name,
    role: found.role,
    organisation: found.firm ?? institution ?? '',
    expiresAt: found.expiresAt.toISOString(),
  });
}
