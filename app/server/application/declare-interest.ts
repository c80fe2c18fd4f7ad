import { randomUUID } from 'node:crypto';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { findApplication } from '~/server/application/store.ts';
import { addInterest } from '~/server/application/store-authority.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/**
 * A person of the bank declares an interest in the firm of an application and from then on has no hand in any of its
 * applications there (domain.md row F3). What they have now is assigned to somebody else by whoever runs the desk.
 */
export function declareInterest(
  actor: Actor,
  id: ApplicationId,
  reason: string,
): Promise<Result<null, { readonly code: 'application.not-found' }>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return refuse({ code: 'application.not-found' });
    const { enterpriseId } = application;
    const interest = { id: randomUUID(), enterpriseId, institutionId, userId, reason };
    await addInterest(tx, { ...interest, declaredAt: clock.now() });
    const detail = { applicationId: id };
    await appendAudit(tx, actor, { action: 'application.interest-declared', detail });
    await recordChange(tx, actor, { kind: 'application.interest-declared', institutionId, subjectId: id });
    return accept(null);
  });
}
