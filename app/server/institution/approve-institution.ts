import {
  type AssessmentRefusal,
  checkAssessment,
  type StepRefusal,
  takeStep,
} from '~/domain/institution/standing.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { changeInstitution, type Missing } from '~/server/institution/change-institution.ts';

/** Lets an institution in, with the last day of its security assessment (null where its kind needs none). */
export function approveInstitution(
  actor: Person,
  id: InstitutionId,
  until: Day | null,
): Promise<Result<null, StepRefusal | AssessmentRefusal | Missing>> {
  const today = clock.today();
  return changeInstitution<StepRefusal | AssessmentRefusal>(actor, id, (institution) => {
    const step = takeStep(institution, 'approve');
    if (!step.ok) return step;
    const checked = checkAssessment(institution.kind, until, today);
    if (!checked.ok) return checked;
    const change = { state: step.value, approvedOn: today, assessmentExpiresOn: checked.value };
    return accept({ change, event: 'institution.approved', payload: { until: checked.value } });
  });
}
