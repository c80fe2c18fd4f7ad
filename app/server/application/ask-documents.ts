import type { ApplicationId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import type { Application } from '~/server/application/store.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** The officer asks the firm for documents and says which; the first time the bank's clock stands still until they come. */
export function askDocuments(
  actor: Actor,
  id: ApplicationId,
  what: string,
  also?: Also<Application>,
): Promise<Result<Application, AdvanceRefusal>> {
  const { userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const asked = await advance(tx, actor, id, { kind: 'ask-documents', by: userId }, { asked: what });
    return alongside(tx, asked, also);
  });
}
