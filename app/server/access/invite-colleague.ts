import { mostOpenInvitations } from '~/domain/institution/invitation.ts';
import { type InstitutionKind, rolesOffered } from '~/domain/institution/role-offer.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person, Role } from '~/server/access/actor.ts';
import { createInvitation } from '~/server/access/create-invitation.ts';
import { homeOfPerson } from '~/server/access/home-of.ts';
import { countWaiting, type Home, institutionKindOf } from '~/server/access/store-invitation.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

type InviteRefusal =
  | { readonly code: 'access.role-not-offered' }
  | { readonly code: 'access.too-many-invitations'; readonly most: number };

/** Invites a colleague to the actor's own firm or institution; the value is the link's token, told once. */
export function inviteColleague(
  actor: Person,
  input: { readonly name: string; readonly role: Role },
): Promise<Result<string, InviteRefusal>> {
  const home = homeOfPerson(actor);
  return withActor(actor, async (tx): Promise<Result<string, InviteRefusal>> => {
    if (!rolesOffered(await kindOf(tx, home)).includes(input.role))
      return refuse({ code: 'access.role-not-offered' });
    if ((await countWaiting(tx, home, clock.now())) >= mostOpenInvitations)
      return refuse({ code: 'access.too-many-invitations', most: mostOpenInvitations });
    return accept(await createInvitation(tx, actor, { ...input, ...home }));
  });
}

const kindOf = async (tx: Tx, home: Home) =>
  'enterpriseId' in home ? 'firm' : ((await institutionKindOf(tx, home.institutionId)) as InstitutionKind);
