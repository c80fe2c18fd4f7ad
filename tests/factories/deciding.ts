import { confirmationOf } from '#prisma/seed/scenarios/confirmation.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { decideApplication } from '~/server/application/decide-application.ts';

/** The second person confirms what is proposed at this moment. */
export const confirmProposal = async (reviewer: Actor, id: ApplicationId) =>
  decideApplication(reviewer, id, await confirmationOf(reviewer, id));
