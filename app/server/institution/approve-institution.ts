import {
  type AssessmentRefusal,
  checkAssessment,
  checkEvidence,
  type EvidenceRefusal,
  type StepRefusal,
  takeStep,
} from '~/domain/institution/standing.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { changeInstitution, type Missing } from '~/server/institution/change-institution.ts';
import type { Assessed } from '~/server/institution/set-assessment.ts';

/** Lets an institution in, with the last day of its security assessment (null where its kind needs none). */
export function approveInstitution(
  actor: Person,
  id: InstitutionId,
  { until, evidence }: Assessed,
): Promise<Result<null, StepRefusal | AssessmentRefusal | EvidenceRefusal | Missing>> {
  const today = clock.today();
  return changeInstitution<StepRefusal | AssessmentRefusal | EvidenceRefusal>(actor, id, (institution) => {
    const step = takeStep(institution, 'approve');
    if (!step.ok) return step;
    const checked = checkAssessment(institution.kind, until, today);
    if (!checked.ok) return checked;
    const proved = checkEvidence(institution.kind, evidence, today);
    if (!proved.ok) return proved;
    const assessment =
      checked.value && proved.value
        ? { ...proved.value, occasion: 'admission' as const, until: checked.value }
        : null;
    const change = { state: step.value, approvedOn: today, assessmentExpiresOn: checked.value };
    const payload = { until: checked.value, ...proved.value };
    return accept({ change, event: 'institution.approved', payload, assessment });
  });
}
