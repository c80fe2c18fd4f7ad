import type { ApplicationId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import type { Application } from '~/server/application/store.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** The firm withdraws an application before the contract; its offer is declined with it, also one that was accepted. */
export function withdrawApplication(
  actor: Actor,
  id: ApplicationId,
): Promise<Result<Application, AdvanceRefusal>> {
  asFirm(actor);
  return withActor(actor, (tx) => advance(tx, actor, id, { kind: 'withdraw' }));
}
