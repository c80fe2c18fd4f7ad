import { mostOpenInvitations } from '~/domain/institution/invitation.ts';
import { type InstitutionKind, rolesOffered } from '~/domain/institution/role-offer.ts';
import type { BranchId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person, Role } from '~/server/access/actor.ts';
import { createInvitation } from '~/server/access/create-invitation.ts';
import { homeOfPerson } from '~/server/access/home-of.ts';
import { countWaiting, type Home, institutionKindOf } from '~/server/access/store-invitation.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openBranch } from '~/server/institution/store-branch.ts';

type InviteRefusal =
  | { readonly code: 'access.role-not-offered' }
  | { readonly code: 'institution.branch-not-found' | 'institution.admin-at-head-office' }
  | { readonly code: 'access.too-many-invitations'; readonly most: number };

/** Invites a colleague to the actor's own firm or institution; the value is the link's token, told once. */
export function inviteColleague(
  actor: Person,
  input: { readonly name: string; readonly role: Role; readonly branch?: string | null },
): Promise<Result<string, InviteRefusal>> {
  const home = homeOfPerson(actor);
  return withActor(actor, async (tx): Promise<Result<string, InviteRefusal>> => {
    if (!rolesOffered(await kindOf(tx, home)).includes(input.role))
      return refuse({ code: 'access.role-not-offered' });
    if ((await countWaiting(tx, home, clock.now())) >= mostOpenInvitations)
      return refuse({ code: 'access.too-many-invitations', most: mostOpenInvitations });
    const branchId = await placeOf(tx, home, input);
    if (!branchId.ok) return branchId;
    const { name, role } = input;
    return accept(await createInvitation(tx, actor, { name, role, ...home, branchId: branchId.value }));
  });
}

type Placed = { readonly role: Role; readonly branch?: string | null };

/** The branch of a bank that the person will work at; null is its head office, and everywhere else. */
async function placeOf(
  tx: Tx,
  home: Home,
  { role, branch }: Placed,
): Promise<Result<BranchId | null, InviteRefusal>> {
  if (!branch || !('institutionId' in home)) return accept(null);
  if (role === 'institution-admin') return refuse({ code: 'institution.admin-at-head-office' });
  const open = await openBranch(tx, home.institutionId, branch);
  return open ? accept(open.id) : refuse({ code: 'institution.branch-not-found' });
}

const kindOf = async (tx: Tx, home: Home) =>
  'enterpriseId' in home ? 'firm' : ((await institutionKindOf(tx, home.institutionId)) as InstitutionKind);
