import {
  type AssessmentEvidence,
  type AssessmentRefusal,
  checkAssessment,
  checkEvidence,
  type EvidenceRefusal,
} from '~/domain/institution/standing.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { changeInstitution, type Missing } from '~/server/institution/change-institution.ts';

export type Assessed = { readonly until: Day | null; readonly evidence: AssessmentEvidence | null };

/** Records a new security assessment (复评) with its evidence: reads work until the end of its last day. */
export function setAssessment(
  actor: Person,
  id: InstitutionId,
  { until, evidence }: Assessed,
): Promise<Result<null, AssessmentRefusal | EvidenceRefusal | Missing>> {
  const today = clock.today();
  return changeInstitution<AssessmentRefusal | EvidenceRefusal>(actor, id, (institution) => {
    const checked = checkAssessment(institution.kind, until, today);
    if (!checked.ok) return checked;
    const proved = checkEvidence(institution.kind, evidence, today);
    if (!proved.ok) return proved;
    const payload = { before: institution.assessmentExpiresOn, until: checked.value, ...proved.value };
    const assessment =
      checked.value && proved.value
        ? { ...proved.value, occasion: 're-test' as const, until: checked.value }
        : null;
    const change = { assessmentExpiresOn: checked.value };
    return accept({ change, event: 'institution.assessed', payload, assessment });
  });
}
