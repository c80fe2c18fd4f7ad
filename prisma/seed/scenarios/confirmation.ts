import type { ApplicationId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Decision } from '~/server/application/decide-application.ts';
import { proposalHash } from '~/server/application/proposal-json.ts';
import { findApplication } from '~/server/application/store.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** A second person reads what is proposed now and means to confirm it. */
export async function confirmationOf(actor: Actor, id: ApplicationId): Promise<Decision> {
  const application = await withActor(actor, (tx) => findApplication(tx, id));
  return { answer: 'confirm', proposal: application?.proposal ? proposalHash(application.proposal) : '' };
}
