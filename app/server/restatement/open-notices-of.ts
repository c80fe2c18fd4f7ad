import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openNoticesOf as findOpen } from '~/server/restatement/store-pages.ts';

/** The open notices of the actor's bank about one application, for a flag on its file. */
export function openNoticesOf(actor: Actor, applicationId: string) {
  asInstitution(actor);
  return withActor(actor, (tx) => findOpen(tx, applicationId));
}
