import { type AssessmentRefusal, checkAssessment } from '~/domain/institution/standing.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { changeInstitution, type Missing } from '~/server/institution/change-institution.ts';

/** Records a new security assessment: reads work until the end of its last day. */
export function setAssessment(
  actor: Person,
  id: InstitutionId,
  until: Day | null,
): Promise<Result<null, AssessmentRefusal | Missing>> {
  return changeInstitution<AssessmentRefusal>(actor, id, (institution) => {
    const checked = checkAssessment(institution.kind, until, clock.today());
    if (!checked.ok) return checked;
    const payload = { before: institution.assessmentExpiresOn, until: checked.value };
    return accept({ change: { assessmentExpiresOn: checked.value }, event: 'institution.assessed', payload });
  });
}
