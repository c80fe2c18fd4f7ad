import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { assessmentDays } from '~/domain/privacy/assessment.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { approve, findAssessment } from '~/server/privacy/store-registers.ts';

type ApproveRefusal = {
  readonly code: 'privacy.assessment-not-found' | 'privacy.assessment-own' | 'privacy.assessment-approved';
};

/** A second person approves an assessment: from then the review and the years of keeping count. */
export function approveAssessment(actor: Actor, id: string): Promise<Result<string, ApproveRefusal>> {
  const { userId, name } = asPerson(actor);
  return withActor(actor, async (tx): Promise<Result<string, ApproveRefusal>> => {
    const found = await findAssessment(tx, id);
    if (!found) return refuse({ code: 'privacy.assessment-not-found' });
    if (found.madeBy === userId) return refuse({ code: 'privacy.assessment-own' });
    const { assessment } = await readPrivacyDuties(tx, clock.today());
    const days = assessmentDays(clock.today(), assessment);
    if (!(await approve(tx, id, { userId, name, at: clock.now() }, days)))
      return refuse({ code: 'privacy.assessment-approved' });
    await appendAudit(tx, actor, {
      action: 'privacy.assessment-approved',
      detail: { assessment: id, ...days },
    });
    return accept(id);
  });
}
