import { firstRole } from '~/domain/institution/role-offer.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { createInvitation } from '~/server/access/create-invitation.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findInstitution } from '~/server/institution/store.ts';

type InviteRefusal = { readonly code: 'institution.not-found' | 'institution.is-platform' };

/** A fresh link for an institution's first person, when the one made at its entry lapsed; the value is the token. */
export function inviteFirstPerson(
  actor: Person,
  id: InstitutionId,
  name: string,
): Promise<Result<string, InviteRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, InviteRefusal>> => {
    const institution = await findInstitution(tx, id);
    if (!institution) return refuse({ code: 'institution.not-found' });
    if (institution.kind === 'platform') return refuse({ code: 'institution.is-platform' });
    return accept(
      await createInvitation(tx, actor, { name, role: firstRole(institution.kind), institutionId: id }),
    );
  });
}
