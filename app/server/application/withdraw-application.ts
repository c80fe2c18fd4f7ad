import type { ApplicationId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Application, closeOffer } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** The firm withdraws an application before the contract; an open offer is declined with it. */
export function withdrawApplication(
  actor: Actor,
  id: ApplicationId,
): Promise<Result<Application, AdvanceRefusal>> {
  asFirm(actor);
  return withActor(actor, async (tx) => {
    const withdrawn = await advance(tx, actor, id, { kind: 'withdraw' });
    if (withdrawn.ok) await closeOffer(tx, id, 'declined', clock.now());
    return withdrawn;
  });
}
