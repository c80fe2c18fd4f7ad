import { randomUUID } from 'node:crypto';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import { type AuthorityRefusal, checkAuthority } from '~/server/application/check-hands.ts';
import { proposalHash, proposalToJson } from '~/server/application/proposal-json.ts';
import { type Application, insertOffer, lockApplication } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** To confirm is to name the proposal that was read, by its hash. */
export type Decision =
  | { readonly answer: 'confirm'; readonly proposal: string }
  | { readonly answer: 'send-back' };

export type DecideRefusal =
  | AdvanceRefusal
  | AuthorityRefusal
  | { readonly code: 'application.proposal-changed' };

/**
 * The second person confirms what was proposed, or sends it back. An approval becomes a binding offer; a decline
 * carries its reasons. Both go into the bank's signed message. What is confirmed is what was read: the application is
 * locked before anything is checked, and another proposal than the named one is refused (domain.md row F3).
 */
export function decideApplication(
  actor: Actor,
  id: ApplicationId,
  decision: Decision,
  also?: Also<Application>,
): Promise<Result<Application, DecideRefusal>> {
  const { userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    if (decision.answer === 'send-back')
      return alongside(tx, await advance(tx, actor, id, { kind: 'send-back', by: userId }), also);
    const application = await lockApplication(tx, id);
    if (application && !isNamed(application, decision.proposal))
      return refuse({ code: 'application.proposal-changed' });
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

/** Whether the proposal that waits is the one that is named; where none waits the state itself refuses. */
const isNamed = ({ state, proposal }: Application, hash: string): boolean =>
  state !== 'proposed' || proposal === null || proposalHash(proposal) === hash;
