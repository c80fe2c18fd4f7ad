import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { assessmentView } from '~/server/privacy/list-registers.ts';
import { findAssessment } from '~/server/privacy/store-registers.ts';

export type AssessmentShown = ReturnType<typeof assessmentView>;

/** One assessment of the register. */
export function showAssessment(
  actor: Actor,
  id: string,
): Promise<Result<AssessmentShown, { readonly code: 'privacy.assessment-not-found' }>> {
  const { userId } = asPerson(actor);
  return withActor(actor, async (tx) => {
    const found = await findAssessment(tx, id);
    return found ? accept(assessmentView(found, userId)) : refuse({ code: 'privacy.assessment-not-found' });
  });
}
