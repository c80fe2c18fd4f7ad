import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { endClient, findClient } from '~/server/institution/store-client.ts';

/** Ends a machine of the actor's department: its tokens stop at their next use. */
export function revokeClient(
  actor: Actor,
  id: string,
): Promise<Result<null, { readonly code: 'institution.client-not-found' | 'institution.client-ended' }>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const client = await findClient(tx, id);
    if (client?.institutionId !== institutionId) return refuse({ code: 'institution.client-not-found' });
    if (!(await endClient(tx, id, userId, clock.now()))) return refuse({ code: 'institution.client-ended' });
    await appendAudit(tx, actor, { action: 'institution.client-revoked', detail: { client: id } });
    await recordChange(tx, actor, { kind: 'institution.client-revoked', institutionId, subjectId: id });
    return accept(null);
  });
}
