import {
  type Assessed,
  type AssessedRefusal,
  checkAssessed,
  type StepRefusal,
  takeStep,
} from '~/domain/institution/standing.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { changeInstitution, type Missing } from '~/server/institution/change-institution.ts';

/** Lets an institution in, with the last day of its security assessment (null where its kind needs none). */
export function approveInstitution(
  actor: Person,
  id: InstitutionId,
  given: Assessed,
): Promise<Result<null, StepRefusal | AssessedRefusal | Missing>> {
  const today = clock.today();
  return changeInstitution<StepRefusal | AssessedRefusal>(actor, id, (institution) => {
    const step = takeStep(institution, 'approve');
    if (!step.ok) return step;
    const checked = checkAssessed(institution.kind, given, today);
    if (!checked.ok) return checked;
    const { until, evidence } = checked.value;
    const assessment = until && evidence ? { ...evidence, occasion: 'admission' as const, until } : null;
    const change = { state: step.value, approvedOn: today, assessmentExpiresOn: until };
    const payload = { until, ...evidence };
    return accept({ change, event: 'institution.approved', payload, assessment });
  });
}
