import type { Person } from '~/server/access/actor.ts';
import type { Home } from '~/server/access/store-invitation.ts';

/** The organisation whose people the actor may manage; a person without one is a fault, the gate let nobody else through. */
export function homeOfPerson(actor: Person): Home {
  if (actor.enterpriseId) return { enterpriseId: actor.enterpriseId };
  if (actor.institutionId) return { institutionId: actor.institutionId };
  throw new Error('a person without an organisation');
}
