import { type Assessed, type AssessedRefusal, checkAssessed } from '~/domain/institution/standing.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { changeInstitution, type Missing } from '~/server/institution/change-institution.ts';

/** Records a new security assessment (复评) with its evidence: reads work until the end of its last day. */
export function setAssessment(
  actor: Person,
  id: InstitutionId,
  given: Assessed,
): Promise<Result<null, AssessedRefusal | Missing>> {
  const today = clock.today();
  return changeInstitution<AssessedRefusal>(actor, id, (institution) => {
    const checked = checkAssessed(institution.kind, given, today);
    if (!checked.ok) return checked;
    const { until, evidence } = checked.value;
    const payload = { before: institution.assessmentExpiresOn, until, ...evidence };
    const assessment = until && evidence ? { ...evidence, occasion: 're-test' as const, until } : null;
    const change = { assessmentExpiresOn: until };
    return accept({ change, event: 'institution.assessed', payload, assessment });
  });
}
