import { type InstitutionKind, rolesOffered } from '~/domain/institution/role-offer.ts';
import type { Person } from '~/server/access/actor.ts';
import { homeOfPerson } from '~/server/access/home-of.ts';
import { institutionKindOf, listColleagues, listWaiting } from '~/server/access/store-invitation.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openBranches } from '~/server/institution/store-branch.ts';

/** The people of the actor's own firm or institution, the invitations that wait, and the roles that may be given. */
export function listPeople(actor: Person) {
  const home = homeOfPerson(actor);
  return withActor(actor, async (tx) => {
    const people = await listColleagues(tx, home);
    const invitations = await listWaiting(tx, home, clock.now());
    const kind =
      'enterpriseId' in home
        ? 'firm'
        : ((await institutionKindOf(tx, home.institutionId)) as InstitutionKind);
    return {
      people: people.map((p) => ({
        ...p,
        lastLoginAt: p.lastLoginAt?.toISOString() ?? null,
        isSelf: p.id === actor.userId,
      })),
      invitations: invitations.map((i) => ({ ...i, expiresAt: i.expiresAt.toISOString() })),
      roles: [...rolesOffered(kind)],
      branches: 'institutionId' in home ? await openBranches(tx, [home.institutionId]) : [],
    };
  });
}
