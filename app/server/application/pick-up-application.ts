import type { ApplicationId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import type { Application } from '~/server/application/store.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** An officer takes an application out of the bank's queue and becomes its maker. */
export function pickUpApplication(
  actor: Actor,
  id: ApplicationId,
  also?: Also<Application>,
): Promise<Result<Application, AdvanceRefusal>> {
  const { userId } = asInstitution(actor);
  return withActor(actor, async (tx) =>
    alongside(tx, await advance(tx, actor, id, { kind: 'pick-up', by: userId }), also),
  );
}
