import { randomUUID } from 'node:crypto';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import { checkAuthority, type HandsRefusal } from '~/server/application/check-hands.ts';
import { proposalToJson } from '~/server/application/proposal-json.ts';
import { type Application, findApplication, insertOffer } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/**
 * The second person confirms what was proposed, or sends it back. An approval becomes a binding offer; a decline
 * carries its reasons. Both go into the bank's signed message.
 */
export function decideApplication(
  actor: Actor,
  id: ApplicationId,
  answer: 'confirm' | 'send-back',
  also?: Also<Application>,
): Promise<Result<Application, AdvanceRefusal | HandsRefusal>> {
  const { userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    if (answer === 'send-back')
      return alongside(tx, await advance(tx, actor, id, { kind: 'send-back', by: userId }), also);
    const application = await findApplication(tx, id);
    const allowed = application ? await checkAuthority(tx, application, userId) : null;
    if (allowed && !allowed.ok) return allowed;
    const proposal = application?.proposal;
    const facts = proposal ? proposalToJson(proposal) : {};
    const decided = await advance(tx, actor, id, { kind: 'decide', by: userId }, facts);
    if (decided.ok && decided.value.proposal?.outcome === 'approve')
      await insertOffer(tx, decided.value, randomUUID(), decided.value.proposal.terms, clock.now());
    return alongside(tx, decided, also);
  });
}
